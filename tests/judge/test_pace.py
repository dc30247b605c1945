"""Pace: what must come out when what is done is held against what was due?"""

import datetime as dt

import narwhals as nw
import pytest

import maoding.judge.every  # noqa: F401 - findings enter by import
from maoding.judge.finding import ask
from tests.judge.written import given


def paced(target: str, done: str, period: str, whole: str = "2021年") -> dict:
    tables = given(
        f"period number\n{whole} {target}",
        f"period number said\n{period} {done} 2022-01-31",
    )
    row = ask("pace", tables).rows(named=True)
    return row[0] if row else {}


PUBLISHED = [
    # id, plan, done, period, completion printed, points ahead printed
    ("T-P01 江门 Jan–Oct", "647.4亿元", "629.0亿元", "2021年1-10月", "97.2", "13.8"),
    ("T-P02 江门 Q1 2021", "1015亿元", "313.64亿元", "2021年1-3月", "30.90", "5.90"),
    ("T-P03 江门 Jan–Apr 2013", "401.9亿元", "107.4亿元", "2021年1-4月", "26.7", "-6.6"),
    ("T-P04 广东 Jan–Jul 2018", "6000亿元", "3836.5亿元", "2021年1-7月", "63.9", "5.6"),
    ("T-P05 资阳 Jan–May", "1000亿元", "440亿元", "2021年1-5月", "44", "2.3"),
    ("T-P05 资阳 city Jan–May", "1000亿元", "404亿元", "2021年1-5月", "40.4", "-1.27"),
    ("T-P06 三明三元 Jan–Aug", "100亿元", "74亿元", "2021年1-8月", "74", "7.33"),
    ("T-P07 陆丰 Q1", "10000亿元", "3711亿元", "2021年1-3月", "37.11", "12.11"),
    ("T-P07 陆丰 Q1 b", "1000亿元", "425亿元", "2021年1-3月", "42.5", "17.5"),
    ("T-P07 陆丰 Q1 c", "1000亿元", "405亿元", "2021年1-3月", "40.5", "15.5"),
    ("T-P08 常州 Jan–Sep", "1000亿元", "933亿元", "2021年1-9月", "93.3", "18.3"),
    ("T-P09 昆山 Feb", "1000亿元", "172亿元", "2021年1-2月", "17.2", "0.5"),
    ("T-P10 河北 H1 revenue", "1000亿元", "566亿元", "2021年1-6月", "56.6", "6.6"),
    ("T-P10 河北 H1 spending", "1000亿元", "535亿元", "2021年1-6月", "53.5", "3.5"),
    ("T-L11 太仓 provincial", "1000亿元", "306亿元", "2021年1-5月", "30.6", "-11.07"),
]


@pytest.mark.parametrize(
    ("plan", "done", "period", "rate", "ahead"), [c[1:] for c in PUBLISHED], ids=[c[0] for c in PUBLISHED]
)
def test_rate_and_points_are_as_published_and_points_come_from_unrounded_values(
    plan, done, period, rate, ahead
):
    row = paced(plan, done, period)
    places = len(ahead.partition(".")[2])
    assert f"{row['completion_shown']:.{len(rate.partition('.')[2])}f}" == rate
    assert f"{row['ahead_shown']:.{places}f}" == ahead


def test_months_are_those_of_the_evidence_not_of_the_day_asked():
    tables = given(
        "period number\n2021年 100亿元", "period number said\n2021年1-5月 50亿元 2021-06", day="2021-12-31"
    )
    assert ask("schedule", tables).rows(named=True)[0]["due_months"] == 5


@pytest.mark.parametrize(
    ("period", "said", "months"),
    [
        ("2021年1-2月", "2021-03-09", 2),
        ("2021年1-6月", "2021-06-28", 5),
        ("2021年", "2021-12-02", 11),
        ("2020年1-2月", "2020-03", 2),
    ],
)
def test_only_whole_months_count(period, said, months):
    year = period[:4]
    tables = given(
        f"period number said\n{year}年 100亿元 {year}-01",
        f"period number said\n{period} 7亿元 {said}",
        day=f"{year}-12-31",
    )
    assert ask("schedule", tables).rows(named=True)[0]["due_months"] == months


def test_t_p14_a_body_behind_the_calendar_can_be_ahead_of_its_own_plan():
    """松阳 2025-04: 21.3 % of the year, 12 points behind linear, and 132.1 % of its January–April plan."""
    tables = given(
        "period number\n2025年 98.5亿元\n2025年1-4月 15.90亿元",
        "period number said\n2025年1-4月 21.01亿元 2025-05",
        day="2025-05-31",
    )
    whole_year = ask("pace", tables).filter(nw.col("promise") == "1").rows(named=True)[0]
    assert f"{whole_year['completion_shown']:.1f}" == "21.3"
    assert f"{whole_year['ahead_shown']:.1f}" == "-12.0"
    assert f"{whole_year['of_own_plan_shown']:.1f}" == "132.1"
    assert f"{whole_year['due_own_shown']:.1f}" == "16.1"


OWN_PLANS = [
    # what the own plan to date is, in 亿元, and which other plans were printed
    ("2021年1-4月 16亿元 2021-01 month 2", "2021年1-4月 14亿元 2021-03 month 3", 14),  # stated again, lower
    ("2021年1-4月 16亿元 2021-01 month 3", "2021年1-4月 14亿元 2021-03 month 2", 14),
    ("2021年1-4月 16亿元 2021-01 month 2", "2021年1-4月 14亿元 2021-03 inferred 3", 16),
    ("2021年1-4月 16亿元 2021-01 month 2", "2021年1-4月 99亿美元 2021-03 month 3", 16),
    ("2021年1-4月 16亿元 2021-01 month 2", "2021年1-5月 20亿元 2021-03 month 3", 16),
]


@pytest.mark.parametrize(("plan", "other", "planned"), OWN_PLANS)
def test_of_own_plans_in_one_unit_the_one_known_last_is_due(plan, other, planned):
    tables = given(
        f"period number said precision id\n2021年 100亿元 2021-01 month 1\n{plan}\n{other}",
        "period number said\n2021年1-4月 21亿元 2021-05",
    )
    whole_year = ask("schedule", tables).filter(nw.col("promise") == "1").rows(named=True)[0]
    assert whole_year["planned"] == planned * 10**10


def dated(start, end, to):
    """Schedule of a promise from day to day, with a figure from its first day."""
    tables = given("period number\n2021年 100亿元", "period number said\n2021年1-5月 30亿元 2022-12-31")
    days = {
        name: nw.lit(dt.date.fromisoformat(day))
        for name, day in (("period_start", start), ("period_end", end))
    }
    tables["commitments"] = tables["commitments"].with_columns(**days)
    tables["readings"] = tables["readings"].with_columns(
        **days | {"period_end": nw.lit(dt.date.fromisoformat(to))}
    )
    return ask("schedule", tables).select("due_months", "all_months").rows()


@pytest.mark.parametrize(
    ("start", "end", "to", "months"),
    [
        ("2021-01-15", "2021-12-31", "2021-05-31", [(4, 11)]),
        ("2021-01-15", "2021-12-31", "2021-01-31", [(0, 11)]),
        ("2021-03-01", "2021-12-31", "2021-05-30", [(2, 10)]),
        ("2021-03-01", "2022-02-28", "2022-01-31", [(11, 12)]),
        ("2021-01-15", "2021-01-31", "2021-01-31", []),
    ],
)
def test_a_period_begun_in_mid_month_has_its_whole_months_only(start, end, to, months):
    assert dated(start, end, to) == months


def halves(target: str, done: str, period: str) -> tuple:
    tables = given(f"period number\n2021年 {target}", f"period number said\n{period} {done} 2022-01")
    row = ask("checkpoints", tables).rows(named=True)[0]
    return row["half"], row["half_by_midyear"]


@pytest.mark.parametrize(
    ("done", "period", "half"),
    [
        ("56亿元", "2021年1-5月", ("early", True)),
        ("30.6亿元", "2021年1-5月", ("not_yet", None)),
        ("50亿元", "2021年1-6月", ("reached", True)),
        ("49.99亿元", "2021年1-6月", ("missed", False)),
        ("60亿元", "2021年1-7月", (None, None)),
    ],
    ids=[
        "T-D01 ahead of time",
        "T-D01 needs 19.4 more",
        "just half",
        "just missed",
        "July says nothing of June",
    ],
)
def test_half_by_mid_year_is_unknown_until_june_is_known(done, period, half):
    assert halves("100亿元", done, period) == half


def test_t_d02_the_run_rate_needed_stands_beside_the_one_so_far():
    tables = given(
        readings="indicator period number said\nDONE 2021年1-5月 19亿元 2021-06\nDONE_RATE 2021年1-5月 30.6% 2021-06"
    )
    row = ask("checkpoints", tables).rows(named=True)[0]
    shown = {
        name: f"{row[name] / 1e10:.2f}"
        for name in ("goal_shown", "gap_shown", "needed_shown", "so_far_shown")
    }
    assert shown == {
        "goal_shown": "62.09",
        "gap_shown": "43.09",
        "needed_shown": "6.16",
        "so_far_shown": "3.80",
    }
    assert f"{row['quarter_gap_shown'] / 1e10:.2f}" == "12.05"


def test_what_is_finished_needs_nothing_more_and_december_has_no_months_left():
    tables = given(
        "period number\n2021年 100亿元", "period number said\n2021年 104亿元 2022-01", day="2022-01-31"
    )
    row = ask("checkpoints", tables).rows(named=True)[0]
    assert row["gap_shown"] < 0
    assert row["needed_shown"] is None
