"""Cross-targets: does what several promises say together come out, and the unknown stay unknown?"""

from fractions import Fraction

import pytest

from maoding.judge.cross_targets import Remaining, most_base, rest, still_to_add, twins
from maoding.judge.shares import share, whole_behind
from tests.judge.printed import exact, rate

BASE_2020 = whole_behind(exact("157.3"), rate("33.6"))


def test_t_t01_two_targets_in_one_speech_and_the_level_binds():
    found = twins(exact("468.2"), exact("0.15"), exact("550"))
    assert float(found.growth_as_level.low) == pytest.approx(538.4, abs=0.05)
    assert float(found.level_as_growth.low * 100) == pytest.approx(17.5, abs=0.05)
    assert found.binding == "level"


def test_t_t01_the_level_binds_whatever_the_rounding_of_the_implied_base():
    found = twins(BASE_2020, exact("0.15"), exact("550"))
    assert found.binding == "level"
    assert found.growth_as_level.high < 540


@pytest.mark.parametrize(("level", "binding"), [("530", "growth"), ("538.5", ""), ("550", "level")])
def test_which_of_two_targets_binds_is_open_where_rounding_leaves_it_open(level, binding):
    assert twins(BASE_2020, exact("0.15"), exact(level)).binding == binding


def test_t_t02_a_net_increase_and_a_stock_bound_the_base():
    assert most_base(exact("260"), exact("50")).high == 210


def test_t_t02_the_zone_takes_a_quarter_of_the_citys_promise():
    assert share(exact("50"), exact("200")).low == Fraction(1, 4)


def test_t_t03_what_the_second_year_must_bring_carries_the_unknown_stock():
    found = still_to_add(exact("1000"), {"N2020": None, "2021": exact("200")})
    assert (found.more_than.low, found.unknown) == (800, ("N2020",))
    assert str(found) == "> 800 − N2020"


def test_t_t03_with_a_known_stock_nothing_is_unknown():
    assert str(still_to_add(exact("1000"), {"N2020": exact("500"), "2021": exact("200")})) == "> 300"


def test_what_is_only_known_to_bounds_is_told_as_bounds():
    assert str(Remaining(rate("56"))) == "> 111/200…113/200"


def test_t_t04_the_others_of_a_total():
    assert rest(61, 27) == 34
    with pytest.raises(ValueError, match="62 > 61"):
        rest(61, 62)
