"""Spelling: are names found by what a reader would type, and by nothing else?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maoding.publish.spelling import (
    BEGINS,
    CONTAINS,
    INITIALS,
    PINYIN,
    is_named,
    looked_for,
    nearest,
    rank,
    spelling,
    spelt,
)

PORT = "太仓港集装箱四期(二)"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("太仓", BEGINS),
        ("四期", CONTAINS),
        ("太仓 四期", CONTAINS),
        ("四期（二）", CONTAINS),
        ("siqi", PINYIN),
        ("si qi", PINYIN),
        ("taicanggang", PINYIN),
        ("sq", INITIALS),
        ("jzxsq", INITIALS),
        ("四期 jzx", INITIALS),
        ("iqi", None),
        ("五期", None),
        ("四期 五期", None),
    ],
)
def test_words_are_found_by_letters_pinyin_and_initials_the_best_first(words, found):
    assert rank(spelling(PORT), looked_for(words)) == found
    assert is_named(PORT, words) == (found is not None)


def test_a_syllable_is_found_where_it_begins_even_behind_one_that_only_holds_it():
    assert rank(spelling("长安"), ("an",)) == PINYIN
    assert rank(spelling("长"), ("ang",)) is None


def test_words_in_latin_letters_are_found_whole_and_by_their_first_letters():
    english = spelling("East Zone 5G 基地")
    assert rank(english, ("zone",)) == CONTAINS
    assert rank(english, ("ez5jd",)) == INITIALS
    assert spelt("GDP 增长") == ("gdp", "zeng", "zhang")


def test_full_width_letters_count_as_others():
    assert rank(spelling("Ｐ００１号"), looked_for("p001")) == BEGINS


def test_nothing_looked_for_is_found_everywhere():
    assert is_named(PORT, "  ")


def test_phrases_are_read_as_they_are_spoken():
    assert spelling("重庆路").pinyin == "chongqinglu"


NAMES = [PORT, "太仓港码头四期", "港区", "产业园", "产业园"]


@pytest.mark.parametrize(
    ("words", "first"),
    [("四其", "太仓港码头四期"), ("集装厢", PORT), ("chanyeyan", "产业园"), ("港取", "港区")],
)
def test_a_wrong_character_or_letter_is_offered_the_name_that_sounds_so(words, first):
    assert nearest(words, NAMES)[0] == first


def test_nothing_like_it_is_not_offered_and_no_name_twice():
    assert nearest("qqqqxxxx", NAMES) == []
    assert nearest(" ", NAMES) == []
    assert nearest("chanyeyuanqu", NAMES).count("产业园") == 1


def test_at_most_five_are_offered_the_shorter_first():
    many = ["园区" + "甲" * n for n in range(9)]
    assert nearest("圆取", many) == many[:5]


@given(st.text("太仓港集四期 aBz19（)", min_size=1, max_size=12), st.integers(0, 10), st.integers(1, 4))
def test_every_part_of_a_name_finds_it(name, start, length):
    part = name[start : start + length]
    assert is_named(name, part)
