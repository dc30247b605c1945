"""Are two days' lists held against each other alike in memory and on Spark?"""

from random import Random

import polars as pl
import pytest

from maoding.app import engines
from maoding.judge.cohorts import cohort, transitions
from tests.engines.alike import differences

# Spark's client leaves it to the garbage collector to close its sockets.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")

STATES = {"behind": 0, "near": 1, "on_pace": 2, "no_evidence": None}
KINDS = {"member": pl.String, "entry": pl.String, "state": pl.String, "worth": pl.Int64}


def two_days():
    """Lists of two days from a seed: most stay, some are restated, some leave with or without a reason, some come."""
    chance = Random("cohort")  # noqa: S311 - made up, no secrets
    then = [
        {
            "member": f"M{n}",
            "entry": f"E{n}",
            "state": (state := chance.choice([*STATES])),
            "worth": STATES[state],
        }
        for n in range(400)
    ]
    now = []
    for n in range(500):
        state, fate = chance.choice([*STATES]), chance.random()
        said = {"member": f"M{n}", "entry": f"E{n}", "state": state, "worth": STATES[state]}
        if fate < 0.7:
            now.append(said | {"entry": f"E{n + (fate < 0.1)}", "listed": True})
        elif fate < 0.9:
            now.append(said | {"entry": None, "listed": False, "left_by": f"W{n}" if fate < 0.8 else None})
    after = pl.DataFrame(now, schema=KINDS | {"listed": pl.Boolean, "left_by": pl.String}, orient="row")
    return {"then": pl.DataFrame(then, schema=KINDS, orient="row"), "now": after}


def test_both_engines_give_the_same_cohort(spark_session):
    lists = two_days()
    found = [
        (engines.brought_back(rows), engines.brought_back(transitions(rows)))
        for given in (engines.in_memory(lists), engines.OnSpark(lists, spark_session))
        for rows in [cohort(given["then"], given["now"])]
    ]
    (members, moves), (members_on_spark, moves_on_spark) = found
    assert differences(members, members_on_spark) == []
    assert differences(moves, moves_on_spark) == []
    assert set(members["part"]) == {"stayed", "left", "added"}
    assert members["moved"].drop_nulls().n_unique() == 6
