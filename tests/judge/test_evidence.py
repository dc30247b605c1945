"""Evidence: is the right figure taken, and none where there is none?"""

import narwhals as nw
import pytest

import maoding.judge.every  # noqa: F401 - findings enter by import
from maoding.judge.finding import ask
from tests.judge.written import given


def figures(commitments: str, readings: str, day: str = "2021-12-31") -> dict:
    rows = ask("evidence", given(commitments, readings, day=day)).rows(named=True)
    return {row["promise"]: row["figure"] for row in rows}


YEAR = "period number\n2021年 100亿元"


def test_the_latest_cumulative_figure_counts_and_never_a_single_month():
    readings = """
        period        number  said
        2021年1-3月   30亿元  2021-04
        2021年1-9月   62亿元  2021-10
        2021年9月     10亿元  2021-10
        2020年1-12月  99亿元  2021-01
    """
    assert figures(YEAR, readings) == {"1": "2"}


def test_an_earlier_vintage_is_history_not_evidence():
    readings = "period number said current\n2021年1-5月 30亿元 2021-06 no\n2021年1-5月 31亿元 2021-07 yes"
    assert figures(YEAR, readings) == {"1": "2"}


def test_the_figure_nearest_to_final_counts_among_those_of_one_day():
    readings = (
        "period number said release\n2021年1-5月 30亿元 2021-06 estimate\n2021年1-5月 31亿元 2021-06 final"
    )
    assert figures(YEAR, readings) == {"1": "2"}


def test_a_dated_figure_comes_before_an_inferred_one():
    readings = (
        "period number said precision\n2021年1-5月 30亿元 2021-08 inferred\n2021年1-5月 31亿元 2021-06 month"
    )
    assert figures(YEAR, readings) == {"1": "2"}


def test_contradicting_figures_of_one_day_are_counted():
    tables = given(YEAR, "period number said\n2021年1-5月 300亿元 2021-06\n2021年1-5月 321亿元 2021-06")
    assert ask("evidence", tables).rows(named=True)[0]["stands_beside"] == 1


@pytest.mark.parametrize(
    "readings",
    [
        "indicator period number\nGDP 2021年1-5月 30亿元",
        "subject period number\nTC-A 2021年1-5月 30亿元",
        "period number\n2021年1-5月 30亿美元",
        "period number measure\n2021年1-5月 30% growth",
        "period number said\n2021年 100亿元 2021-06",
    ],
    ids=[
        "another indicator",
        "another body",
        "dollars",
        "growth",
        "the promise restated before the year is over",
    ],
)
def test_there_is_no_evidence(readings):
    assert figures(YEAR, readings) == {}


def test_a_figure_for_a_year_not_yet_over_counts_to_its_publication():
    tables = given(
        "indicator period number\nCOUNT 2021年 240家",
        "indicator period number said\nCOUNT 2021年 351家 2021-12-02",
        day="2021-12-31",
    )
    row = ask("evidence", tables).rows(named=True)[0]
    assert (row["figure"], str(row["counted_to"])) == ("1", "2021-12-02")


def test_counting_words_are_one_family():
    assert figures(
        "indicator period number\nCOUNT 2021年 20只", "indicator period number\nCOUNT 2021年1-5月 9个"
    ) == {"1": "1"}


def test_a_stock_is_seen_at_any_day_of_its_period():
    assert figures(
        "indicator period number\nSTOCK 2021年 260家", "indicator period number\nSTOCK 2021年6月 240家"
    ) == {"1": "1"}


def test_what_was_planned_is_shown_by_what_was_invested():
    tables = given(
        "indicator period number\nDONE_PLAN 2021年 16.85亿元",
        "indicator period number\nDONE 2021年1-8月 8.76亿元",
    )
    row = ask("completion", tables).rows(named=True)[0]
    assert f"{100 * row['done_part'] / row['whole_part']:.2f}" == "51.99"


PAIR = "indicator period number\nDONE 2021年1-5月 {done}\nDONE_RATE 2021年1-5月 {rate}"


@pytest.mark.parametrize(
    ("done", "rate", "plan", "low", "high"),
    [
        ("19亿元", "30.6%", "62.09", "61.99", "62.19"),
        ("329.6亿元", "56%", "588.57", "583.36", "593.87"),
        ("224.7亿元", "61.2%", "367.16", "366.86", "367.46"),
    ],
    ids=["T-P15 provincial", "T-P15 city", "T-P15 Suzhou"],
)
def test_a_published_rate_implies_a_plan_between_bounds(done, rate, plan, low, high):
    row = ask("implied", given(readings=PAIR.format(done=done, rate=rate))).rows(named=True)[0]
    assert [f"{row[name] / 1e10:.2f}" for name in ("plan_shown", "low_shown", "high_shown")] == [
        plan,
        low,
        high,
    ]


def test_the_wider_bounds_round_the_amount_too():
    row = ask("implied", given(readings=PAIR.format(done="19亿元", rate="30.6%"))).rows(named=True)[0]
    assert [f"{row[name] / 1e10:.1f}" for name in ("widest_low_shown", "widest_high_shown")] == [
        "60.4",
        "63.8",
    ]


def test_an_implied_plan_is_judged_by_the_published_rate_itself():
    tables = given(readings=PAIR.format(done="19亿元", rate="30.6%"))
    row = ask("completion", tables).rows(named=True)[0]
    assert (row["done_part"], row["whole_part"], row["amount"], row["inferred_plan"]) == (
        306000,
        1000000,
        None,
        True,
    )


def test_a_printed_plan_comes_before_an_implied_one():
    tables = given(
        "indicator period number\nDONE_PLAN 2021年 62亿元", PAIR.format(done="19亿元", rate="30.6%")
    )
    assert [row["inferred_plan"] for row in ask("completion", tables).rows(named=True)] == [False]


def test_a_number_finer_than_its_smallest_part_stays_unknown():
    tables = given("indicator period number\nCOUNT 2021年 2.5家")
    assert ask("promised", tables).rows(named=True)[0]["amount"] is None


def test_of_two_figures_of_one_month_the_one_to_a_months_end_has_a_pace():
    """Containers: 507.5 to end-September and 521.2 to 6 October; nine months are over on both days."""
    tables = given(YEAR, "period number said\n2021年1-9月 50.75亿元 2021-10", day="2021-12-31")
    october = given(YEAR, "period number said\n2021年1-10月 52.12亿元 2021-10-06", day="2021-12-31")[
        "readings"
    ]
    tables["readings"] = nw.concat([tables["readings"], october.with_columns(id=nw.lit("2"))])
    assert ask("evidence", tables).rows(named=True)[0]["figure"] == "1"
