"""Bodies: what did each district, town and department promise, and where does it stand?"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from maoding.publish.asking import Answers, tree
from maoding.publish.indicators import latest
from maoding.publish.projects import Project
from maoding.publish.scoreboard import FIRST, Names, Scoreboard
from maoding.terms.language import noted

Row = dict[str, Any]
# How a promise ended, as known on the day asked.
KEPT, LATE, MISSED, OPEN, NOT_DUE = "kept", "late", "missed", "open", "not_due"
ENDINGS = {
    KEPT: noted("期末达到"),
    LATE: noted("做到了，但晚了"),
    MISSED: noted("期末未达到"),
    OPEN: noted("尚无期末数据"),
    NOT_DUE: noted("未到期"),
}
PROJECT = "project"  # the level of what is no body
RANK = "rank"  # the family of places among others


@dataclass(frozen=True)
class Body:
    """One body of the city: who it is, how many promises of the year it made and how they stand, what else is its.

    `counts` are its own promises by state; `owned` those it answers for, its own among them; `projects` those entered
    under it and not under a body below it.
    """

    code: str
    name: str
    level: str
    parent: str
    parent_name: str
    id: str
    counts: Mapping[str, int]
    owned: int
    projects: int

    @property
    def promises(self) -> int:
        """How many promises it made."""
        return sum(self.counts.values())


@dataclass(frozen=True)
class Figures:
    """What is known of a body under one indicator: the latest period's level, growth and share in its parent's."""

    indicator: str
    name: str
    start: dt.date
    end: dt.date
    level: Row | None
    growth: Row | None
    share: Row | None

    @property
    def first(self) -> Row:
        """The figure that stands for the others: the level where there is one."""
        return next(each for each in (self.level, self.growth, self.share) if each)


def known_bodies(answers: Answers, board: Scoreboard, projects: Iterable[Project]) -> list[Body]:
    """Every body of the city, those with promises behind first, in the reader's language."""
    names = Names(answers)
    states: dict[str, Counter[str]] = {}
    for row in board.rows:
        states.setdefault(row["subject"], Counter())[row["state"]] += 1
    owned = Counter(row["owner"] for row in board.rows)
    under = Counter(each.body for each in projects)
    ours = set(tree(answers.table("subjects"), answers.question.pack.city["code"]))
    found = [
        Body(
            code=(code := row["code"]),
            name=names.subject(code),
            level=row["level"],
            parent=row["parent"],
            parent_name=names.subject(row["parent"]) if row["parent"] else "",
            id=row["id"],
            counts={state: states.get(code, Counter())[state] for state in FIRST},
            owned=owned[code],
            projects=under[code],
        )
        for row in answers.rows("subjects")
        if row["level"] != PROJECT and code_of(row) in ours
    ]
    return sorted(found, key=_urgency)


def code_of(row: Row) -> str:
    """Code of a subject."""
    return str(row["code"])


def _urgency(body: Body) -> tuple[object, ...]:
    return *(-body.counts[state] for state in FIRST[:2]), -body.promises, -body.owned, body.code


def years_of(commitments: pl.DataFrame, code: str) -> tuple[int, ...]:
    """Years for which a body promised something or answers for a promise, the latest first."""
    whose = (pl.col("subject") == code) | (pl.col("owner") == code)
    spans = commitments.filter(whose).select("period_start", "period_end").unique()
    years = {year for first, last in spans.iter_rows() for year in range(first.year, last.year + 1)}
    return tuple(sorted(years, reverse=True))


def ending(row: Row, day: dt.date) -> str:
    """How a promise of the board ended, as known on a day: one of ENDINGS.

    A task counts as late only where it is sure that its last project came after the day promised.
    """
    if row["period_end"] > day:
        return NOT_DUE
    if row["measure"] == "deed":
        if not row["projects"] or row["reached"] < row["projects"]:
            return OPEN
        return LATE if row["late_least"] > 0 else KEPT
    return {"met": KEPT, "missed": MISSED}.get(row["standing"] or "", OPEN)


def latest_figures(answers: Answers, code: str) -> list[Figures]:
    """Of each indicator the latest figures known of a body, in the order of the city's catalogue."""
    names = Names(answers)
    rows = answers.table("figures").filter(pl.col("subject") == code).to_dicts()
    place = {each["code"]: at for at, each in enumerate(answers.rows("indicators"))}
    by_indicator: dict[str, list[Row]] = {}
    for row in rows:
        by_indicator.setdefault(row["indicator"], []).append(row)
    found = [_figures(each, names.indicators.get(each, each), said) for each, said in by_indicator.items()]
    return sorted(found, key=lambda each: (place.get(each.indicator, len(place)), each.indicator))


def _figures(indicator: str, name: str, rows: list[Row]) -> Figures:
    """The latest period of an indicator's figures; where only shares are known, of those."""
    found = latest(rows)
    start, end = (
        (found.start, found.end)
        if found
        else max(((row["period_start"], row["period_end"]) for row in rows), key=lambda days: days[1])
    )
    said = {row["measure"]: row for row in rows if (row["period_start"], row["period_end"]) == (start, end)}
    return Figures(indicator, name, start, end, said.get("level"), said.get("growth"), said.get("share"))


def ranks_of(answers: Answers, code: str) -> list[Row]:
    """Places of a body among those beside it that one source's figures give for sure, the latest of each indicator."""
    rows = [row for row in answers.rows("ranks") if row["subject"] == code and row["rank"] is not None]
    rows.sort(key=lambda row: (row["period_end"], row["id"]))
    last = {(row["indicator"], row["measure"]): row for row in rows}
    return sorted(last.values(), key=lambda row: (row["indicator"], row["measure"]))


def overlaps(answers: Answers, code: str) -> list[Row]:
    """What the city's pack says of a body and another being one house or one place (区镇合一)."""
    return [each for each in answers.question.pack.relations.get("overlaps", []) if code in each["bodies"]]
