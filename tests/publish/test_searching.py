"""Searching: does the index give the nearest first, and keep apart what the day asked could not know?"""

import datetime as dt

import pytest

from maoding.publish.searching import CODE, Hit, Index, Thing
from maoding.publish.spelling import BEGINS, CONTAINS, INITIALS, PINYIN

JULY = dt.date(2021, 7, 20)
PROJECT = Thing("project", "P1", "四期码头", ("P1",), ("Wharf, phase four", "东方公司"))
PROMISE = Thing("promise", "c-1", "某市 四期建成", ("T06", "c-1"))
BODY = Thing("body", "Z", "四方区", ("Z",), ("", "East Zone"))
RULE = Thing("rule", "p1", "规则", ("p1-rule",))
LATER = Thing("source", "S2", "四期公报", ("S2",), known_from=JULY)
LATEST = Thing("source", "S3", "四期报道", ("S3",), known_from=dt.date(2021, 9, 1))
OTHER = Thing("rule", "xx", "办法", ("xx-rule",))
INDEX = Index([PROMISE, PROJECT, BODY, RULE, OTHER], [LATEST, LATER, PROJECT])


def found(words: str) -> list[tuple[int, str]]:
    return [(hit.rank, hit.thing.code) for hit in INDEX.find(words)]


@pytest.mark.parametrize(
    ("words", "hits"),
    [
        ("四期", [(BEGINS, "P1"), (CONTAINS, "c-1")]),
        ("四", [(BEGINS, "Z"), (BEGINS, "P1"), (CONTAINS, "c-1")]),
        ("siqi", [(PINYIN, "P1"), (PINYIN, "c-1")]),
        ("sq", [(INITIALS, "P1"), (INITIALS, "c-1")]),
        ("p1", [(CODE, "P1"), (BEGINS, "p1")]),
        ("T06", [(CODE, "c-1")]),
        ("c-1", [(CODE, "c-1")]),
        ("t0", [(BEGINS, "c-1")]),
        ("x", []),
        ("xx", [(BEGINS, "xx")]),
        ("c-", []),
        ("wharf", [(BEGINS, "P1")]),
        ("东方", [(BEGINS, "P1")]),
        ("phase wharf", [(CONTAINS, "P1")]),
        ("四期 公报", []),
        ("  ", []),
    ],
)
def test_codes_come_first_then_names_by_how_they_were_found(words, hits):
    assert found(words) == hits


def test_words_of_two_names_of_one_thing_find_neither():
    assert found("四期 east") == []


def test_what_becomes_known_later_stands_apart_in_the_order_of_days():
    assert INDEX.find_later("四期") == [LATER, LATEST]
    assert INDEX.find_later("码头") == []
    assert Index([PROJECT]).find_later("四期") == []


def test_names_like_it_are_offered_of_what_was_known():
    assert INDEX.like("四其")[:2] == ["四期码头", "某市 四期建成"]
    assert "四期公报" not in INDEX.like("四期公报")


def test_a_thing_is_told_from_others_by_kind_and_code():
    assert PROJECT.key == ("project", "P1")
    assert Hit(CODE, PROJECT) == Hit(
        CODE, Thing("project", "P1", "四期码头", ("P1",), PROJECT.also, row={"x": 1})
    )
