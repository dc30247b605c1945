"""Sums: is a difference that rounding explains told from one it does not?"""

import pytest

import maoding.judge.every  # noqa: F401 - findings enter by import
from maoding.judge.finding import ask
from maoding.terms import columns
from tests.judge.written import frame, given

PARTS = [{"whole": "GDP", "part": "FAI"}, {"whole": "GDP", "part": "DONE"}]


def added(*lines, heads="indicator number", places=""):
    readings = "\n".join([f"{heads} period", *(f"{line} 2021年" for line in lines)])
    tables = given(readings=readings, places=places) | {"parts": frame(PARTS, columns.PARTS)}
    rows = ask("sums", tables).rows(named=True)
    return rows[0] if rows else {}


@pytest.mark.parametrize(
    ("first", "second", "whole", "over", "state"),
    [
        ("46549吨", "106662吨", "153211吨", 0, "none"),
        ("33.7亿元", "264.4亿元", "298.1亿元", 0, "none"),
        ("33.7亿元", "264.4亿元", "298.2亿元", -1, "none"),  # three halves of a place explain one
        ("33.7亿元", "264.4亿元", "298.0亿元", 1, "none"),
        ("33.7亿元", "264.4亿元", "298.3亿元", -2, "left"),
        ("33.7亿元", "264.4亿元", "297.9亿元", 2, "over"),
        ("137个", "97个", "234个", 0, "none"),
        ("137个", "97个", "235个", -1, "left"),  # counts are exact
        ("2937000万元", "5亿元", "298.7亿元", 0, "none"),
    ],
)
def test_only_what_no_rounding_explains_is_left_or_over(first, second, whole, over, state):
    row = added(f"FAI {first}", f"DONE {second}", f"GDP {whole}")
    unit = {"吨": 1000, "个": 1}.get(whole[-1], 10**9)
    assert (row["over"], row["state"]) == (over * unit, state)
    assert (row["of"], row["members"], row["known"]) == ("indicator", 2, 2)


def test_a_missing_part_leaves_the_sum_open():
    row = added("FAI 33.7亿元", "GDP 298.1亿元")
    assert (row["known"], row["over"], row["state"]) == (1, None, None)
    assert row["parts_sum"] == 337 * 10**9


def test_parts_of_another_source_or_currency_are_not_added():
    heads = "source indicator number"
    row = added("A FAI 33.7亿元", "B DONE 264.4亿元", "A DONE 1亿美元", "A GDP 298.1亿元", heads=heads)
    assert (row["known"], row["state"]) == (1, None)


def test_bodies_that_make_up_another_are_added_where_the_pack_says_so():
    heads, places = "subject indicator number", "whole part\nSZ TC\nSZ KS"
    row = added(
        "TC FAI 30亿元", "KS FAI 60亿元", "XX FAI 7亿元", "SZ FAI 100亿元", heads=heads, places=places
    )
    assert (row["of"], row["whole_subject"], row["whole_indicator"]) == ("body", "SZ", "FAI")
    assert (row["over"], row["state"]) == (-10 * 10**10, "left")


def test_parts_without_a_whole_add_up_to_nothing():
    assert added("FAI 33.7亿元", "DONE 264.4亿元") == {}
