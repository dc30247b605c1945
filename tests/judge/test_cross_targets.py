"""Cross-targets: does what several promises say together come out, and the unknown stay unknown?"""

from maoding.judge.cross_targets import Remaining, most_base, still_to_add
from tests.judge.printed import exact, rate


def test_t_t02_a_net_increase_and_a_stock_bound_the_base():
    assert most_base(exact("260"), exact("50")).high == 210


def test_t_t03_what_the_second_year_must_bring_carries_the_unknown_stock():
    found = still_to_add(exact("1000"), {"N2020": None, "2021": exact("200")})
    assert (found.more_than.low, found.unknown) == (800, ("N2020",))
    assert str(found) == "> 800 − N2020"


def test_t_t03_with_a_known_stock_nothing_is_unknown():
    assert str(still_to_add(exact("1000"), {"N2020": exact("500"), "2021": exact("200")})) == "> 300"


def test_what_is_only_known_to_bounds_is_told_as_bounds():
    assert str(Remaining(rate("56"))) == "> 111/200…113/200"
