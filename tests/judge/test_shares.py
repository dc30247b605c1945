"""Shares: do part of the level, part of the increase and pull come out as the yearbooks print them?"""

from fractions import Fraction

import pytest
from hypothesis import given as every
from hypothesis import strategies as some

import maoding.judge.every  # noqa: F401 - findings enter by import
from maoding.judge.finding import ask
from maoding.judge.shares import points_contributed
from maoding.terms import columns
from tests.judge.printed import exact, number, rate, verdict
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


HEADS = "subject indicator measure number period"
LONGYAN = [
    # part, level, growth, contribution worked out, pull worked out, contribution printed
    ("first industry", "33.7", "18.5", 9.5, 1.06, None),
    ("second industry", "264.4", "22.3", 86.8, 9.72, 86.5),
    ("third industry", "253.5", "0.9", 4.07, 0.456, 4),
    ("private", "384.1", "25.4", 140.0, None, 139.6),
]


def contributed(whole, growth_, part, own_growth):
    """Contribution of one part, from published levels in 亿元 and growth in per cent."""
    lines = [
        f"TC FAI level {whole}亿元 2021年",
        f"TC FAI growth {growth_}% 2021年",
        f"TC STOCK level {part}亿元 2021年",
        f"TC STOCK growth {own_growth}% 2021年",
    ]
    (row,) = ask("contributions", tables("\n".join([HEADS, *lines]))).rows(named=True)
    return row


@pytest.mark.parametrize(("part", "level", "growth_", "contribution", "pull", "printed"), LONGYAN)
def test_t_c02_longyan_contributions_rest_on_the_comparable_base(
    part, level, growth_, contribution, pull, printed
):
    row = contributed("551.6", "11.2", level, growth_)
    assert row["contribution_shown"] == pytest.approx(contribution, abs=0.05)
    if pull:
        assert row["points_shown"] == pytest.approx(pull, abs=0.005)
    if printed:
        half = 0.5 if printed == 4 else 0.05
        assert row["contribution_low_shown"] < printed + half
        assert row["contribution_high_shown"] > printed - half


def test_t_c02_longyan_contributions_of_all_parts_nearly_make_a_whole():
    found = [contributed("551.6", "11.2", *part[1:3])["contribution_shown"] for part in LONGYAN[:3]]
    assert sum(found) == pytest.approx(100.3, abs=0.1)


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
    """4.1 亿元 more of one part where the whole grew by 3.6 亿元 only."""
    row = contributed("103.6", "3.60", "54.1", "8.20")
    assert row["contribution_shown"] == pytest.approx(113.9, abs=0.05)
    assert verdict("share", "53.9", "%", "4.1", "7.6") == ("consistent", "")


def test_t_c08_guangdong_increase():
    lines = ["TC GDP level 39081.59亿元 2021年", "TC GDP growth 9.5% 2021年"]
    (row,) = ask("growth", given(readings="\n".join([HEADS, *lines]))).rows(named=True)
    assert (row["level"] - row["base_shown"]) / 1e10 == pytest.approx(3390.6, abs=0.05)


def test_t_c09_share_of_the_increase_is_another_thing_than_share_of_the_level():
    """A zone with 33.6 % of its city's investment brought 54.9 % of the increase, on a base of 400 亿元."""
    lines = [
        "TC FAI level 468.2亿元 2021年",
        "TC FAI growth 17.05% 2021年",
        "TC-A FAI level 157.3亿元 2021年",
        "TC-A FAI growth 31.2% 2021年",
    ]
    asked = tables("\n".join([HEADS, *lines]))
    (level,), (added,) = (ask(name, asked).rows(named=True) for name in ("shares", "contributions"))
    assert level["share_shown"] == pytest.approx(33.6, abs=0.05)
    assert added["contribution_shown"] == pytest.approx(54.9, abs=0.1)


def increase(level, own_growth):
    """What was added on the comparable base, each number used once so that the bounds are no wider than they must."""
    return exact(level) * (exact("1") - exact("1") / rate(own_growth).plus(1))


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
    bounds = number("264.4") / number("551.6")
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
    bounds = increase("264.4", "22.3") / increase("551.6", "11.2")
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
