"""Pace cells: how do completion, what was due and what is still needed stand in a promise's row?"""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from maoding.publish.bulletins.promise_words import HALF
from maoding.publish.pages.asked import Asked
from maoding.publish.pages.number import Number, number_of
from maoding.publish.shown import THIN_SPACE, points, share
from maoding.terms.language import say
from maoding.terms.numbers import rounded

Row = dict[str, Any]
DECIMALS = (1, 2, 3)  # as few as still tell two different shares apart


def completion(row: Row, asked: Asked, here: Asked) -> Number | None:
    """A published rate leads to its own words, one worked out here to how it was worked out."""
    if row["completion_shown"] is None:
        return None
    printed = here.source(row["source"], row["promise"])
    href = printed if row["inferred_plan"] else asked.row(row["promise"])
    value = row["completion_shown"]
    return Number(_percent(value, decimals(row)), href, full=_unrounded(value), unit="%", in_head=True)


def due(row: Row, asked: Asked) -> Number | None:
    """What was due by even pace, a percentage."""
    return _worked_out(row["due_shown"], row, asked, _percent, "%")


def due_own(row: Row, asked: Asked) -> Number | None:
    """What was due by the body's own plan to date, a percentage."""
    return _worked_out(row["due_own_shown"], row, asked, _percent, "%")


def ahead(row: Row, asked: Asked) -> Number | None:
    """Percentage points in advance of even pace."""
    return _worked_out(row["ahead_shown"], row, asked, points, say("百分点"))


def decimals(row: Row) -> int:
    """With how many decimals a row's shares are printed, so that rounding hides no difference there is."""
    if not row["ahead_part"]:
        return DECIMALS[0]
    return next((each for each in DECIMALS if _is_told(row, each)), DECIMALS[-1])


def _is_told(row: Row, places: int) -> bool:
    done, asked_for, between = (
        rounded(Decimal(str(row[name])), places) for name in ("completion_shown", "due_shown", "ahead_shown")
    )
    return done != asked_for and between != 0


def half(row: Row) -> str:
    """Whether half is done by mid-year (双过半), in a word."""
    return say(HALF[row["half"]]) if row["half"] else ""


def is_over(row: Row, asked: Asked) -> bool:
    """Whether no month of a promise's period is left on the day asked."""
    return bool(asked.day >= row["period_end"])


def needed(row: Row, asked: Asked) -> Number | None:
    """What each month left still has to bring; a dash where none is left."""
    if row["needed_shown"] is None:
        return None
    href = asked.row(row["promise"])
    if _is_done(row):
        return Number(say("已完成"), href)
    if is_over(row, asked):
        return Number("–", href, full=say("期已过，没有剩下的月份"))
    return number_of(row["needed_shown"], row["unit"], asked, href)


def gap(row: Row, asked: Asked) -> Number | None:
    """What is still missing to the target."""
    if row["gap_shown"] is None or row["gap_shown"] <= 0:
        return None
    return number_of(row["gap_shown"], row["unit"], asked, asked.row(row["promise"]))


def so_far(row: Row, asked: Asked) -> Number | None:
    """What each month brought so far, in the unit of what it still needs to bring."""
    if _is_done(row):
        return None
    return replace(
        number_of(row["so_far_shown"], row["unit"], asked, asked.row(row["promise"])), in_head=True
    )


def _is_done(row: Row) -> bool:
    return row["needed_shown"] is None or row["gap_shown"] <= 0


def _worked_out(
    value: float | None, row: Row, asked: Asked, written: Callable[[float, int], str], unit: str
) -> Number | None:
    if value is None:
        return None
    text = written(value, decimals(row))
    return Number(text, asked.row(row["promise"]), full=_unrounded(value), unit=unit, in_head=True)


def _percent(value: float, places: int) -> str:
    return share(value, places).removesuffix(f"{THIN_SPACE}%")


def _unrounded(value: float) -> str:
    return f"{rounded(Decimal(str(value)), 6).normalize():f}"
