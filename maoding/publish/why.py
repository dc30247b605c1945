"""Why: from which sentence, cell or record does a number come?"""

import datetime as dt
from pathlib import Path
from typing import Any

from maoding.ledger import find
from maoding.ledger.find import Found
from maoding.publish.documents import sentence
from maoding.publish.scoreboard import Names
from maoding.publish.shown import THIN_SPACE, period
from maoding.publish.words import EVENTS, MEASURES
from maoding.terms.language import noted, say

Step = dict[str, Any]


def why(name: str, shared: Path, names: Names) -> list[Step]:
    """Chain from an entry to its source, each step with place, hash, offsets, and the sentence where it can be shown.

    `name` is an entry's id or its record's number; an unknown one gives an empty chain.
    """
    steps = []
    for entry in find.entries(name):
        steps.append(_step(entry, shared, names))
        source = find.source(entry.source)
        if source is not None and source.id != entry.id:
            steps.append(_step(source, shared, names))
    return steps


def _step(entry: Found, shared: Path, names: Names) -> Step:
    place = entry.place
    return {
        "id": entry.id,
        "kind": entry.kind,
        "what": what(entry, names),
        "source": entry.source,
        "place": written_place(place),
        "sha256": place.get("sha256") or entry.body.get("sha256") or None,
        "start": place.get("start"),
        "end": place.get("end"),
        "sentence": sentence(place, shared),
    }


def _measure(measure: str) -> str:
    """What of the indicator is meant, where it is not plainly its level or a task."""
    return "" if measure in ("level", "deed") else say(MEASURES[measure])


def written_place(place: dict[str, Any]) -> str:
    """A place in words: file, sheet, row and record."""
    parts = [
        str(place[name]) if name in ("file", "document") else say(PARTS[name], n=place[name])
        for name in ("document", "file", "sheet", "row", "record")
        if place.get(name)
    ]
    return say("，").join(parts)


PARTS = {"sheet": noted("工作表 {n}"), "row": noted("第 {n} 行"), "record": noted("记录 {n}")}


def what(entry: Found, names: Names) -> str:
    """What an entry says, in one line, by the names of what it is about."""
    body = entry.body
    match entry.kind:
        case "source":
            return say("，").join(
                part for part in (body["publisher"], body["title"], body["published"][0]) if part
            )
        case "commitment" | "reading":
            indicator = names.promise({"indicator": body["indicator"], "record": entry.record})
            when = period(*map(dt.date.fromisoformat, body["period"]))
            number = f"{body['number']}{THIN_SPACE}{say(body['unit'])}" if body["number"] else ""
            said = (names.subject(body["subject"]), indicator, when, _measure(body["measure"]), number)
            return " ".join(part for part in said if part)
        case "event":
            number = body["number"] + body["unit"]
            said = (
                names.subject(body["subject"]),
                say(EVENTS[body["kind"]]),
                body["detail"],
                body["on"],
                number,
            )
            return " ".join(part for part in said if part)
        case _:
            return str(body.get("name") or body.get("reason") or body.get("code"))
