"""Reported: does a year that nobody reported stay unknown?"""

import pytest

import maoding.judge.every  # noqa: F401 - findings enter by import
from maoding.judge.finding import ask
from tests.judge.written import given


def state(*readings, target="FAI level 2021年 550亿元", day="2022-12-31"):
    tables = given(
        f"indicator measure period number said\n{target} 2020-12",
        "\n".join(["indicator measure period number said", *readings]),
        day=day,
    )
    rows = ask("reported", tables).rows(named=True)
    return [(row["state"], row["amount"]) for row in rows]


@pytest.mark.parametrize(
    ("readings", "answer"),
    [
        ([], ("missing", None)),
        (["FAI level 2021年1-9月 395.3亿元 2021-10-09"], ("partly", None)),
        (["FAI growth 2021年 8% 2022-01-20"], ("missing", None)),
        (["FAI level 2021年 540亿元 2021-12-20"], ("estimated", 540 * 10**10)),
        (["FAI level 2021年 538亿元 2022-01-20"], ("reported", 538 * 10**10)),
        (["FAI level 2020年 468亿元 2021-01-20"], ("missing", None)),
    ],
    ids=["nothing", "nine months", "growth only", "before the year was over", "the year", "another year"],
)
def test_only_a_figure_for_the_whole_period_is_its_figure(readings, answer):
    assert state(*readings) == [answer]


def test_a_target_is_no_figure_and_a_deed_needs_none():
    assert state(target="FAI deed 2021年 -") == []
