"""Clock: how much of the year is over by the calendar, and how many targets are past half?"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from maoding.publish.shown import share
from maoding.terms.periods import is_month_end

YEAR = 12


@dataclass(frozen=True)
class Clock:
    """Whole months of a year gone by, and their share of it as printed."""

    months: int
    share: str


@dataclass(frozen=True)
class Tasks:
    """Of how many targets a completion rate is known, and how many of them are past half."""

    known: int
    halved: int


def clock(day: dt.date, year: int) -> Clock:
    """How far a year is by a day's end: whole months, none before the year begins and all once it is over."""
    gone = (day.year - year) * YEAR + day.month - (0 if is_month_end(day) else 1)
    months = min(max(gone, 0), YEAR)
    return Clock(months, share(100 * months / YEAR))


def past_half(rows: Iterable[dict[str, Any]]) -> Tasks:
    """Targets with a completion rate, and those of them of which half or more is done."""
    known = [row for row in rows if row["completion_shown"] is not None]
    return Tasks(len(known), sum(2 * row["done_part"] >= row["whole_part"] for row in known))
