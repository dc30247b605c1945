"""Comparing: are two values equal, and which is less? None where FEEL does not say.

FEEL looks at whole seconds: ``10:30:00.1`` and ``10:30:00.2`` are the same time.
"""

from decimal import Decimal
from typing import Any, cast

from maoding.decisions.values.days import Date
from maoding.decisions.values.durations import DaysDuration, MonthsDuration
from maoding.decisions.values.kinds import kind_of
from maoding.decisions.values.times import DateTime, Time


def equal(left: object, right: object) -> bool | None:
    """Whether two values are equal (FEEL ``=``); None where they are of different kinds."""
    if left is None or right is None:
        return left is right
    if kind_of(left) != kind_of(right):
        return None
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(equal(*pair) for pair in zip(left, right, strict=True))
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(equal(left[key], right[key]) for key in left)
    before, after = _placed(left), _placed(right)
    return left == right if before is None or after is None else before == after


def less(left: object, right: object) -> bool | None:
    """Whether one value comes before another; None where they cannot be put in order."""
    if left is None or right is None or kind_of(left) != kind_of(right):
        return None
    if isinstance(left, Decimal | str | MonthsDuration | DaysDuration):
        return bool(left < cast("Any", right))
    before, after = _placed(left), _placed(right)
    if before is None or after is None or before[0] != after[0]:
        return None
    return before[1] < after[1]


def same(left: object, right: object) -> bool:
    """Whether two values are the same thing, told the same way (FEEL ``is``)."""
    return kind_of(left) == kind_of(right) and left == right


def _placed(value: object) -> tuple[bool, int] | None:
    """Whether a day or time is local, and its place on the line of time in seconds; None for other kinds."""
    if isinstance(value, Date):
        return False, value.ordinal
    if isinstance(value, DateTime):
        return value.offset is None, value.seconds
    if isinstance(value, Time):
        return value.offset is None, value.seconds - (value.offset or 0)
    return None


def key_of(value: object) -> object:
    """Something to look values up by: equal for values that are equal."""
    if isinstance(value, list):
        return kind_of(value), tuple(key_of(each) for each in value)
    if isinstance(value, dict):
        return kind_of(value), frozenset((key, key_of(each)) for key, each in value.items())
    return kind_of(value), _placed(value) or value
