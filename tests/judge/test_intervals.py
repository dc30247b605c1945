"""Intervals: are the bounds those of every number that prints so, and no wider?"""

from decimal import ROUND_DOWN, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from maoding.judge.intervals import (
    Interval,
    UnboundedError,
    cut_from,
    exactly,
    last_place,
    rounded_from,
    value_of,
)
from maoding.terms.numbers import Printed, rounded

HALF = Fraction(1, 2)
numbers = some.decimals(-10_000, 10_000, allow_nan=False, allow_infinity=False, places=6)
places = some.integers(0, 4)


@some.composite
def intervals(draw):
    low, high = sorted((draw(some.fractions(-50, 50)), draw(some.fractions(-50, 50))))
    inside = low == high
    return Interval(
        low, high, low_in=inside or draw(some.booleans()), high_in=inside or draw(some.booleans())
    )


@some.composite
def number_in(draw, interval):
    low, high = interval.low, interval.high
    share = draw(some.fractions(0, 1))
    number = low + (high - low) * share
    return number if interval.holds(number) else (low + high) / 2


@pytest.mark.parametrize(
    ("printed", "low", "high", "low_in", "high_in"),
    [
        ("56", "55.5", "56.5", True, False),
        ("30.6", "30.55", "30.65", True, False),
        ("-6.6", "-6.65", "-6.55", False, True),
        ("0", "-0.5", "0.5", False, False),
        ("12000", "11999.5", "12000.5", True, False),
    ],
)
def test_a_rounded_number_stands_for_all_that_print_so(printed, low, high, low_in, high_in):
    assert rounded_from(Printed(printed)) == Interval(
        Fraction(low), Fraction(high), low_in=low_in, high_in=high_in
    )


@pytest.mark.parametrize(
    ("printed", "low", "high"), [("47", "47", "48"), ("-47", "-48", "-47"), ("0.0", "-0.1", "0.1")]
)
def test_a_cut_number_stands_for_all_that_begin_so(printed, low, high):
    found = cut_from(Printed(printed))
    assert (found.low, found.high) == (Fraction(low), Fraction(high))
    assert found.holds(Fraction(printed))
    assert not found.holds(Fraction(low) if printed == "-47" else Fraction(high))


@given(numbers, places)
def test_what_is_printed_holds_what_it_was_printed_from(number, digits):
    shown = Printed(str(rounded(number, digits)))
    cut = Printed(str(number.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_DOWN)))
    assert rounded_from(shown).holds(Fraction(number))
    assert cut_from(cut).holds(Fraction(number))


@given(numbers, places)
def test_a_number_rounds_to_the_print_just_when_the_interval_holds_it(number, digits):
    for step in (-1, 0, 1):
        other = Printed(str(rounded(number, digits) + step * Decimal(1).scaleb(-digits)))
        assert rounded_from(other).holds(Fraction(number)) == (rounded(number, digits) == Decimal(other.text))


@given(some.data(), intervals(), intervals())
def test_what_is_reckoned_with_numbers_lies_in_what_is_reckoned_with_intervals(data, one, other):
    a, b = data.draw(number_in(one)), data.draw(number_in(other))
    assert (one + other).holds(a + b)
    assert (one - other).holds(a - b)
    assert (one * other).holds(a * b)
    assert (-one).holds(-a)
    assert one.times(3).plus(HALF).holds(3 * a + HALF)
    if other.low > 0 or other.high < 0:
        assert (one / other).holds(a / b)


@given(intervals(), intervals())
def test_two_intervals_meet_or_one_is_below_the_other(one, other):
    assert one.meets(other) == other.meets(one) == (not one.is_below(other) and not other.is_below(one))


def test_a_bound_that_does_not_belong_does_not_touch():
    low, high = rounded_from(Printed("56")), rounded_from(Printed("57"))
    assert low.is_below(high)
    assert not low.meets(high)
    assert exactly(Fraction("56.5")).meets(high)
    assert not low.holds(Fraction("56.5"))


def test_nought_that_belongs_stays_when_multiplied_by_an_open_bound():
    open_ = Interval(Fraction(1), Fraction(2), low_in=False, high_in=False)
    assert (exactly(0) * open_).holds(0)
    assert not (open_ * open_).holds(1)


@pytest.mark.parametrize(
    "divisor", [exactly(0), rounded_from(Printed("0")), rounded_from(Printed("-0.4")).plus(Fraction("0.4"))]
)
def test_nothing_is_divided_by_what_may_be_nought(divisor):
    with pytest.raises(UnboundedError):
        exactly(1) / divisor


def test_the_last_place_and_the_middle_are_those_of_the_print():
    assert last_place(Printed("30.6")) == Fraction(1, 10)
    assert rounded_from(Printed("30.6")).middle == value_of(Printed("30.6")).low == Fraction("30.6")
