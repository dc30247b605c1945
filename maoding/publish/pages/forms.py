"""Forms: what was taken from a source, field by field, in the reader's words?"""

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from maoding.ledger.find import Found
from maoding.publish.pages.asked import Asked
from maoding.publish.pages.marked import kind_of
from maoding.publish.scoreboard import Names
from maoding.publish.shown import THIN_SPACE, day, period, published_on
from maoding.publish.terminal import RELATIONS, STRENGTHS
from maoding.publish.why import written_place
from maoding.publish.words import EVENTS, KINDS, MEASURES, RELEASES, STAGES
from maoding.terms.language import say, spoken

TOGETHER = ("event", "subject")  # all that one row says of a project stands in one form
ALREADY_SAID = ("document", "sheet", "cell")


@dataclass(frozen=True)
class Field:
    """One thing said; `id` where it is an entry of its own."""

    name: str
    value: str
    id: str = ""
    href: str = ""


@dataclass(frozen=True)
class Form:
    """What one row of a feed, or one place in a document, was read as."""

    ids: tuple[str, ...]
    kind: str
    mark: str
    title: str
    number: str
    fields: tuple[Field, ...]
    place: str
    href: str


def forms(entries: Iterable[Found], names: Names, asked: Asked) -> list[Form]:
    """Forms of some entries, in their order; entries about one project from one row come as one."""
    rows: dict[tuple[str, ...], list[Found]] = {}
    for entry in entries:
        together = entry.kind in TOGETHER and entry.place.get("record")
        key = (str(entry.place["record"]), entry.source) if together else (entry.id,)
        rows.setdefault(key, []).append(entry)
    return [_form(row, names, asked) for row in rows.values()]


def form(entry: Found, names: Names, asked: Asked) -> Form:
    """The form of one entry."""
    return _form([entry], names, asked)


def _form(row: list[Found], names: Names, asked: Asked) -> Form:
    first = row[0]
    place = {name: value for name, value in first.place.items() if name not in ALREADY_SAID}
    if first.kind == "event" or len(row) > 1:
        fields = [_event(entry, asked) for entry in row if entry.kind == "event"]
    else:
        fields = FIELDS.get(first.kind, _other)(first.body)
    return Form(
        ids=tuple(entry.id for entry in row),
        kind=say(KINDS["event" if len(row) > 1 else first.kind]),
        mark=kind_of(row[-1]),
        title=_title(first, names),
        number=_number(first) if first.kind != "event" else "",
        fields=tuple(field for field in fields if field.value),
        place=written_place(place),
        href=asked.entry(first.id),
    )


def _title(entry: Found, names: Names) -> str:
    """Whom and what the entry is about."""
    body = entry.body
    subject = names.subject(str(body.get("subject") or body.get("code") or body.get("name")))
    if entry.kind == "commitment":
        return f"{subject} {names.promise(body)}"
    if entry.kind == "rule":
        return str(json.loads(body["table"])["title"][spoken.get()])
    if entry.kind == "reading":
        return f"{subject} {names.indicators.get(body['indicator'], body['indicator'])}"
    return subject


def _number(entry: Found) -> str:
    """The number as said, with its relation and unit as said; empty where none was."""
    body = entry.body
    if not body.get("number"):
        return ""
    relation = RELATIONS.get(body.get("relation", ""), "")
    growth = say("增长") if body.get("measure") == "growth" else ""
    return " ".join(part for part in (growth, relation, _said(body)) if part)


def _said(body: dict[str, Any]) -> str:
    if not body["number"]:
        return ""
    unit = say(body["unit"]) if body["unit"] else ""
    times = f"{THIN_SPACE}×" if unit[:1].isdigit() else ""
    return f"{body['number']}{times}{THIN_SPACE}{unit}".strip()


def _commitment(body: dict[str, Any]) -> list[Field]:
    return [
        Field(say("时期"), _period(body)),
        Field(say("力度"), say(STRENGTHS[body["strength"]])),
        Field(say("计量"), say(MEASURES[body["measure"]])),
    ]


def _reading(body: dict[str, Any]) -> list[Field]:
    return [
        Field(say("时期"), _period(body)),
        Field(say("计量"), say(MEASURES[body["measure"]])),
        Field(say("版本"), say(RELEASES[body["release"]])),
    ]


def _event(entry: Found, asked: Asked) -> Field:
    body = entry.body
    what = EVENTS.get(body["kind"])
    detail = (
        say(STAGES[body["detail"]])
        if body["kind"] == "stage" and body["detail"] in STAGES
        else body["detail"]
    )
    on = published_on(body["on"], "day") if body["on"] else ""
    value = " ".join(part for part in (detail, _said(body), on) if part)
    return Field(say(what) if what else body["kind"], value, entry.id, asked.entry(entry.id))


def _rule(body: dict[str, Any]) -> list[Field]:
    wording = say("；").join(json.loads(body["table"])["wording"])
    return [Field(say("起用"), day(dt.date.fromisoformat(body["since"]))), Field(say("规则原文"), wording)]


def _other(body: dict[str, Any]) -> list[Field]:
    return [Field(say("名称"), str(body.get("title") or body.get("reason") or body.get("name_en") or ""))]


def _period(body: dict[str, Any]) -> str:
    start, end = map(dt.date.fromisoformat, body["period"])
    return period(start, end)


FIELDS = {"commitment": _commitment, "reading": _reading, "rule": _rule}
