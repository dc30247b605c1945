"""Replay: what would a rule make of a city's promises, and who changes colour against another rule?"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from maoding.publish.pages.asked import Asked
from maoding.publish.pages.cells import Light, Line, drawn, light, line
from maoding.publish.pages.rule_text import lights
from maoding.publish.pages.site import Site
from maoding.publish.pages.weights import weight
from maoding.publish.rules import LightRule
from maoding.publish.scoreboard import SILENT, Row
from maoding.terms.language import say

UNKNOWN = "unknown"


@dataclass(frozen=True)
class Tally:
    """How many promises have each light under a rule, and the board that shows them."""

    title: str
    counts: list[tuple[Light, int]]
    href: str


@dataclass(frozen=True)
class Change:
    """A promise that changes colour: its row under the rule replayed, its light before and after."""

    line: Line
    href: str
    before: Light
    after: Light


@dataclass(frozen=True)
class Unjudged:
    """Promises with figures that the rule cannot judge for one and the same reason."""

    reason: str
    promises: list[tuple[str, str]]


@dataclass(frozen=True)
class Replay:
    """What a rule makes of the promises asked for; `changes` is None where no other rule is there to compare."""

    tallies: list[Tally]
    changes: list[Change] | None
    unjudged: list[Unjudged]
    silent: int


def replay(site: Site, asked: Asked, name: str) -> Replay:
    """Lights under the rule named and under the city's own (or the one asked for, where that is the same)."""
    rules, pack = site.rules(asked.day), site.pack(asked.city)
    default = str(pack.city["default_rule"])
    other = default if default != name else asked.rule
    by_rule = {
        each: site.scoreboard(pack, asked.day, each, asked.about).rows
        for each in dict.fromkeys((name, other))
    }
    this = replace(asked.plain, rule=name, came=asked.came)
    return Replay(
        tallies=[_tally(rows, this.board(rule=each), rules[each]) for each, rows in by_rule.items()],
        changes=None
        if other == name
        else _changes(by_rule[name], by_rule[other], this, rules[name], rules[other]),
        unjudged=_unjudged(by_rule[name], this, rules[name]),
        silent=sum(row["state"] in SILENT for row in by_rule[name]),
    )


def changed_lights(site: Site, asked: Asked) -> Mapping[str, Light] | None:
    """Of the promises that change colour by the rule asked the light they usually have; None by the city's own rule."""
    pack, rule = site.pack(asked.city), site.rules(asked.day)[asked.rule]
    if asked.rule == pack.city["default_rule"]:
        return None
    rows = site.scoreboard(pack, asked.day, asked.rule, asked.about).rows
    lit = {row["promise"]: light(row, rule).usual for row in rows}
    return {promise: usual for promise, usual in lit.items() if usual}


def _tally(rows: list[Row], href: str, rule: LightRule) -> Tally:
    counted = Counter(drawn(row["light"], rule) for row in rows)
    words = [*lights(rule), drawn(UNKNOWN, rule)]
    return Tally(rule.title, [(light, counted[light]) for light in words], href)


def _changes(
    rows: list[Row], others: list[Row], asked: Asked, rule: LightRule, other: LightRule
) -> list[Change]:
    before = {row["promise"]: drawn(row["light"], other) for row in others}
    told = [(row, before[row["promise"]], drawn(row["light"], rule)) for row in rows]
    return [
        Change(line(row, asked, rule), asked.row(row["promise"]), was, now)
        for row, was, now in told
        if weight(was.tone) != weight(now.tone)
    ]


def _unjudged(rows: list[Row], asked: Asked, rule: LightRule) -> list[Unjudged]:
    found: dict[str, list[tuple[str, str]]] = {}
    for row in rows:
        if row["light"] == UNKNOWN and row["state"] not in SILENT:
            named = f"{row['subject_name']} {row['indicator_name']}"
            found.setdefault(_reason(row, rule), []).append((named, asked.row(row["promise"])))
    return [Unjudged(reason, promises) for reason, promises in found.items()]


def _reason(row: Row, rule: LightRule) -> str:
    if row["measure"] == "deed":
        return say("任务不判灯，看的是项目的进展")
    if row["stands_beside"]:
        return say("同期数不一致，核对之前不判灯")
    return say("缺少：{missing}", missing=say("、").join(rule.label(name) for name in row["lacking"]))
