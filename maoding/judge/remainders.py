"""Remainders: do the parts leave something of the whole unsaid?"""

from collections.abc import Iterable
from dataclasses import dataclass

from maoding.judge.intervals import Interval, exactly


@dataclass(frozen=True)
class Remainder:
    """What is left of a whole beside its parts (未说明); a `state` of left, none or over (the parts overlap or err)."""

    state: str
    sum: Interval
    left: Interval


def total_of(parts: Iterable[Interval]) -> Interval:
    """Sum of the parts (合计)."""
    return sum(parts, start=exactly(0))


def remainder(whole: Interval, parts: Iterable[Interval]) -> Remainder:
    """Set the parts against their whole: 45 items listed as 24, 9 and 11 leave one unsaid (未说明).

    Something is left, or too much is said, only when no rounding of any of the numbers makes them equal.
    """
    together = total_of(parts)
    state = "none"
    if together.is_below(whole):
        state = "left"
    elif whole.is_below(together):
        state = "over"
    return Remainder(state, together, whole - together)
