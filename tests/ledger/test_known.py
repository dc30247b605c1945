"""Known: is an answer for a day what was known on that day?"""

import dataclasses
import datetime as dt

import polars as pl
import pytest

from maoding.ledger import find, spans
from maoding.ledger.known import KINDS, known, rules
from maoding.ledger.models import Entry, Span
from maoding.ledger.record import SameNameError, record
from maoding.terms.columns import COMMITMENTS
from maoding.terms.entries import RuleVersion
from maoding.terms.published import Published
from maoding.terms.viewer import EVERYTHING, Viewer
from tests.ledger.said import deed, reading, source

pytestmark = pytest.mark.django_db


def numbers(day: str, viewer: Viewer = EVERYTHING, *, current: bool = True) -> list[tuple[int, int]]:
    readings = known(dt.date.fromisoformat(day), viewer)["readings"].filter(pl.col("current") == current)
    return readings.select("mantissa", "decimals").rows()


def test_a_later_vintage_changes_later_answers_and_no_earlier_one():
    record([reading("19", "2021-06", "month"), reading("19.25", "2021-07-15")], deed())
    assert numbers("2021-06-29") == []
    assert numbers("2021-06-30") == [(19, 0)]
    assert numbers("2021-07-14") == [(19, 0)]
    assert numbers("2021-07-15") == [(1925, 2)]
    assert numbers("2021-07-15", current=False) == [(19, 0)]


def test_the_order_of_loading_changes_no_answer():
    record([reading("19.25", "2021-07-15")], deed())
    record([reading("19", "2021-06", "month")], deed())
    assert (numbers("2021-07-01"), numbers("2021-08-01")) == ([(19, 0)], [(1925, 2)])


def test_two_figures_of_one_day_contradict_each_other_and_both_stand():
    record([reading("300", "2021-07-02"), reading("321", "2021-07-02", source="S2")], deed())
    assert numbers("2021-07-02") == [(300, 0), (321, 0)]


def test_inferred_dates_order_nothing_and_are_known_from_recording_only():
    record(
        [reading("19", "2021-06-30"), reading("20", "2021-07", "inferred"), reading("21", "", "unknown")],
        deed(),
    )
    assert numbers("2021-12-31") == [(19, 0)]
    assert numbers("2026-11-21") == [(19, 0), (20, 0), (21, 0)]


def test_a_fact_with_inferred_dates_only_is_known_from_recording():
    record([reading("21", "", "unknown")], deed())
    assert (numbers("2026-11-20"), numbers("2026-11-21")) == ([], [(21, 0)])


def test_live_entries_are_known_from_the_day_they_were_recorded():
    record([reading("19", "2021-06-30")], deed(backfilled=False, on="2021-07-05"))
    assert numbers("2021-07-04") == []
    assert numbers("2021-07-05") == [(19, 0)]


def test_recording_twice_changes_nothing():
    first = record([reading("19", "2021-06-30")], deed())
    again = record([reading("19", "2021-06-30"), reading("19", "2021-06-30")], deed(on="2026-12-01"))
    assert (len(first), again, Entry.objects.count()) == (1, set(), 1)


def test_two_things_that_came_to_one_name_are_never_taken_for_one(monkeypatch):
    entry = reading("19", "2021-06-30")
    record([entry], deed())
    monkeypatch.setattr(type(entry), "id", property(lambda self: entry_id))
    entry_id = Entry.objects.get().id
    with pytest.raises(SameNameError):
        record([reading("20", "2021-06-30")], deed())


def test_the_derived_ranges_can_be_thrown_away_and_made_again():
    record([reading("19", "2021-06-30"), reading("19.25", "2021-07-15"), source()], deed())
    before = set(Span.objects.values_list())
    assert spans.differences() == []
    Span.objects.filter(kind="r").update(known_to="2021-07-01")
    assert len(spans.differences()) == 2
    assert spans.rebuild() == 3
    assert (set(Span.objects.values_list()), spans.differences()) == (before, [])


def test_a_viewer_sees_only_the_bodies_of_their_scope():
    record([reading("1", "2021-06-30"), reading("2", "2021-06-30", subject="TC-SX")], deed())
    assert numbers("2021-06-30", Viewer("沙溪", frozenset({"TC-SX"}))) == [(2, 0)]


def titles(day: str) -> list[str]:
    return known(dt.date.fromisoformat(day), EVERYTHING)["sources"]["title"].to_list()


def test_a_source_bears_the_title_of_the_day_and_before_that_its_first():
    record([source(), reading("1", "2021-06-30")], deed())
    record([dataclasses.replace(source(title="改正的标题"), published=Published("2023", "year"))], deed())
    assert [titles(day) for day in ("2021-06-30", "2022-12-31", "2023-12-31")] == [
        ["页面"],
        ["页面"],
        ["改正的标题"],
    ]
    assert find.source("S1").body["title"] == "改正的标题"
    assert find.source("S9") is None


def rule(since: str, said: str) -> RuleVersion:
    published = Published(since, "day")
    return RuleVersion(
        source="S1", name="some-rule", since=dt.date.fromisoformat(since), table=said, published=published
    )


def test_a_rule_is_the_version_of_the_day_and_before_that_its_first():
    record([rule("2025-03-01", '{"version": 1}'), rule("2026-03-01", '{"version": 2}')], deed())
    versions = [
        rules(dt.date.fromisoformat(day))["some-rule"] for day in ("2021-06-30", "2025-06-30", "2026-03-01")
    ]
    assert versions == [{"version": 1}, {"version": 1}, {"version": 2}]


def test_an_empty_ledger_gives_every_table_with_its_columns():
    tables = known(dt.date(2021, 6, 30), EVERYTHING)
    assert set(tables) == set(KINDS)
    assert tables["commitments"].columns == list(COMMITMENTS)
    assert all(frame.is_empty() for frame in tables.values())


def test_entries_are_found_by_id_by_record_and_by_source():
    entry = reading("19", "2021-06-30", record="A003")
    record([source(), entry], deed())
    assert [found.record for found in find.entries(entry.id)] == ["A003"]
    assert [found.id for found in find.entries("A003")] == [entry.id]
    assert [found.kind for found in find.said_by("S1")] == ["reading"]
    assert find.entries("A999") == find.entries("") == []


def test_rows_name_themselves_for_whoever_looks_at_the_database():
    record([reading("19", "2021-06-30")], deed())
    entry, span = Entry.objects.get(), Span.objects.get()
    assert str(entry) == entry.id
    assert str(span) == f"{entry.id} 2021-06-30..9999-12-31"
    assert str(entry.act).endswith("load pack")
