"""Quantities: are numbers set side by side only where they measure the same thing?"""

from fractions import Fraction

import pytest

from maoding.judge.quantities import (
    MixedUnitsError,
    Quantity,
    UnitMissingError,
    counts_pieces,
    in_unit,
    unit_in_common,
    unit_of,
)
from maoding.terms.numbers import Printed


def said(number, unit=""):
    return Quantity(Printed(number), unit)


def test_money_of_three_scales_is_one_family():
    target = unit_in_common([said("19", "亿元"), said("3800", "万元")])
    large, small = in_unit([said("19", "亿元"), said("3800", "万元")], target, exact=True)
    assert (target.name, large.low, small.low) == ("亿元", 19, Fraction("0.38"))


def test_a_finer_unit_may_be_asked_for():
    target = unit_in_common([said("19", "亿元")], "万元")
    (found,) = in_unit([said("19", "亿元")], target, exact=False)
    assert (found.low, found.high) == (185_000, 195_000)


def test_a_number_without_a_unit_is_in_the_one_that_is_stated():
    (found,) = in_unit([said("19.0")], unit_of("亿元"), exact=False)
    assert (found.low, found.high) == (Fraction("18.95"), Fraction("19.05"))


def test_money_of_two_countries_is_never_set_side_by_side():
    with pytest.raises(MixedUnitsError) as caught:
        unit_in_common([said("19", "亿元"), said("38", "亿美元")])
    assert (caught.value.one, caught.value.other) == ("亿元", "亿美元")


def test_a_number_without_a_unit_beside_two_units_could_be_either():
    numbers = [said("19", "亿元"), said("3800", "万元"), said("7")]
    with pytest.raises(UnitMissingError):
        unit_in_common(numbers)
    assert unit_in_common(numbers, "亿元").name == "亿元"


def test_words_for_pieces_are_one_family_and_unknown_words_their_own():
    assert unit_in_common([said("3", "家"), said("5", "项")]).family == "count"
    assert unit_of("蒸吨") != unit_of("车次")
    with pytest.raises(MixedUnitsError):
        unit_in_common([said("3", "蒸吨"), said("5", "车次")])


@pytest.mark.parametrize(
    ("number", "unit", "target", "exact"),
    [
        ("103", "", "", True),
        ("103", "个", "", True),
        ("103", "", "项", True),
        ("103.0", "", "", False),
        ("103", "", "亿元", False),
        ("103", "万家", "", False),
        ("56", "%", "", False),
        ("103", "蒸吨", "", False),
    ],
)
def test_whole_numbers_of_pieces_are_counts_and_nothing_else_is(number, unit, target, exact):
    assert counts_pieces(said(number, unit), unit_of(target)) is exact
