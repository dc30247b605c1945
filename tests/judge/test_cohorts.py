"""Cohorts: does everybody on the first day's list stay in sight, whatever becomes of them?"""

import narwhals as nw
import polars as pl
import pytest

from maoding.judge.cohorts import cohort, transitions
from maoding.judge.finding import ask
from maoding.ledger.known import TYPES
from tests.judge.written import given

TIERS = "word tier\n省重大 province\n市重点 city"
THEN = {"member": "text", "entry": "text", "state": "text", "worth": "whole"}
NOW = THEN | {"listed": "yes_no", "left_by": "text"}
RED, YELLOW, GREEN, SILENT = ("red", 0), ("yellow", 1), ("green", 2), ("silent", None)


def frame(rows, kinds):
    return nw.from_native(
        pl.DataFrame(rows, schema={name: TYPES[kind] for name, kind in kinds.items()}, orient="row")
    )


def held(then, now, gone=()):
    """The cohort of two days: members with their states, and of those gone who says so."""
    before = [(member, f"then-{member}", *state) for member, state in then.items()]
    after = [(member, f"then-{member}", *state, True, None) for member, state in now.items()]
    after += [(member, None, *state, False, said) for member, state, said in gone]
    return cohort(frame(before, THEN), frame(after, NOW))


def rows(found):
    return {row["member"]: row for row in found.to_native().to_dicts()}


def members(*said, tiers=TIERS, name="list_members"):
    written = "\n".join(["subject kind detail on said", *said])
    return {
        (row["subject"], row["tier"], row["year"]): row["left_by"]
        for row in ask(name, given(events=written, tiers=tiers)).rows(named=True)
    }


@pytest.mark.parametrize(
    ("then", "now", "moved"),
    [
        (RED, GREEN, "better"),
        (RED, YELLOW, "better"),
        (GREEN, RED, "worse"),
        (YELLOW, YELLOW, "same"),
        (SILENT, RED, "judged"),
        (SILENT, GREEN, "judged"),
        (RED, SILENT, "lost"),
        (SILENT, SILENT, "unjudged"),
        (SILENT, ("contested", None), "unjudged"),
    ],
    ids=str,
)
def test_what_cannot_be_compared_is_neither_better_nor_worse(then, now, moved):
    assert rows(held({"A": then}, {"A": now}))["A"]["moved"] == moved


def test_a_red_member_taken_off_the_list_stays_in_sight_with_its_state():
    found = rows(held({"A": RED, "B": GREEN}, {"B": GREEN}, gone=[("A", GREEN, "notice")]))
    assert found["A"]["part"] == "left"
    assert (found["A"]["then_state"], found["A"]["now_state"]) == ("red", "green")
    assert found["A"]["left_by"] == "notice"
    assert found["A"]["moved"] is None  # green now, and yet nobody improved by leaving


def test_a_member_nobody_speaks_of_any_more_has_left_without_a_reason():
    found = rows(held({"A": RED}, {}))
    assert (found["A"]["part"], found["A"]["left_by"], found["A"]["now_state"]) == ("left", None, None)


def test_the_added_are_apart_and_moved_nowhere():
    found = rows(held({"A": RED}, {"A": RED, "B": GREEN}, gone=[("C", RED, "never listed before")]))
    assert set(found) == {"A", "B"}
    assert (found["B"]["part"], found["B"]["moved"], found["B"]["then_state"]) == ("added", None, None)


def test_a_member_said_anew_is_marked():
    before = frame([("A", "1", "red", 0), ("B", "2", "red", 0)], THEN)
    after = frame([("A", "9", "green", 2, True, None), ("B", "2", "red", 0, True, None)], NOW)
    assert {name: row["restated"] for name, row in rows(cohort(before, after)).items()} == {
        "A": True,
        "B": False,
    }


def test_transitions_count_everybody_once():
    then = {"A": RED, "B": RED, "C": SILENT, "D": RED}
    now = {"A": GREEN, "B": RED, "C": SILENT, "E": GREEN}
    found = transitions(held(then, now, gone=[("D", GREEN, None)])).to_native().to_dicts()
    counted = {(row["part"], row["then_state"], row["now_state"]): row["members"] for row in found}
    assert counted == {
        ("stayed", "red", "green"): 1,
        ("stayed", "red", "red"): 1,
        ("stayed", "silent", "silent"): 1,
        ("left", "red", None): 1,
        ("added", None, "green"): 1,
    }
    from_the_first_day = sum(n for (part, _, _), n in counted.items() if part != "added")
    assert from_the_first_day == len(then)


def test_lists_of_tiers_and_years_are_apart():
    assert members("P1 listed 省重大 2021 -", "P1 listed 市重点 2021 -", "P1 listed 省重大 2022 -") == {
        ("P1", "province", "2021"): None,
        ("P1", "city", "2021"): None,
        ("P1", "province", "2022"): None,
    }


def test_a_withdrawal_speaks_of_the_list_of_its_year_only():
    said = ("P1 listed 省重大 2021 2021-03-01", "P1 listed 省重大 2022 2022-03-01")
    assert members(*said, "P1 withdrawn 省重大 2021-10 2021-10-20") == {
        ("P1", "province", "2021"): "3",
        ("P1", "province", "2022"): None,
    }


def test_a_withdrawal_without_a_date_is_of_the_year_it_was_published_in():
    said = ("P1 listed 省重大 2021 2021-03-01", "P1 withdrawn 省重大 - 2021-10-20")
    assert members(*said)["P1", "province", "2021"] == "2"


def test_a_dated_source_that_lists_it_later_puts_it_back():
    said = ("P1 withdrawn 省重大 2021-06 2021-06-20", "P1 listed 省重大 2021 2021-09-01")
    assert members(*said)["P1", "province", "2021"] is None


def test_on_one_day_the_withdrawal_counts():
    said = ("P1 withdrawn 省重大 2021-06 2021-06-20", "P1 listed 省重大 2021 2021-06-20")
    assert members(*said)["P1", "province", "2021"] == "1"


def test_a_date_only_inferred_puts_nothing_back():
    events = "subject kind detail on said precision\nP1 listed 省重大 2021 2021-09 inferred\n"
    events += "P1 withdrawn 省重大 2021 2021-06 month"
    found = ask("list_members", given(events=events, tiers=TIERS)).rows(named=True)
    assert [row["left_by"] for row in found] == ["2"]


def test_words_of_no_list_name_no_members():
    assert members("P1 listed 民生实事 2021 -", "P1 withdrawn 省重大 2021 -") == {}
