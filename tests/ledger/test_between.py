"""Between: is what was newly said between two days told once, with the words it replaced?"""

import dataclasses
import datetime as dt

import pytest

from maoding.ledger.between import News, said_between
from maoding.ledger.record import record
from maoding.terms.entries import Exemption, RuleVersion, Subject
from maoding.terms.periods import months
from maoding.terms.published import Published
from maoding.terms.viewer import EVERYTHING, Viewer
from tests.ledger.said import deed, reading, source

pytestmark = pytest.mark.django_db


def news(since: str, day: str, viewer: Viewer = EVERYTHING) -> list[News]:
    return said_between(dt.date.fromisoformat(since), dt.date.fromisoformat(day), viewer)


def numbers(found: list[News]) -> list[tuple[str, list[str]]]:
    return [(each.entry.body["number"], [old.body["number"] for old in each.before]) for each in found]


def test_the_earlier_day_is_not_counted_in_and_the_later_one_is():
    record([reading("19", "2021-06-30"), reading("7", "2021-07-15", indicator="GDP")], deed())
    assert numbers(news("2021-06-30", "2021-07-15")) == [("7", [])]
    assert numbers(news("2021-06-29", "2021-07-14")) == [("19", [])]
    assert news("2021-07-15", "2021-12-31") == []


def test_a_corrected_figure_tells_what_held_before_and_until_when_it_holds():
    record([reading("19", "2021-06", "month"), reading("19.6", "2021-07-15")], deed())
    found = news("2021-06-30", "2021-07-31")
    assert numbers(found) == [("19.6", ["19"])]
    assert found[0].known_from == dt.date(2021, 7, 15)
    assert found[0].known_to == dt.date(9999, 12, 31)


def test_of_several_corrections_each_stands_beside_what_held_on_the_earlier_day():
    record([reading("19", "2021-06-30"), reading("20", "2021-07-10"), reading("21", "2021-07-20")], deed())
    found = news("2021-06-30", "2021-07-31")
    assert numbers(found) == [("20", ["19"]), ("21", ["19"])]
    assert [each.known_to for each in found] == [dt.date(2021, 7, 20), dt.date(9999, 12, 31)]


def test_what_stands_beside_the_new_words_was_not_replaced():
    record([reading("18", "2021-06", "inferred"), reading("19", "2021-07-10")], deed(on="2021-06-01"))
    assert numbers(news("2021-06-30", "2021-07-31")) == [("19", [])]


def test_a_correction_after_the_later_day_is_not_yet_known():
    record([reading("19", "2021-06-30"), reading("20", "2021-08-10")], deed())
    assert news("2021-06-30", "2021-07-31") == []


def test_a_source_says_nothing_of_its_own():
    record([source(), Subject(source="S1", code="P1", name="甲", name_en="A", level="project")], deed())
    found = news("2021-01-01", "2026-11-30")
    assert [each.entry.kind for each in found] == ["subject"]


def test_a_viewer_is_told_of_their_bodies_and_of_the_words_that_are_everyones():
    rule = RuleVersion(source="S1", name="r", since=dt.date(2021, 1, 1), table="{}")
    spared = Exemption(
        source="S1", subject="TC-Z", rule="r", reason="灾", allowed_by="TC", period=months(2021, 1, 12)
    )
    said = [reading("19", "2021-07-01"), reading("5", "2021-07-01", subject="TC-Z"), rule, spared]
    record([dataclasses.replace(each, published=Published("2021-07-01", "day")) for each in said], deed())
    seen = news("2021-06-30", "2021-07-31", Viewer("zone", frozenset({"TC-Z"})))
    assert [(each.entry.kind, each.entry.body.get("subject")) for each in seen] == [
        ("reading", "TC-Z"),
        ("rule", None),
        ("exemption", "TC-Z"),
    ]


def test_more_facts_than_one_question_holds_are_asked_in_turn(monkeypatch):
    monkeypatch.setattr("maoding.ledger.between.CHUNK", 1)
    said = [reading("1", "2021-06-30", indicator=name) for name in ("A", "B", "C")]
    said += [reading("2", "2021-07-10", indicator=name) for name in ("A", "B", "C")]
    record(said, deed())
    assert numbers(news("2021-06-30", "2021-07-31")) == [("2", ["1"])] * 3
