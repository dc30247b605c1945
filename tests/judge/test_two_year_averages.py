"""Two-year averages: do two-year averages agree with what was published, where naive rounding does not?"""

from fractions import Fraction

import pytest
from hypothesis import given as every
from hypothesis import strategies as some

import maoding.judge.every  # noqa: F401 - findings enter by import
from maoding.judge.finding import ask
from maoding.judge.two_year_averages import is_two_year_average
from tests.judge.printed import in_print, rate
from tests.judge.written import given

PUBLISHED = [
    ("T-2Y01", "8.5", "4.2", "4.2"),
    ("T-2Y02", "3.5", "1.7", "1.7"),
    ("T-2Y03", "9.1", "4.4", "4.5"),
]


@pytest.mark.parametrize(
    ("growth_", "average", "naive"), [case[1:] for case in PUBLISHED], ids=[case[0] for case in PUBLISHED]
)
def test_published_averages_agree_by_their_intervals(growth_, average, naive):
    assert is_two_year_average(rate(average), rate(growth_))
    assert in_print(Fraction(((1 + float(growth_) / 100) ** 0.5 - 1) * 100), 1) == naive


def test_t_2y03_bounds_and_what_lies_beyond():
    assert not is_two_year_average(rate("4.3"), rate("9.1"))
    assert not is_two_year_average(rate("4.6"), rate("9.1"))


@every(some.fractions(Fraction(-1, 2), 2), some.integers(0, 3), some.integers(0, 3))
def test_a_true_average_is_never_called_wrong(average, places, finer):
    over_two = (1 + average) ** 2 - 1
    assert is_two_year_average(rate(in_print(100 * average, places)), rate(in_print(100 * over_two, finer)))


def test_averages_come_from_two_published_growths():
    readings = """
        measure period       number
        growth  2021年1-6月  12.6%
        growth  2020年1-6月  -3.1%
        growth  2021年1-5月  15.4%
        level   2020年1-5月  100亿元
    """
    (row,) = ask("two_year_averages", given(readings=readings)).rows(named=True)
    assert row["average_shown"] == pytest.approx(4.4559, abs=0.001)
    bounds = (rate("12.6").plus(1) * rate("-3.1").plus(1)).plus(-1)
    assert row["low_shown"] == pytest.approx(((1 + float(bounds.low)) ** 0.5 - 1) * 100)
    assert row["high_shown"] == pytest.approx(((1 + float(bounds.high)) ** 0.5 - 1) * 100)
    assert row["period_end"].year == 2021
