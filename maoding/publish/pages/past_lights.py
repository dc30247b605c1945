"""Past lights: which light had a promise day by day, what was learnt each time, and where is that day's board?"""

import datetime as dt
import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from maoding.ledger import find
from maoding.ledger.find import Found
from maoding.publish.asking import Answers
from maoding.publish.light_history import Past, Wording, light_history
from maoding.publish.pages.asked import Asked
from maoding.publish.pages.cells import Light, drawn
from maoding.publish.pages.forms import form
from maoding.publish.pages.site import KEPT, Site
from maoding.publish.rules import LightRule, light_rule
from maoding.publish.scoreboard import Names
from maoding.publish.shown import day, period

Row = dict[str, Any]


@dataclass(frozen=True)
class PastLight:
    """A day, its board, the light from then on, and what was learnt, as words and address."""

    day: str
    href: str
    light: Light
    learnt: tuple[tuple[str, str], ...]


def past_lights(site: Site, asked: Asked, row: Row, answers: Answers) -> list[PastLight]:
    """The light's way through the year; nothing where no figure was ever known, for there is none to tell of."""
    if row["figure"] is None:
        return []
    names = Names(answers)
    return [
        PastLight(
            day(past.day),
            f"{asked.on(past.day).board()}#row-{past.promise}",
            drawn(past.light, past.rule),
            tuple((_words(entry, names, asked), asked.entry(entry.id)) for entry in _entries(past)),
        )
        for past in _kept(site, answers, row["promise"])
    ]


@lru_cache(maxsize=KEPT * KEPT)
def _kept(site: Site, answers: Answers, promise: str) -> list[Past]:
    """The history of one promise of a board; kept, since a row is opened more than once."""
    asked = answers.question
    rows = site.scoreboard(asked.pack, asked.day, asked.rule.name, asked.year[0].year).rows
    row = next(each for each in rows if each["promise"] == promise)
    return light_history(row, answers, _wordings(asked.rule))


def _wordings(rule: LightRule) -> list[Wording]:
    """The wordings of a rule, the earliest first; where there is one only, it is the rule asked."""
    said = [entry for entry in find.entries(rule.name) if entry.kind == "rule"]
    rules = [light_rule(json.loads(entry.body["table"])) for entry in said] if len(said) > 1 else [rule]
    told = [
        Wording(dt.date.fromisoformat(entry.body["since"]), entry.id, each)
        for entry, each in zip(said, rules, strict=True)
    ]
    return sorted(told, key=lambda wording: wording.since)


def _entries(past: Past) -> list[Found]:
    return [entry for name in past.learnt for entry in find.entries(name)]


def _words(entry: Found, names: Names, asked: Asked) -> str:
    """What was learnt, in a few words: a figure with its period, a promise, a reason, a rule."""
    told = form(entry, names, asked)
    if entry.kind == "rule":
        return f"{told.kind} {told.title}"
    if entry.kind != "reading":
        return f"{told.kind} {told.number or entry.body.get('reason', '')}".strip()
    start, end = map(dt.date.fromisoformat, entry.body["period"])
    return f"{period(start, end)} {told.number}"
