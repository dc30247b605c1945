"""Ranks: do equals share a place, and does a missing member leave the place open?"""

from hypothesis import given as every
from hypothesis import strategies as some

import maoding.judge.every  # noqa: F401 - findings enter by import
from maoding.judge.finding import ask
from tests.judge.written import given

PLACES = "whole part\nSZ TC\nSZ KS\nSZ CS\nSZ ZJG"


def ranked(*lines, heads="subject indicator number", places=PLACES):
    readings = "\n".join([f"{heads} period", *(f"{line} 2021年" for line in lines)])
    rows = ask("ranks", given(readings=readings, places=places)).rows(named=True)
    return {row["subject"]: row for row in rows}


def test_equals_share_the_better_place_and_the_next_one_is_left_out():
    found = ranked("TC GDP 9亿元", "KS GDP 30亿元", "CS GDP 90000万元", "ZJG GDP 1亿元")
    assert {name: row["rank"] for name, row in found.items()} == {"KS": 1, "TC": 2, "CS": 2, "ZJG": 4}
    assert {(row["known"], row["members"]) for row in found.values()} == {(4, 4)}


def test_where_less_is_better_the_smallest_is_first():
    found = ranked("TC RANK 9位", "KS RANK 3位", "CS RANK 5位", "ZJG RANK 11位")
    assert {name: row["rank"] for name, row in found.items()} == {"KS": 1, "CS": 2, "TC": 3, "ZJG": 4}


def test_a_missing_member_may_be_anywhere():
    found = ranked("TC GDP 9亿元", "KS GDP 30亿元", "CS GDP 1亿元")
    assert {name: (row["rank"], row["best"], row["worst"]) for name, row in found.items()} == {
        "KS": (None, 1, 2),
        "TC": (None, 2, 3),
        "CS": (None, 3, 4),
    }
    assert found["TC"]["known"] == 3


def test_figures_of_other_sources_measures_and_currencies_are_not_among_them():
    found = ranked(
        "TC GDP 9亿元 A level",
        "KS GDP 30亿元 A level",
        "CS GDP 1亿元 B level",
        "ZJG GDP 8% A growth",
        "CS GDP 7亿美元 A level",
        heads="subject indicator number source measure",
        places="whole part\nSZ TC\nSZ KS",
    )
    assert {name: row["rank"] for name, row in found.items()} == {"KS": 1, "TC": 2}


@every(some.lists(some.integers(0, 5), min_size=1, max_size=8))
def test_places_are_those_of_sorting(amounts):
    bodies = [f"B{number}" for number in range(len(amounts))]
    lines = [f"{body} GDP {amount}亿元" for body, amount in zip(bodies, amounts, strict=True)]
    found = ranked(*lines, places="\n".join(["whole part", *(f"SZ {body}" for body in bodies)]))
    for body, amount in zip(bodies, amounts, strict=True):
        assert found[body]["rank"] == sorted(amounts, reverse=True).index(amount) + 1
