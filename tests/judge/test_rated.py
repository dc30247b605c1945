"""Rated and disputed: what is taken from a published rate alone, and what is left open where figures disagree?"""

import narwhals as nw
import pytest

from maoding.judge.finding import ask
from tests.judge.test_lights import lit as lights
from tests.judge.written import given

PAIR = """
    indicator  period        number  said
    DONE       2021年1-5月   19亿元  2021-06
    DONE_RATE  2021年1-5月   30.6%   2021-06
"""


def completed(readings: str, commitments: str = "") -> dict:
    rows = ask("completion", given(commitments, readings, day="2021-12-31")).rows(named=True)
    return rows[0] if rows else {}


def test_a_plan_that_a_figure_prints_is_not_called_implied():
    row = completed(f"{PAIR.rstrip()}\n    DONE_PLAN  2021年1-5月   62亿元  2021-06")
    assert (row["inferred_plan"], row["amount"]) == (False, 62 * 10**10)
    assert row["done_part"] / row["whole_part"] == pytest.approx(0.306)


def test_a_later_rate_speaks_though_no_amount_stands_beside_it():
    row = completed(f"{PAIR.rstrip()}\n    DONE_RATE  2021年1-11月  92.7%  2021-12-20")
    assert (str(row["counted_to"]), row["done_part"], row["figure"]) == ("2021-11-30", 927000, "3")
    assert (row["figure_unit"], row["inferred_plan"], row["amount"]) == ("%", False, None)


def test_only_bodies_of_the_city_stand_on_its_board():
    lines = ("subject " + PAIR.strip()).splitlines()
    assert completed("\n".join([lines[0], *(f"SZ {line}" for line in lines[1:])])) == {}


def test_an_estimate_is_no_promise():
    assert completed("period\n", "period number strength\n2021年 100亿元 estimate") == {}


def test_a_ceiling_once_burst_is_missed_for_good():
    tables = given(
        "period number relation\n2021年 50亿元 at_most", "period number said\n2021年1-5月 60亿元 2021-06"
    )
    assert ask("standing", tables).rows(named=True)[0]["standing"] == "missed"


def lit(readings: str) -> dict:
    return lights("yinchuan", "period number\n2021年 100亿元", readings)["1"]


def test_where_figures_of_one_day_disagree_no_light_is_certain():
    head = "period number source said"
    apart = lit(f"{head}\n2021年1-5月 45亿元 S1 2021-06-30\n2021年1-5月 20亿元 S2 2021-06-30")
    alike = lit(f"{head}\n2021年1-5月 45亿元 S1 2021-06-30\n2021年1-5月 45亿元 S2 2021-06-30")
    assert (apart["light"], apart["certain"], alike["light"], alike["certain"]) == (
        "unknown",
        False,
        "green",
        True,
    )


@pytest.mark.parametrize(
    ("june", "half"),
    [("49亿元", ("missed", False)), ("50亿元", ("reached", True))],
    ids=["46.8 is not half", "half"],
)
def test_the_half_is_told_by_the_figure_to_end_june_whatever_came_later(june, half):
    readings = f"period number said\n2021年1-6月 {june} 2021-07\n2021年1-9月 72亿元 2021-10"
    tables = given("period number\n2021年 100亿元", readings, day="2021-12-31")
    row = ask("checkpoints", tables).filter(nw.col("promise") == "1").rows(named=True)[0]
    assert (row["half"], row["half_by_midyear"]) == half
