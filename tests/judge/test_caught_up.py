"""Caught up: is the day found on which a year had brought as much as the whole year before?"""

from fractions import Fraction

import pytest
from hypothesis import given as every
from hypothesis import strategies as some

import maoding.judge.every  # noqa: F401 - findings enter by import
from maoding.judge.finding import ask
from maoding.judge.intervals import rounded_from
from maoding.terms.numbers import Printed
from tests.judge.written import given

YEAR = ["GDP level 2021年 703.8亿元 2022-08", "GDP growth 2021年 35% 2022-08"]


def caught_up(*lines, year=YEAR):
    readings = "\n".join(["indicator measure period number said", *year, *lines])
    rows = ask("caught_up", given(readings=readings)).rows(named=True)
    return rows[0] if rows else {}


def test_the_first_figure_that_can_be_as_much_as_the_year_before():
    row = caught_up(
        "GDP level 2021年1-9月 507.5亿元 2021-10",
        "GDP level 2021年1-10月 560亿元 2021-11",
        "GDP level 2021年1-11月 620亿元 2021-12",
    )
    assert (str(row["caught_up_on"]), row["days_early"], row["agrees"]) == ("2021-10-31", 61, False)
    assert row["base_shown"] / 1e10 == pytest.approx(521.3, abs=0.05)
    assert str(row["year_end"]) == "2021-12-31"


@pytest.mark.parametrize(
    ("figure", "reached", "agrees"),
    [
        ("519.3", False, None),
        ("519.4", True, True),
        ("521.2", True, True),
        ("523.3", True, True),
        ("523.4", True, False),
    ],
)
def test_rounding_leaves_bounds(figure, reached, agrees):
    """703.8 and 35 % leave 519.40 to 523.27."""
    row = caught_up(f"GDP level 2021年1-10月 {figure}亿元 2021-11")
    assert (bool(row), row.get("agrees")) == (reached, agrees)


@every(
    some.integers(1, 10**6), some.integers(-99, 300), some.integers(1, 10**6), some.sampled_from([0, 1, 2, 3])
)
def test_the_bounds_are_exact(level, growth, figure, places):
    written = [f"{number / 10**places:.{places}f}" for number in (level, figure)]
    year = [f"GDP level 2021年 {written[0]}亿元 2022-08", f"GDP growth 2021年 {growth}% 2022-08"]
    row = caught_up(f"GDP level 2021年1-10月 {written[1]}亿元 2021-11", year=year)
    whole, part = (rounded_from(Printed(text)) for text in written)
    factor = rounded_from(Printed(str(growth))).times(Fraction(1, 100)).plus(1)
    reached = part.high * factor.high > whole.low
    assert bool(row) == reached
    if reached:
        assert row["agrees"] == (part.low * factor.low < whole.high)


@pytest.mark.parametrize(
    "year",
    [
        ["GDP level 2021年1-11月 703.8亿元 2022-08", "GDP growth 2021年1-11月 35% 2022-08"],
        ["GDP level 2021年 703.8亿元 2022-08"],
        ["GDP growth 2021年 35% 2022-08"],
        ["GDP level 2021年 703.8亿元 2022-08", "GDP growth 2021年 -100% 2022-08"],
        ["GDP level 2021年 703.8亿元 2022-08", "GDP growth 2021年 20000% 2022-08"],
        ["GDP level 2021年 0亿元 2022-08", "GDP growth 2021年 35% 2022-08"],
    ],
    ids=["no year", "no growth", "no level", "nothing left", "more than hundredfold", "nought"],
)
def test_without_the_year_before_nobody_caught_up(year):
    assert caught_up("GDP level 2021年1-10月 900亿元 2021-11", year=year) == {}


def test_the_years_own_figure_does_not_catch_up():
    assert caught_up() == {}
