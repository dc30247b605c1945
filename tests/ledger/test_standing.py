"""Standing: is a reader told what came after a figure, and what else is said of the same thing?"""

import datetime as dt

import pytest

from maoding.ledger import find, standing
from maoding.ledger.record import record
from tests.ledger.said import deed, reading

pytestmark = pytest.mark.django_db


def stands(entry, day):
    found = find.entries(entry.id)
    return standing.standings(found, dt.date.fromisoformat(day))[entry.id]


def ids(found):
    return [each.id for each in found]


def test_a_later_vintage_comes_after_and_only_from_its_own_day():
    first, later = reading("19", "2021-06", "month"), reading("19.25", "2021-07-15")
    record([first, later], deed())
    assert stands(first, "2021-07-14").after == ()
    told = stands(first, "2021-07-15")
    assert (ids(told.after), told.beside, told.known_to) == ([later.id], (), dt.date(2021, 7, 15))
    assert stands(later, "2021-07-15").after == stands(later, "2021-07-15").beside == ()


def test_an_entry_that_is_not_known_yet_has_nothing_beside_it():
    first, later = reading("19", "2021-06-30"), reading("19.25", "2021-07-15")
    record([first, later], deed())
    told = stands(later, "2021-06-30")
    assert (told.known_from, told.after, told.beside) == (dt.date(2021, 7, 15), (), ())


def test_two_figures_of_one_day_stand_beside_each_other():
    one, other = reading("300", "2021-07-02"), reading("321", "2021-07-02", source="S2")
    record([one, other], deed())
    assert ids(stands(one, "2021-07-02").beside) == [other.id]
    assert ids(stands(other, "2021-12-31").beside) == [one.id]


def test_the_same_number_from_another_source_is_no_other_word():
    one, other = reading("300", "2021-07-02"), reading("300", "2021-07-02", source="S2")
    record([one, other], deed())
    assert stands(one, "2021-07-02").beside == ()


def test_an_inferred_day_takes_no_place_and_stands_beside_once_recorded():
    sure, inferred = reading("19", "2021-06-30"), reading("20", "2021-07", "inferred")
    record([sure, inferred], deed())
    assert stands(sure, "2021-12-31").beside == ()
    assert ids(stands(sure, "2026-11-21").beside) == [inferred.id]
    told = stands(inferred, "2026-11-21")
    assert (told.dated, told.known_from, ids(told.beside)) == (False, dt.date(2026, 11, 21), [sure.id])


def test_nothing_asked_is_nothing_told():
    assert standing.standings([], dt.date(2021, 6, 30)) == {}
