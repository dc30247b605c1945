"""Board: does one word say how each promise stands, and does each have one row?"""

from pathlib import Path

import narwhals as nw
import pytest

import maoding.judge.every  # noqa: F401 - findings enter by import
from maoding.decisions import read_table
from maoding.judge.finding import ask
from maoding.terms.pack import light_rules
from tests.judge.test_deeds import PACK, PROMISES
from tests.judge.written import given

YINCHUAN = read_table(light_rules(Path(__file__).parent.parent.parent / "cities")["yinchuan"])


def board(commitments, readings=""):
    rows = ask("board", given(commitments, readings) | {"rule": YINCHUAN}).rows(named=True)
    return {row["promise"]: row for row in rows}


PROMISE = "indicator period number relation\n{} 2021年 {} {}"
FIGURE = "indicator period number said\n{} 2021年1-6月 {} 2021-07"


@pytest.mark.parametrize(
    ("indicator", "target", "relation", "done", "state"),
    [
        ("FAI", "100亿元", "at_least", "39亿元", "behind"),
        ("FAI", "100亿元", "at_least", "49亿元", "near"),
        ("FAI", "100亿元", "at_least", "50亿元", "on_pace"),
        ("FAI", "100亿元", "about", "140亿元", "on_pace"),
        ("FAI", "100亿元", "at_most", "60亿元", "on_pace"),
        ("FAI", "100亿元", "at_most", "101亿元", "behind"),
        ("RATE", "10%", "at_least", "9%", "behind"),
        ("RATE", "10%", "at_least", "10%", "on_pace"),
        ("FAI", "0亿元", "at_least", "-9亿元", "not_judged"),
    ],
)
def test_the_state_is_what_a_reader_asks_first(indicator, target, relation, done, state):
    found = board(PROMISE.format(indicator, target, relation), FIGURE.format(indicator, done))
    assert found["1"]["state"] == state


def test_without_a_figure_there_is_no_evidence():
    (row,) = board(PROMISE.format("FAI", "100亿元", "at_least")).values()
    assert (row["state"], row["light"], row["standing"]) == ("no_evidence", "unknown", None)


def test_everything_judged_stands_side_by_side():
    promises = "period number said\n2021年 100亿元 2021-01\n2021年1-6月 40亿元 2021-01"
    row = board(promises, "period number said\n2021年1-6月 45亿元 2021-07")["1"]
    told = ("due_months", "all_months", "ahead_shown", "due_own_shown", "half", "light", "target_gap")
    assert [row[name] for name in told] == [6, 12, -5, 40, "missed", "green", 55 * 10**10]
    assert (row["gap"], row["certain"], row["standing"]) == (True, True, "not_met_so_far")


def test_a_plan_that_a_rate_implies_has_its_row_and_bounds():
    readings = "indicator period number\nDONE 2021年1-5月 19亿元\nDONE_RATE 2021年1-5月 30.6%"
    (row,) = board("period\n", readings).values()
    assert f"{row['plan_shown'] / 1e10:.2f}" == "62.09"
    assert row["low_shown"] < row["plan_shown"] < row["high_shown"]
    assert (row["state"], row["inferred_plan"]) == ("behind", True)


@pytest.mark.parametrize(
    ("events", "day", "state", "reached", "before"),
    [
        ("", "2021-12-31", "no_evidence", 0, 0),
        ("", "2022-01-01", "overdue", 0, 0),
        ("\nP1 started 2021-03", "2022-12-31", "not_judged", 1, 0),
        ("\nP1 started 2021-03\nP2 started 2021-12-31", "2022-12-31", "on_pace", 2, 0),
        ("\nP1 started 2021-03\nP2 started 2021", "2022-12-31", "on_pace", 2, 0),
        ("\nP1 started 2021-03\nP2 started 2022-02", "2022-12-31", "late", 2, 0),
        ("\nP1 started 2020-12\nP2 started 2021-02", "2022-12-31", "not_judged", 1, 1),
        ("\nP1 started 2020-12\nP2 started 2019", "2022-12-31", "not_judged", 0, 2),
    ],
)
def test_a_deed_is_as_far_as_its_projects_have_come_since(events, day, state, reached, before):
    """What was so before the promise's period began keeps no promise (承诺之前已做到), and a late one is told apart."""
    tables = given(PROMISES, events=f"subject kind on{events}", day=day, **PACK) | {"rule": YINCHUAN}
    row = ask("board", tables).filter(nw.col("record") == "T1").rows(named=True)[0]
    found = (row["state"], row["projects"], row["reached"], row["before"])
    assert found == (state, 2, reached, before)
