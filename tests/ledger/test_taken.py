"""Taken: does each source count what was taken from it by the day, and nothing that came later?"""

import dataclasses
import datetime as dt

import pytest

from maoding.ledger.record import record
from maoding.ledger.taken import documents, first_days, taken
from maoding.terms.entries import Event
from maoding.terms.published import Published
from tests.ledger.said import deed, reading, source

pytestmark = pytest.mark.django_db


def event(on: str, code: str = "S1") -> Event:
    return Event(source=code, published=Published(on, "day"), subject="P1", kind="started")


def test_a_source_counts_by_kind_what_was_known_of_it_by_the_day():
    record([source(), reading("19", "2021-06-30"), reading("7", "2021-07-15", indicator="GDP")], deed())
    record([event("2021-07-01")], deed())
    assert taken(dt.date(2021, 6, 30))["S1"] == {"reading": 1}
    assert taken(dt.date(2021, 7, 31))["S1"] == {"reading": 2, "event": 1}
    assert taken(dt.date(2021, 6, 29)) == {}


def test_an_earlier_vintage_still_counts():
    record([reading("19", "2021-06-30"), reading("20", "2021-07-15")], deed())
    assert taken(dt.date(2021, 12, 31))["S1"] == {"reading": 2}


def test_a_source_that_said_nothing_is_known_and_counts_nothing():
    empty = dataclasses.replace(source(), published=Published("2021-06-30", "day"))
    record([empty], deed())
    assert taken(dt.date(2021, 6, 30)) == {empty.code: {}}
    assert first_days() == {empty.code: dt.date(2021, 6, 30)}


def test_the_first_day_is_that_of_the_first_thing_known():
    record([reading("19", "2021-06-30"), reading("7", "2021-05-31", indicator="GDP")], deed())
    assert first_days() == {"S1": dt.date(2021, 5, 31)}


def test_a_document_is_named_by_the_first_entry_that_has_words_in_one():
    place = {"document": "paper.txt", "sha256": "ab", "start": 3, "end": 9}
    entries = [
        reading("19", "2021-06-30"),
        dataclasses.replace(reading("7", "2021-06-30", indicator="GDP"), place=place),
        dataclasses.replace(reading("8", "2021-06-30", indicator="REV"), place=place | {"start": 12}),
    ]
    record(entries, deed())
    assert documents() == {"S1": place}
