"""Record: what was checked in a bulletin, by what, and what did a person let out all the same?

Nothing in it changes when later facts are loaded: no clock, no place in the chain, but a digest over the very entries
used. So July's record printed again in December is the same to the byte (docs/decisions/0010).
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from maoding.ledger import find
from maoding.publish.bulletins.checking import Checked, Report
from maoding.publish.bulletins.letter import Letter
from maoding.publish.bulletins.reckoning import Reckoned
from maoding.publish.bulletins.said import Number
from maoding.terms.pack import Pack

Data = dict[str, Any]


def record(
    letter: Letter,
    report: Report,
    releases: Mapping[str, str],
    *,
    pack: Pack,
    rule: str,
    digests: Mapping[str, str],
) -> bytes:
    """The record as JSON; `digests` are of plan, templates and documents."""
    entries = sorted({entry for each in report.checked for entry in each.statement.entries})
    said = {
        "kind": letter.kind,
        "city": pack.folder.name,
        "language": letter.language,
        "day": letter.day.isoformat(),
        "rule": rule,
        "sha256": {**digests, "entries": digest_of(entries)},
        "entries": entries,
        "sources": [each.code for each in letter.sources],
        "statements": [_statement(each, releases) for each in report.checked],
        "elsewhere": [
            {"id": each.id, "text": each.text, "reason": each.reason, **_released(each.id, releases)}
            for each in report.elsewhere
        ],
        "notices": list(report.notices),
        "releases": [{"id": each.id, "text": each.text, "reason": each.reason} for each in letter.released],
    }
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def digest_of(entries: Iterable[str]) -> str:
    """SHA-256 over what the entries say, in the order of their ids."""
    said = hashlib.sha256()
    for name in entries:
        for entry in find.entries(name):
            body = json.dumps(entry.body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            said.update(f"{entry.id}\n{body}\n".encode())
    return said.hexdigest()


def _statement(checked: Checked, releases: Mapping[str, str]) -> Data:
    statement = checked.statement
    return {
        "id": statement.id,
        "kind": statement.kind,
        "text": checked.text,
        "sources": list(statement.sources),
        "numbers": [
            _number(number, [each for other, each in checked.numbers if other is number])
            for number in statement.numbers
        ],
        "judged": [_reckoned(each) for each in checked.judged],
        "verdict": "reproduced" if not checked.faults else "not_reproduced",
        "faults": [each.reason for each in checked.faults],
        **(_released(statement.id, releases) if checked.faults else {}),
    }


def _number(number: Number, ways: list[Reckoned]) -> Data:
    return {
        "row": number.key[0],
        "field": number.key[1],
        "printed": number.printed,
        "unit": number.unit,
        "exact": _exact(number.exact),
        "entries": list(number.entries),
        "checks": [_reckoned(each) for each in ways],
    }


def _reckoned(each: Reckoned) -> Data:
    told = {"how": each.how, "holds": each.holds, "low": each.low, "high": each.high, "reason": each.reason}
    return {name: value for name, value in told.items() if value != ""}


def _released(name: str, releases: Mapping[str, str]) -> Data:
    return {"released": releases[name]} if name in releases else {}


def _exact(value: Fraction) -> str:
    """A whole number, a decimal or a quotient, exactly."""
    return str(value)
