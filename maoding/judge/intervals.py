"""Intervals: between which bounds must the number lie that was printed so?

Exact throughout (fractions): 56 stands for every number from 55.5 up to, but not with, 56.5, because ties round
away from nought (四舍五入, contracts §2). Each bound knows whether it belongs to the interval.
"""

from dataclasses import dataclass
from fractions import Fraction

from maoding.terms.numbers import Printed

Bound = tuple[Fraction, bool]
NOUGHT: Bound = (Fraction(0), True)


class UnboundedError(ArithmeticError):
    """The quotient has no bounds: nought is among the divisors."""


@dataclass(frozen=True)
class Interval:
    """All numbers between two bounds; `low_in` and `high_in` say whether the bound itself is one of them."""

    low: Fraction
    high: Fraction
    low_in: bool = True
    high_in: bool = True

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(
            self.low + other.low,
            self.high + other.high,
            low_in=self.low_in and other.low_in,
            high_in=self.high_in and other.high_in,
        )

    def __neg__(self) -> "Interval":
        return Interval(-self.high, -self.low, low_in=self.high_in, high_in=self.low_in)

    def __sub__(self, other: "Interval") -> "Interval":
        return self + -other

    def __mul__(self, other: "Interval") -> "Interval":
        corners = [_corner(one, two) for one in self.bounds for two in other.bounds]
        low, high = min(value for value, _ in corners), max(value for value, _ in corners)
        return Interval(low, high, low_in=(low, True) in corners, high_in=(high, True) in corners)

    def __truediv__(self, other: "Interval") -> "Interval":
        if other.low <= 0 <= other.high:
            raise UnboundedError
        return self * Interval(1 / other.high, 1 / other.low, low_in=other.high_in, high_in=other.low_in)

    @property
    def bounds(self) -> tuple[Bound, Bound]:
        """Both bounds, each with whether it belongs to the interval."""
        return (self.low, self.low_in), (self.high, self.high_in)

    @property
    def middle(self) -> Fraction:
        """The number halfway: what the printed numbers come to when taken as exact and only added."""
        return (self.low + self.high) / 2

    def times(self, factor: Fraction | int) -> "Interval":
        """The interval on another scale; shares times 100 are per cent."""
        return self * exactly(factor)

    def plus(self, number: Fraction | int) -> "Interval":
        """The interval moved along by an exact number."""
        return self + exactly(number)

    def is_below(self, other: "Interval") -> bool:
        """Whether every number here is smaller than every number there."""
        if self.high == other.low:
            return not (self.high_in and other.low_in)
        return self.high < other.low

    def meets(self, other: "Interval") -> bool:
        """Whether some number lies in both: the two can be the same number."""
        return not (self.is_below(other) or other.is_below(self))

    def holds(self, number: Fraction | int) -> bool:
        """Whether the number lies in the interval."""
        return self.meets(exactly(number))


def exactly(number: Fraction | int) -> Interval:
    """The interval of one number: counts, and amounts taken as exact."""
    return Interval(Fraction(number), Fraction(number))


def last_place(printed: Printed) -> Fraction:
    """One unit of the last printed digit: 1/10 for 30.6."""
    return Fraction(10) ** -printed.decimals


def value_of(printed: Printed) -> Interval:
    """The printed number taken as exact."""
    return exactly(Fraction(printed.value))


def rounded_from(printed: Printed) -> Interval:
    """All numbers that print so when rounded half up (四舍五入), ties away from nought."""
    value, half = Fraction(printed.value), last_place(printed) / 2
    return Interval(value - half, value + half, low_in=value > 0, high_in=value < 0)


def cut_from(printed: Printed) -> Interval:
    """All numbers that print so when the further digits are cut off (截尾): towards nought."""
    value, place = Fraction(printed.value), last_place(printed)
    if value > 0:
        return Interval(value, value + place, high_in=False)
    if value < 0:
        return Interval(value - place, value, low_in=False)
    return Interval(-place, place, low_in=False, high_in=False)


def _corner(one: Bound, two: Bound) -> Bound:
    """Product of two bounds; nought that belongs makes nought whatever it is multiplied by."""
    belongs = (one[1] and two[1]) or NOUGHT in {one, two}
    return one[0] * two[0], belongs
