"""Numbers: is what a clerk or a newspaper printed read exactly, and nothing else taken for a number?"""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maoding.terms.numbers import NotANumberError, Printed, read, rounded, split


@pytest.mark.parametrize(
    ("cell", "number", "unit"),
    [
        ("１,２３４.５亿元", "1234.5", "亿元"),
        ("30.6％", "30.6", "%"),
        (" 19 亿元 ", "19", "亿元"),
        ("−3.2%", "-3.2", "%"),
        (".5", "0.5", ""),
        ("1，234", "1234", ""),
        ("3项", "3", "项"),
    ],
)
def test_a_cell_is_split_into_number_and_unit(cell, number, unit):
    assert split(cell) == (number, unit)


@pytest.mark.parametrize("cell", ["", "约三成", "1,23", "12-15", "1.2.3", "亿元"])
def test_what_is_no_single_number_is_refused(cell):
    with pytest.raises(NotANumberError):
        split(cell)


@pytest.mark.parametrize("cell", ["19亿元", "99999999999999999999", "1e99", "1e999999999"])
def test_a_bare_number_has_no_unit_and_fits_the_ledger(cell):
    with pytest.raises(NotANumberError):
        read(cell)


def test_the_precision_printed_is_kept():
    assert (read("56").decimals, read("56.0").decimals) == (0, 1)
    assert (read("56.0").mantissa, read("-0.05").mantissa, read("1.2e4").text) == (560, -5, "12000")


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=4))
def test_a_number_is_its_mantissa_and_decimals(value: Decimal):
    printed = Printed(format(value, "f"))
    assert Decimal(printed.mantissa).scaleb(-printed.decimals) == printed.value == value


def test_ties_round_away_from_nought():
    assert [str(rounded(Decimal(n), 1)) for n in ("0.25", "-0.25", "2.449")] == ["0.3", "-0.3", "2.4"]
