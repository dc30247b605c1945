"""Timeline: where on a line of years does each step of a project lie?

Dates are drawn as wide as they were stated: a year takes a year's width. All places are percentages of the whole line.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from maoding.publish.projects import span
from maoding.publish.shown import published_on
from maoding.terms.language import noted, say

Row = dict[str, Any]
LEAST_WIDTH = 0.8  # per cent of the line: a day must still be seen
MOST_TICKS = 7
KINDS = {"planned": noted("计划"), "actual": noted("实际"), "as_of": noted("当时已在此步")}

DRAWN = ("as_of", "actual", "planned")


@dataclass(frozen=True)
class Mark:
    """One date of a step: planned, actual, or `as_of` (already there on that date); `since` when is then not known."""

    kind: str
    word: str
    x: str
    width: str
    since: bool
    date: str
    id: str


@dataclass(frozen=True)
class Lane:
    """All dates of one step, and in words whether its plan was kept."""

    name: str
    marks: tuple[Mark, ...]
    standing: str


@dataclass(frozen=True)
class TimeLine:
    """Lanes in the order of a project's life, years to write at the line's head, and where the day asked lies."""

    lanes: tuple[Lane, ...]
    ticks: tuple[tuple[str, int], ...]
    asked: str


def timeline(
    steps: Iterable[Row], names: dict[str, str], standings: dict[str, str], day: dt.date
) -> TimeLine:
    """The line of one project.

    `steps` have `step`, `stated_on`, `planned`, `as_of` and `id`; `names` are those of all steps in their order.
    """
    rows = sorted(steps, key=lambda row: span(row["stated_on"]))
    spans = [span(row["stated_on"]) for row in rows] + [(day, day)]
    years = range(min(first.year for first, _ in spans), max(last.year for _, last in spans) + 1)
    start, end = dt.date(years[0], 1, 1), dt.date(years[-1] + 1, 1, 1)
    by_step = {step: [row for row in rows if row["step"] == step] for step in names}
    lanes = [
        Lane(names[step], _marks(dates, start, end), standings.get(step, ""))
        for step, dates in by_step.items()
        if dates
    ]
    every = -(-len(years) // MOST_TICKS)
    ticks = tuple((percent(_part(dt.date(year, 1, 1), start, end)), year) for year in years[::every])
    return TimeLine(tuple(lanes), ticks, percent(_part(day, start, end)))


def _marks(dates: list[Row], start: dt.date, end: dt.date) -> tuple[Mark, ...]:
    """Dates of one step, the day it began drawn over the days it was seen."""
    begun = any(not (row["planned"] or row["as_of"]) for row in dates)
    marks = [_mark(row, start, end, begun=begun) for row in dates]
    return tuple(sorted(marks, key=lambda mark: DRAWN.index(mark.kind)))


def _mark(row: Row, start: dt.date, end: dt.date, *, begun: bool) -> Mark:
    first, last = span(row["stated_on"])
    x = _part(first, start, end)
    width = max(_part(last + dt.timedelta(days=1), start, end) - x, LEAST_WIDTH)
    kind = "planned" if row["planned"] else "as_of" if row["as_of"] else "actual"
    return Mark(
        kind=kind,
        word=say(KINDS[kind]),
        x=percent(x),
        width=percent(width),
        since=kind == "as_of" and not begun,
        date=published_on(row["stated_on"], "day"),
        id=row["id"],
    )


def _part(day: dt.date, start: dt.date, end: dt.date) -> float:
    return 100 * (day - start).days / (end - start).days


def percent(part: float) -> str:
    """A place on the line as SVG writes it."""
    return f"{part:.2f}%"
