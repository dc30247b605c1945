"""Plan completion: is a plan that a bulletin prints held against time like a promise?"""

import pytest

import maoding.judge.every  # noqa: F401 - findings enter by import
from maoding.judge.finding import ask
from tests.judge.written import given

HEADS = "source indicator period number said"


def along(*lines):
    return ask("plan_completion", given(readings="\n".join([HEADS, *lines]))).rows(named=True)


def test_livelihood_items_behind_linear_time():
    (row,) = along("A DONE_PLAN 2021年 16.85亿元 2021-09-02", "A DONE 2021年1-8月 8.76亿元 2021-09-02")
    assert row["completion_shown"] == pytest.approx(51.99, abs=0.005)
    assert row["ahead_shown"] == pytest.approx(-14.68, abs=0.005)
    assert row["ahead_part"] * 12 * 1685 == pytest.approx((876 * 12 - 8 * 1685) * row["ahead_whole"])


def test_a_yearly_plan_is_for_the_year_whatever_months_its_bulletin_is_about():
    """吴江 2019 Q1: 22 % of the year's plan by the end of March is three points behind."""
    (row,) = along("A DONE_PLAN 2021年1-3月 105亿元 2021-04", "A DONE 2021年1-3月 23.1亿元 2021-04")
    assert (round(row["completion_shown"], 1), row["due_shown"], round(row["ahead_shown"], 1)) == (22, 25, -3)


@pytest.mark.parametrize(
    "line",
    [
        "B DONE_PLAN 2021年 16.85亿元 2021-09-02",
        "A DONE_PLAN 2020年 16.85亿元 2021-09-02",
        "A DONE_PLAN 2021年 16.85亿美元 2021-09-02",
        "A DONE_PLAN 2021年 0亿元 2021-09-02",
    ],
    ids=["another source", "another year", "another currency", "nought"],
)
def test_a_plan_of_something_else_is_not_its_plan(line):
    assert along("A DONE 2021年1-8月 8.76亿元 2021-09-02", line) == []


def test_a_figure_counts_to_the_day_it_was_published():
    (row,) = along("A DONE_PLAN 2021年 12亿元 2021-09", "A DONE 2021年 9亿元 2021-09-30")
    assert (row["due_months"], row["ahead_part"]) == (9, 0)
