"""Forms: what does an entry say, field by field, in the reader's words?"""

import datetime as dt
from typing import Any

from maoding.ledger.find import Found
from maoding.publish.scoreboard import Names
from maoding.publish.shown import THIN_SPACE, period, published_on
from maoding.publish.terminal import RELATIONS, STRENGTHS
from maoding.publish.why import written_place
from maoding.publish.words import EVENTS, KINDS, MEASURES, RELEASES, STAGES
from maoding.terms.language import say

Form = list[tuple[str, str]]


def title(entry: Found, names: Names) -> str:
    """Whom and what the entry is about."""
    body = entry.body
    subject = names.subject(str(body.get("subject") or body.get("code") or ""))
    if entry.kind == "commitment":
        return f"{subject} {names.promise(body | {'record': entry.record})}"
    if entry.kind == "reading":
        return f"{subject} {names.indicator(str(body['indicator']))}"
    return subject or str(body.get("name", entry.id))


def number(entry: Found) -> str:
    """The number as said, with its relation and unit as said; empty where none was."""
    body = entry.body
    if not body.get("number"):
        return ""
    relation = say(RELATIONS[body["relation"]]) if body.get("relation") else ""
    growth = say("增长") if body.get("measure") == "growth" else ""
    said = f"{body['number']}{THIN_SPACE}{say(body['unit']) if body['unit'] else ''}".strip()
    return " ".join(part for part in (growth, relation, said) if part)


def form(entry: Found) -> Form:
    """The other fields, each with its name; what was not said is left out."""
    fields = {
        "commitment": _commitment,
        "reading": _reading,
        "event": _event,
    }.get(entry.kind, _other)(entry.body)
    fields.append((say("公布"), published_on(*entry.body["published"])))
    fields.append((say("位置"), written_place(entry.place)))
    return [(name, value) for name, value in fields if value]


def _commitment(body: dict[str, Any]) -> Form:
    return [
        (say("时期"), _period(body)),
        (say("力度"), say(STRENGTHS[body["strength"]])),
        (say("计量"), say(MEASURES[body["measure"]])),
    ]


def _reading(body: dict[str, Any]) -> Form:
    return [
        (say("时期"), _period(body)),
        (say("计量"), say(MEASURES[body["measure"]])),
        (say("版本"), say(RELEASES[body["release"]])),
    ]


def _event(body: dict[str, Any]) -> Form:
    what = EVENTS.get(body["kind"], body["kind"])
    detail = STAGES.get(body["detail"], body["detail"]) if body["kind"] == "stage" else body["detail"]
    return [(say("事项"), say(what)), (say("内容"), say(detail) if detail else ""), (say("时间"), body["on"])]


def _other(body: dict[str, Any]) -> Form:
    return [(say("名称"), str(body.get("name") or body.get("title") or body.get("reason") or ""))]


def _period(body: dict[str, Any]) -> str:
    start, end = map(dt.date.fromisoformat, body["period"])
    return period(start, end)


def kind(entry: Found) -> str:
    """What kind of entry it is."""
    return say(KINDS[entry.kind])
