"""Implied wholes: does a part with its share tell the whole, and only the whole it is the share of?"""

import pytest

import maoding.judge.every  # noqa: F401 - findings enter by import
from maoding.judge.finding import ask
from tests.judge.written import given

T_C09 = [
    ("565亿元", "40.8%", 1384.8),
    ("157.3亿元", "33.6%", 468.2),
    ("75.01亿元", "50.95%", 147.2),
    ("971.3亿元", "38.8%", 2503),
]


def wholes(*lines, heads="subject indicator measure number record", **more):
    readings = "\n".join([f"{heads} period", *(f"{line} 2021年" for line in lines)])
    return ask("implied_wholes", given(readings=readings, **more)).rows(named=True)


@pytest.mark.parametrize(("part", "share", "city"), T_C09)
def test_t_c09_a_zone_and_its_share_imply_the_city(part, share, city):
    (row,) = wholes(f"TC-A FAI level {part} A1", f"TC-A FAI share {share} A1")
    assert (row["whole_subject"], row["whole_indicator"]) == ("TC", "FAI")
    assert row["whole_shown"] / 1e10 == pytest.approx(city, rel=4e-4)
    assert row["widest_low_shown"] < row["low_shown"] < row["whole_shown"]
    assert row["whole_shown"] < row["high_shown"] < row["widest_high_shown"]


def test_t_c09_the_bounds_are_those_of_the_shares_rounding():
    (row,) = wholes("TC-A FAI level 157.3亿元 A1", "TC-A FAI share 33.6% A1")
    assert [round(row[name] / 1e10, 1) for name in ("low_shown", "high_shown")] == [467.5, 468.9]


def test_a_share_of_something_else_is_not_of_the_parent():
    lines = "TC-A FAI level 97.31亿元 A9", "TC-A FAI share 35.92% A9"
    assert wholes(*lines, other_shares="record\nA9") == []


def test_an_indicator_may_be_the_share_and_its_whole_may_have_no_name():
    lines = (
        "TC FAI level 97.31亿元 A1",
        "TC RATE level 35.92% A2",
        "TC GDP level 50亿元 A3",
        "TC RANK level 25% A4",
    )
    shares = "share part whole\nRATE FAI DONE\nRANK GDP -\nDONE_RATE - GDP"
    found = {row["part_indicator"]: row for row in wholes(*lines, published_shares=shares)}
    assert found["FAI"]["whole_shown"] / 1e10 == pytest.approx(270.9, abs=0.05)
    assert (found["FAI"]["whole_subject"], found["FAI"]["whole_indicator"]) == ("TC", "DONE")
    assert (found["GDP"]["whole_indicator"], found["GDP"]["whole_shown"]) == (None, pytest.approx(200e10))


def test_part_and_share_come_from_one_source_and_nought_is_no_share():
    heads = "source subject indicator measure number record"
    assert wholes("A TC-A FAI level 9亿元 A1", "B TC-A FAI share 3% A1", heads=heads) == []
    assert wholes("TC-A FAI level 9亿元 A1", "TC-A FAI share 0% A1") == []
