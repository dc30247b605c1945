"""Numeric: what do FEEL's functions of numbers give?"""

from collections.abc import Callable
from decimal import (
    ROUND_CEILING,
    ROUND_DOWN,
    ROUND_FLOOR,
    ROUND_HALF_DOWN,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    ROUND_UP,
    Decimal,
)

from maoding.decisions.faults import NoValue
from maoding.decisions.functions.registry import DAYS, MONTHS, NUMBER, built_in, may, want
from maoding.decisions.values.durations import DaysDuration, MonthsDuration
from maoding.decisions.values.numbers import DECIMAL128, SCALES, finite, scaled, worked
from maoding.terms.language import say


def truncated(number: Decimal) -> int:
    """The whole part of a number, as counts and positions are taken.

    Raises:
        NoValue: it is too large to count with.
    """
    if number.adjusted() > 18:
        raise NoValue(say("数字太大：{number}", number=number))
    return int(number)


def rounded(number: Decimal, scale: Decimal, way: str) -> Decimal:
    """A number with `scale` decimals.

    Raises:
        NoValue: no number can have so many.
    """
    decimals = truncated(scale)
    if decimals not in SCALES:
        raise NoValue(say("小数位数须在 -6111 到 6176 之间"))
    return scaled(number, decimals, way)


def _rounding(way: str) -> Callable[..., Decimal]:
    def work(number: Decimal, scale: Decimal = Decimal(0)) -> Decimal:
        return rounded(number, scale, way)

    return work


for _name, _way in (("floor", ROUND_FLOOR), ("ceiling", ROUND_CEILING)):
    built_in(_name, want("n", NUMBER), may("scale", NUMBER))(_rounding(_way))
for _name, _way in (
    ("decimal", ROUND_HALF_EVEN),
    ("round up", ROUND_UP),
    ("round down", ROUND_DOWN),
    ("round half up", ROUND_HALF_UP),
    ("round half down", ROUND_HALF_DOWN),
):
    built_in(_name, want("n", NUMBER), want("scale", NUMBER))(_rounding(_way))


@built_in("abs", want("n", NUMBER))
def absolute(n: Decimal) -> Decimal:
    """A number without its sign."""
    return n.copy_abs()


@built_in("abs", want("n", DAYS))
def absolute_days(n: DaysDuration) -> DaysDuration:
    """A span of days without its sign."""
    return DaysDuration(abs(n.nanoseconds))


@built_in("abs", want("n", MONTHS))
def absolute_months(n: MonthsDuration) -> MonthsDuration:
    """A span of months without its sign."""
    return MonthsDuration(abs(n.months))


@built_in("modulo", want("dividend", NUMBER), want("divisor", NUMBER))
def modulo(dividend: Decimal, divisor: Decimal) -> Decimal:
    """What is left over, with the sign of the divisor."""
    if not divisor:
        raise NoValue(say("算不出数值（除以零，或超出范围）"))
    left = finite(DECIMAL128.remainder(dividend, divisor))
    return worked("+", left, divisor) if left and (left < 0) != (divisor < 0) else left


@built_in("sqrt", want("number", NUMBER))
def square_root(number: Decimal) -> Decimal:
    """The square root; negative numbers have none."""
    return finite(DECIMAL128.sqrt(number))


@built_in("log", want("number", NUMBER))
def logarithm(number: Decimal) -> Decimal:
    """The natural logarithm; nought and negative numbers have none."""
    return finite(DECIMAL128.ln(number))


@built_in("exp", want("number", NUMBER))
def exponential(number: Decimal) -> Decimal:
    """e to the power of a number."""
    return finite(DECIMAL128.exp(number))


@built_in("odd", want("number", NUMBER))
def is_odd(number: Decimal) -> bool:
    """Whether a number is odd; one with a fraction is neither odd nor even."""
    return abs(DECIMAL128.remainder(number, Decimal(2))) == 1


@built_in("even", want("number", NUMBER))
def is_even(number: Decimal) -> bool:
    """Whether a number is even."""
    return not DECIMAL128.remainder(number, Decimal(2))
