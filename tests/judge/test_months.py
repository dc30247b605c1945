"""Months: do months and totals follow from one another, inside one source only, and has investment no January?"""

import pytest
from hypothesis import given as every
from hypothesis import strategies as some

import maoding.judge.every  # noqa: F401 - findings enter by import
from maoding.judge.finding import ask
from tests.judge.written import given


def told(finding, *lines, heads="indicator period number"):
    return ask(finding, given(readings="\n".join([heads, *lines]))).rows(named=True)


def by_month(rows):
    return {row["month"]: row["amount"] for row in rows}


def test_ten_months_of_investment_and_neither_january_nor_february():
    """The first period of investment is 1—2月: December's total gives March to December, ten single months."""
    totals = {month: month * month for month in range(2, 13)}
    rows = told("in_month", *(f"FAI 2021年1-{month}月 {total}亿元" for month, total in totals.items()))
    assert by_month(rows) == {month: (2 * month - 1) * 10**10 for month in range(3, 13)}


def test_a_month_carries_the_rounding_of_both_totals():
    (row,) = told("in_month", "FAI 2021年1-5月 30.6亿元", "FAI 2021年1-4月 25亿元")
    assert (row["month"], row["amount"], row["step"]) == (5, 56 * 10**9, 10**9 + 10**10)


def test_revisions_between_two_sources_are_no_work_of_the_month():
    heads = "source indicator period number"
    assert told("in_month", "A FAI 2021年1-5月 30亿元", "B FAI 2021年1-4月 25亿元", heads=heads) == []


@pytest.mark.parametrize(
    "line",
    [
        "STOCK 2021年1-4月 25亿元",
        "FAI 2020年1-4月 25亿元",
        "FAI 2021年2-4月 25亿元",
        "FAI 2021年1-3月 25亿元",
    ],
)
def test_only_the_total_one_month_before_is_subtracted(line):
    indicator = line.split()[0]
    assert told("in_month", f"{indicator} 2021年1-5月 30亿元", line) == []


def test_a_total_less_its_last_month_is_the_total_before():
    (row,) = told("to_date", "FAI 2021年1-9月 507.5亿元", "FAI 2021年9月 62.2亿元")
    assert (row["month"], row["from_month"], row["amount"]) == (8, 9, 4453 * 10**9)


def test_totals_follow_in_both_directions_as_long_as_the_months_are_known():
    rows = told(
        "to_date",
        "FAI 2021年1-6月 60亿元",
        "FAI 2021年5月 9亿元",
        "FAI 2021年6月 11亿元",
        "FAI 2021年7月 5亿元",
        "FAI 2021年9月 8亿元",
        "FAI 2021年3月 7亿元",
    )
    assert by_month(rows) == {4: 40 * 10**10, 5: 49 * 10**10, 7: 65 * 10**10}


def test_months_of_another_source_or_year_are_not_added():
    heads = "source indicator period number"
    lines = "A FAI 2021年1-6月 60亿元", "B FAI 2021年7月 5亿元", "A FAI 2020年7月 5亿元"
    assert told("to_date", *lines, heads=heads) == []


@every(some.lists(some.integers(0, 9999), min_size=12, max_size=12))
def test_a_year_taken_apart_adds_up_again(amounts):
    totals = [f"DONE 2021年1-{n}月 {sum(amounts[:n])}亿元" for n in range(1, 13)]
    assert by_month(told("in_month", *totals)) == {n: amounts[n - 1] * 10**10 for n in range(2, 13)}
    single = [f"DONE 2021年{n}月 {amount}亿元" for n, amount in enumerate(amounts, 1)]
    assert by_month(told("to_date", *single)) == {n: sum(amounts[:n]) * 10**10 for n in range(2, 13)}
