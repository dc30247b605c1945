"""Words, units and entries: does one word have one meaning, and one thing said one name?"""

import dataclasses
import datetime as dt

import pytest

from maoding.terms import language
from maoding.terms.entries import (
    KINDS,
    Commitment,
    Entry,
    Event,
    Exemption,
    Reading,
    RuleVersion,
    Source,
    Subject,
)
from maoding.terms.language import choose, noted, say, spoken
from maoding.terms.periods import months
from maoding.terms.published import Published
from maoding.terms.units import UnknownUnitError, known_units, unit
from maoding.terms.viewer import EVERYTHING
from maoding.terms.words import UnknownWordError, is_refused, meaning, release_order

YEAR = months(2021, 1, 12)


@pytest.mark.parametrize(
    ("idea", "word", "code"),
    [
        ("strength", "力争", "strive"),
        ("strength", "确保", "must"),
        ("relation", "不低于", "at_least"),
        ("release", "prelim", "preliminary"),
    ],
)
def test_a_word_means_its_code(idea, word, code):
    assert meaning(idea, word) == meaning(idea, code) == code


def test_words_nobody_listed_are_refused():
    with pytest.raises(UnknownWordError):
        meaning("strength", "也许")
    with pytest.raises(UnknownUnitError):
        unit("光年")


def test_a_stale_repost_is_no_release():
    assert is_refused("stale")
    assert "stale" not in release_order()
    assert release_order()[0] == "estimate"


def test_units_of_one_family_differ_by_powers_of_ten():
    assert unit("亿") is unit("亿元")
    assert unit("亿元").exponent - unit("元").exponent == 8
    assert unit("亿元").family != unit("亿美元").family
    assert len({name for name in known_units() if known_units()[name].family == "count"}) > 5


def said(number: str = "19", **other: object) -> Reading:
    fields = {
        "source": "S1",
        "subject": "TC",
        "indicator": "FAI",
        "period": YEAR,
        "measure": "level",
        "unit": "亿元",
    }
    return Reading(
        number=number, release="reported", published=Published("2021-06", "month"), **(fields | other)
    )


def test_the_same_thing_said_twice_has_one_name_wherever_it_stood():
    assert said().id == said(place={"file": "a.csv", "row": 3}).id
    assert said().id != said("19.0").id
    assert said().fact == said("20").fact
    assert said().id.startswith("r-")


ALL = [
    Source(source="S", code="S", publisher="报", title="题", kind="press"),
    Subject(source="S", code="TC", name="太仓市", name_en="Taicang", level="county"),
    Commitment(
        source="S",
        subject="TC",
        indicator="FAI",
        period=YEAR,
        measure="level",
        relation="at_least",
        strength="must",
    ),
    said(),
    Event(source="S", subject="P1", kind="listed", detail="province", on="2021"),
    Event(source="S", subject="P1", kind="stage", detail="started", on="2021-03"),
    RuleVersion(source="S", name="yinchuan", since=dt.date(2025, 3, 1), table="{}"),
    Exemption(source="S", subject="P1", rule="yinchuan-start", reason="征地", allowed_by="TC", period=YEAR),
]


def test_every_kind_of_entry_has_a_name_and_a_fact_of_its_own():
    assert len({entry.id for entry in ALL}) == len({entry.fact for entry in ALL}) == len(ALL)
    assert {type(entry) for entry in ALL} == set(KINDS)
    assert len({kind.letter for kind in KINDS}) == len(KINDS)


def test_an_entry_of_no_kind_has_no_fact():
    with pytest.raises(NotImplementedError):
        _ = Entry(source="S").fact


def test_a_restated_promise_of_another_source_is_another_fact():
    first = next(entry for entry in ALL if isinstance(entry, Commitment))
    assert first.fact != dataclasses.replace(first, source="S2").fact


@pytest.mark.parametrize(
    ("locale", "tongue"), [("en_GB.UTF-8", "en"), ("zh_CN.UTF-8", "zh"), ("C.UTF-8", "zh"), (None, "zh")]
)
def test_chinese_first_unless_english_is_asked_for(locale, tongue):
    assert choose(locale) == tongue


def test_a_message_is_said_in_the_readers_language(monkeypatch):
    class Catalogue:
        def gettext(self, text):
            return {"第 {n} 行": "row {n}"}.get(text, text)

    monkeypatch.setattr(language, "_catalogue", lambda tongue: Catalogue())
    token = spoken.set("en")
    try:
        assert (say("第 {n} 行", n=3), say("没有译文")) == ("row 3", "没有译文")
    finally:
        spoken.reset(token)
    assert (say("第 {n} 行", n=3), noted("以后再说")) == ("第 3 行", "以后再说")


def test_without_a_catalogue_chinese_is_said():
    assert language._catalogue("xx").gettext("灯") == "灯"


def test_the_commission_sees_everything():
    assert EVERYTHING.bodies is None
