"""Course: how did one body's figures run through the year, beside last year's and what was promised?"""

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import cycle
from typing import Any

import polars as pl

from maoding.publish.asking import Answers
from maoding.publish.curve import ACCENT, INK, SOFT, chart, line, months_of, plain
from maoding.publish.indicators import Known, Scope, counted_to, is_early
from maoding.publish.pages.asked import Asked
from maoding.publish.pages.cells import Number
from maoding.publish.pages.figures import amount, figure
from maoding.publish.pages.year import STATES
from maoding.publish.scoreboard import Names
from maoding.publish.shown import published_on, reader_unit
from maoding.terms.language import say
from maoding.terms.periods import is_month_end

Row = dict[str, Any]
Years = dict[int, dict[int, Row]]
MONTHS = 12
BROWN, VIOLET = "#9a6a2f", "#5b4b8a"
LEAST = 2  # one number is no course


@dataclass(frozen=True)
class Month:
    """One month's end: the figure of this year and of last, and what was due by even pace."""

    name: str
    now: Number | None
    early: bool
    before: Number | None
    due: Number | None


@dataclass(frozen=True)
class Course:
    """One body's year: its months with a figure, its promises, and the chart's option (empty where none helps)."""

    body: str
    name: str
    year: int
    months: tuple[Month, ...]
    targets: tuple[tuple[str, Number], ...]
    option: str


def bodies_with_levels(answers: Answers, code: str, scope: Scope) -> list[str]:
    """Bodies with a level of the year asked or the year before, in the order of the page."""
    rows = _levels(answers, code)
    return sorted({row["subject"] for row in rows if row["subject"] in scope.places}, key=scope.place)


def course(
    answers: Answers, known: Known, body: str, promises: Iterable[Row], asked: Asked, scale: str
) -> Course:
    """The year of one body; `promises` are its rows of the scoreboard."""
    year = answers.question.year[0].year
    rows = [row for row in _levels(answers, known.code) if row["subject"] == body]
    by_month = {each: _by_month(rows, each, known.kind) for each in (year, year - 1)}
    ours = [row for row in promises if row["subject"] == body and _is_for(row, answers.question.year)]
    wanted = [row for row in ours if row["amount"] is not None or row["inferred_plan"]]
    told = [month for month in range(1, MONTHS + 1) if any(month in each for each in by_month.values())]
    return Course(
        body=body,
        name=Names(answers).subject(body),
        year=year,
        months=tuple(_month(month, by_month, wanted, asked, scale) for month in told),
        targets=tuple((_said_on(row), _promise(row, asked, scale)) for row in wanted),
        option=_option(by_month, wanted, known.kind, scale),
    )


def _levels(answers: Answers, code: str) -> list[Row]:
    """Figures in use that lie within the year asked or the year before it."""
    start, end = answers.question.year
    before = dt.date(start.year - 1, 1, 1)
    within = pl.col("period_start") >= before, pl.col("period_end") <= end
    figures = answers.table("figures").filter(
        pl.col("indicator") == code, pl.col("measure") == "level", *within
    )
    return [row for row in figures.to_dicts() if row["family"] != "rank"]


def _by_month(rows: Iterable[Row], year: int, kind: str) -> dict[int, Row]:
    """Of each month of a year the figure to its end: cumulative from the year's first day, of a state any within."""
    first = dt.date(year, 1, 1)
    ours = [
        row
        for row in rows
        if row["period_end"].year == year
        and (row["period_start"] >= first if kind in STATES else _adds_up(row, first))
    ]
    ours.sort(key=lambda row: (row["period_end"], counted_to(row), row["id"]))
    return {row["period_end"].month: row for row in ours}


def _adds_up(row: Row, first: dt.date) -> bool:
    """Whether a figure counts whole months from the year's first day: one to some day between speaks for no month."""
    return bool(row["period_start"] == first and is_month_end(row["period_end"]))


def _is_for(row: Row, year: tuple[dt.date, dt.date]) -> bool:
    """Whether a promise asks for an amount by the end of just this year."""
    return (
        row["measure"] == "level"
        and row["relation"] != "rank"
        and (row["period_start"], row["period_end"]) == year
    )


def _target(row: Row) -> float:
    """The number a promise asks for; a plan implied by a published rate where it was not printed."""
    wanted: float = row["plan_shown"] if row["inferred_plan"] else row["amount"]
    return wanted


def _promise(row: Row, asked: Asked, scale: str) -> Number:
    return amount(_target(row), row["unit"], asked, scale, asked.row(row["promise"]))


def _said_on(row: Row) -> str:
    return published_on(row["published_at"], row["published_precision"])


def _month(month: int, by_month: Years, wanted: list[Row], asked: Asked, scale: str) -> Month:
    now, before = (by_month[year].get(month) for year in sorted(by_month, reverse=True))
    paced = next((row for row in wanted if row["paced"]), None)
    due = _due_by(month, paced, asked, scale) if paced else None
    return Month(
        name=months_of(dt.date(2000, 1, 1), MONTHS)[month],
        now=figure(now, asked, scale),
        early=bool(now and is_early(now)),
        before=figure(before, asked, scale),
        due=due,
    )


def _due_by(month: int, row: Row, asked: Asked, scale: str) -> Number:
    return amount(_target(row) * month / MONTHS, row["unit"], asked, scale, asked.row(row["promise"]))


def _option(by_month: Years, wanted: list[Row], kind: str, scale: str) -> str:
    """ECharts' option: targets, what is due by even pace, last year and this; empty where one number stands alone."""
    said = [row for rows in by_month.values() for row in rows.values()]
    units = {reader_unit(row["unit"], scale) for row in [*said, *wanted]}
    if not said or len(said) + len(wanted) < LEAST or len(units) > 1:
        return ""
    year = max(by_month)
    lines = [_flat(row, colour, scale) for row, colour in zip(wanted, cycle((INK, VIOLET)), strict=False)]
    lines += [_due(row, scale) for row in wanted if row["paced"]][:1]
    for each, colour in ((year - 1, BROWN), (year, ACCENT)):
        if by_month[each]:
            data = _along(by_month[each], kind, scale)
            lines.append(line(say("{year}年实绩", year=each), data, colour, dashed=False, marked=True))
    option = chart(months_of(dt.date(year, 1, 1), MONTHS), lines, say(units.pop()))
    return json.dumps(option, ensure_ascii=False)


def _flat(row: Row, colour: str, scale: str) -> dict[str, Any]:
    name = say("目标（{day}说）", day=_said_on(row))
    return line(name, [plain(_target(row), row["unit"], scale)] * (MONTHS + 1), colour, dashed=True)


def _due(row: Row, scale: str) -> dict[str, Any]:
    whole = plain(_target(row), row["unit"], scale)
    due = [round(whole * month / MONTHS, 4) for month in range(MONTHS + 1)]
    return line(say("按月均匀应完成"), due, SOFT, dashed=False)


def _along(rows: dict[int, Row], kind: str, scale: str) -> list[float | None]:
    """Numbers from before the first month to the last; what adds up begins at nought."""
    begin = 0.0 if kind == "flow" else None
    months = (rows.get(month) for month in range(1, MONTHS + 1))
    return [begin, *(plain(row["amount"], row["unit"], scale) if row else None for row in months)]
