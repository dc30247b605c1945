"""Shares: do part of the level, part of the increase and pull come out as the yearbooks print them?"""

from fractions import Fraction

import pytest
from hypothesis import given as every
from hypothesis import strategies as some

import maoding.judge.every  # noqa: F401 - findings enter by import
from maoding.judge.finding import ask
from maoding.judge.intervals import UnboundedError, exactly
from maoding.judge.shares import (
    base_behind,
    contribution_share,
    increase,
    points_contributed,
    share,
    whole_behind,
)
from maoding.terms import columns
from tests.judge.printed import exact, number, rate
from tests.judge.written import frame, given


def per_cent(interval):
    return float(interval.middle * 100)


@pytest.mark.parametrize(
    ("year", "contribution", "pull"),
    [("1980", "25.1", "4.6"), ("1980", "43.2", "8.0"), ("1980", "31.7", "5.8")],
)
def test_t_c01_fujian_contribution_times_growth_is_the_pull(year, contribution, pull):
    assert points_contributed(rate(contribution), rate("18.4")).meets(rate(pull))


def test_t_c01_fujian_contributions_may_be_negative_and_make_a_whole():
    assert sum((number(part).middle for part in ("10.4", "92.8", "-3.2")), Fraction(0)) == 100
    assert points_contributed(rate("-3.2"), rate("18.4")).high < 0


LONGYAN = [
    # part, level, growth, contribution recomputed, pull recomputed
    ("first industry", "33.7", "18.5", 9.5, 1.06),
    ("second industry", "264.4", "22.3", 86.8, 9.72),
    ("third industry", "253.5", "0.9", 4.07, 0.456),
    ("private", "384.1", "25.4", 140.0, None),
]


@pytest.mark.parametrize(("part", "level", "growth_", "contribution", "pull"), LONGYAN)
def test_t_c02_longyan_contributions_rest_on_the_comparable_base(part, level, growth_, contribution, pull):
    whole, whole_growth = exact("551.6"), exact("11.2").times(Fraction(1, 100))
    own_growth = exact(growth_).times(Fraction(1, 100))
    found = contribution_share(increase(exact(level), own_growth), increase(whole, whole_growth))
    assert per_cent(found) == pytest.approx(contribution, abs=0.05)
    if pull:
        base = share(base_behind(exact(level), own_growth), base_behind(whole, whole_growth))
        assert per_cent(points_contributed(base, own_growth)) == pytest.approx(pull, abs=0.005)
        assert points_contributed(found, whole_growth).middle == points_contributed(base, own_growth).middle


@pytest.mark.parametrize(
    ("level", "growth_", "printed"),
    [("264.4", "22.3", "86.5"), ("253.5", "0.9", "4"), ("384.1", "25.4", "139.6")],
)
def test_t_c02_longyan_printed_contributions_agree_within_the_rounding(level, growth_, printed):
    found = contribution_share(
        increase(number(level), rate(growth_)), increase(number("551.6"), rate("11.2"))
    )
    assert found.meets(rate(printed))


def test_t_c02_longyan_parts_add_up_and_their_contributions_nearly():
    assert sum(exact(level).low for _, level, *_ in LONGYAN[:3]) == exact("551.6").low
    assert sum(part[3] for part in LONGYAN[:3]) == pytest.approx(100.3, abs=0.1)


def test_t_c03_huainan_share_less_its_change_times_growth_is_the_pull():
    base = rate("10.4") - rate("6.2")
    assert base.holds(Fraction("0.042"))
    assert float(points_contributed(exact("0.042"), exact("1.785")).low * 100) == pytest.approx(
        7.50, abs=0.005
    )
    assert points_contributed(base, rate("178.5")).meets(rate("7.4"))


def test_t_c04_yancheng_pull_over_contribution_is_the_growth_of_the_whole():
    base = rate("17.8") - rate("4.1")
    assert points_contributed(base, rate("39.5")).meets(rate("5.4"))
    assert per_cent(exact("5.4").times(Fraction(1, 100)) / exact("0.705")) == pytest.approx(7.66, abs=0.005)


def test_t_c05_dezhou_share_of_the_growth():
    assert points_contributed(rate("33.5"), rate("10.2")).meets(rate("3.4"))


def test_t_c06_a_part_may_contribute_more_than_the_whole():
    assert per_cent(exact("4.1") / exact("7.6")) == pytest.approx(53.9, abs=0.05)
    assert per_cent(contribution_share(exact("4.1"), exact("3.6"))) == pytest.approx(113.9, abs=0.05)


def test_t_c08_guangdong_increase():
    assert float(increase(exact("39081.59"), exact("0.095")).low) == pytest.approx(3390.6, abs=0.05)


@pytest.mark.parametrize(
    ("part", "of_whole", "whole"),
    [("565", "40.8", 1384.8), ("157.3", "33.6", 468.2), ("75.01", "50.95", 147.2), ("971.3", "38.8", 2503)],
)
def test_t_c09_a_part_and_its_share_imply_the_whole(part, of_whole, whole):
    assert float((exact(part) / exact(of_whole)).low * 100) == pytest.approx(whole, rel=4e-4)
    assert whole_behind(exact(part), rate(of_whole)).holds((exact(part) / exact(of_whole)).low * 100)


def test_t_c09_bounds_of_the_implied_city_investment():
    implied = whole_behind(exact("157.3"), rate("33.6"))
    assert (round(float(implied.low), 1), round(float(implied.high), 1)) == (467.5, 468.9)


def test_t_c09_share_of_the_increase_is_another_thing_than_share_of_the_level():
    own = increase(exact("157.3"), exact("0.312"))
    assert float(own.low) == pytest.approx(37.4, abs=0.05)
    assert per_cent(contribution_share(own, exact("468.2") - exact("400"))) == pytest.approx(54.9, abs=0.1)
    assert per_cent(share(exact("157.3"), exact("468.2"))) == pytest.approx(33.6, abs=0.05)


T_P15 = [
    # done, rate, implied plan, low, high
    ("329.6", "56", 588.6, 583.4, 593.9),
    ("19", "30.6", 62.09, 61.99, 62.19),
    ("224.7", "61.2", 367.2, None, None),
    ("97.31", "35.92", 270.9, 270.9, 270.9),
]


@pytest.mark.parametrize(("done", "of_plan", "plan", "low", "high"), T_P15)
def test_t_p15_plans_implied_by_done_and_rate(done, of_plan, plan, low, high):
    assert float((exact(done) / exact(of_plan)).low * 100) == pytest.approx(plan, abs=0.05)
    if low:
        implied = whole_behind(exact(done), rate(of_plan))
        assert float(implied.low) == pytest.approx(low, abs=0.05)
        assert float(implied.high) == pytest.approx(high, abs=0.06)


def test_t_p15_the_wider_bounds_round_the_amount_too():
    implied = whole_behind(number("19"), rate("30.6"))
    assert (round(float(implied.low), 1), round(float(implied.high), 1)) == (60.4, 63.8)


def test_no_share_of_a_whole_that_may_be_nought():
    with pytest.raises(UnboundedError):
        share(exact("1"), number("0"))


@every(some.lists(some.integers(1, 10**9), min_size=1, max_size=12))
def test_shares_of_one_whole_make_one_and_contributions_a_hundred(parts):
    whole = exactly(sum(parts))
    assert sum((share(exactly(part), whole).low for part in parts), Fraction(0)) == 1
    assert sum((100 * contribution_share(exactly(part), whole).low for part in parts), Fraction(0)) == 100


TABLE = """
    subject indicator measure period        number
    TC      FAI       level   2021年1-4月   551.6亿元
    TC      FAI       growth  2021年1-4月   11.2%
    TC      STOCK     level   2021年1-4月   264.4亿元
    TC      STOCK     growth  2021年1-4月   22.3%
    TC-A    FAI       level   2021年1-4月   1558000万元
    TC-A    FAI       growth  2021年1-4月   0%
    TC-B    FAI       level   2021年1-4月   3亿美元
    TC      RATE      level   2021年1-4月   0亿元
    TC      RANK      level   2021年1-4月   1亿元
"""


def tables(readings=TABLE):
    parts = [{"whole": "FAI", "part": "STOCK"}, {"whole": "RATE", "part": "RANK"}]
    return given(readings=readings) | {"parts": frame(parts, columns.PARTS)}


def test_shares_of_an_indicator_and_of_a_body_come_from_one_table():
    found = {
        (row["of"], row["subject"], row["indicator"]): row for row in ask("shares", tables()).rows(named=True)
    }
    assert set(found) == {("indicator", "TC", "STOCK"), ("body", "TC-A", "FAI")}
    part = found["indicator", "TC", "STOCK"]
    assert (part["whole_subject"], part["whole_indicator"]) == ("TC", "FAI")
    assert (part["part"], part["whole"]) == (2_644_000_000_000, 5_516_000_000_000)
    assert part["share_shown"] == pytest.approx(47.933, abs=0.001)
    assert part["low_shown"] < part["share_shown"] < part["high_shown"]
    bounds = share(number("264.4"), number("551.6"))
    assert part["low_shown"] == pytest.approx(float(bounds.low * 100))
    assert part["high_shown"] == pytest.approx(float(bounds.high * 100))


def test_contributions_and_pulls_come_from_published_growth_only():
    found = {
        row["subject"] + row["indicator"]: row for row in ask("contributions", tables()).rows(named=True)
    }
    longyan = found["TCSTOCK"]
    assert longyan["contribution_shown"] == pytest.approx(86.8, abs=0.05)
    assert longyan["points_shown"] == pytest.approx(9.72, abs=0.005)
    assert (
        longyan["contribution_low_shown"]
        < 86.5
        < longyan["contribution_shown"]
        < longyan["contribution_high_shown"]
    )
    bounds = contribution_share(
        increase(exact("264.4"), rate("22.3")), increase(exact("551.6"), rate("11.2"))
    )
    assert longyan["contribution_low_shown"] == pytest.approx(float(bounds.low * 100))
    assert longyan["contribution_high_shown"] == pytest.approx(float(bounds.high * 100))
    assert longyan["points_low_shown"] < 9.7 < longyan["points_shown"] < longyan["points_high_shown"]
    assert found["TC-AFAI"]["contribution_shown"] == pytest.approx(0)
    assert found["TC-AFAI"]["contribution_low_shown"] < 0 < found["TC-AFAI"]["contribution_high_shown"]
    without_growth = "\n".join(line for line in TABLE.splitlines() if "11.2%" not in line)
    assert ask("contributions", tables(without_growth)).rows() == []


def test_nobody_contributes_to_a_whole_that_may_not_have_moved():
    still = TABLE.replace("11.2%", "0.0%")
    (row,) = [row for row in ask("contributions", tables(still)).rows(named=True) if row["subject"] == "TC"]
    told = {name: row[name] for name in row if name.startswith("contribution")}
    assert set(told.values()) == {None}
    assert row["points_shown"] == pytest.approx(8.74, abs=0.005)


def test_shares_of_counts_are_exact():
    readings = "subject indicator period number\nTC COUNT 2021年 6所\nSZ COUNT 2021年 85所\n"
    (row,) = ask("shares", given(readings=readings)).rows(named=True)
    assert row["low_shown"] == row["share_shown"] == row["high_shown"] == pytest.approx(100 * 6 / 85)


@every(some.lists(some.integers(1, 10**6), min_size=2, max_size=2))
def test_shares_of_the_parts_of_a_body_make_a_whole(parts):
    lines = [
        f"TC FAI level 2021年 {sum(parts)}万元",
        *(f"TC-{n} FAI level 2021年 {p}万元" for n, p in zip("AB", parts, strict=True)),
    ]
    table = given(readings="\n".join(["subject indicator measure period number", *lines]))
    shown = [row["share_shown"] for row in ask("shares", table).rows(named=True)]
    assert sum(shown) == pytest.approx(100)
