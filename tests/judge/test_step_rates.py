"""Starts: do the three denominators of the start rate come out, and does the identity hold?"""

import pytest
from hypothesis import given as every
from hypothesis import strategies as some

import maoding.judge.every  # noqa: F401 - findings enter by import
from maoding.judge.finding import ask
from maoding.judge.step_rates import started_as_planned
from maoding.terms import columns
from tests.judge.written import frame, given

STATED = ["2020-12-30", "2021", "2021-03", "2021-06-30", "2021-07-01", "2022-01"]
DAYS = some.one_of(some.none(), some.sampled_from(STATED))


def jiangmen():
    """Projects as (planned, started): of 140 due 33 are late, of the 115 later ones 11 are early."""
    due = [("2021-05", "2021-06-01")] * 107 + [("2021-05", None)] * 33
    early = [("2021-12", "2021-06-02")] * 11 + [("2021-12", None)] * 104
    return due + early


def table(projects, day="2021-10-31"):
    events, subjects = [], [{"code": "TC", "parent": ""}]
    for number, (planned, started) in enumerate(projects):
        name = f"P{number}"
        subjects.append({"code": name, "parent": "TC"})
        events.append({"subject": name, "kind": "listed", "detail": "city", "happened_on": "2021"})
        events.append({"subject": name, "kind": "stage", "detail": "built", "happened_on": "2020"})
        for kind, on in (("plan", planned), ("stage", started)):
            if on is not None:
                events.append({"subject": name, "kind": kind, "detail": "started", "happened_on": on})
    tables = given(day=day) | {
        "events": frame(events, columns.EVENTS),
        "subjects": frame(subjects, {"code": "text", "parent": "text"}),
    }
    rows = ask("starts", tables).rows(named=True)
    return rows[0] if rows else {}


def test_t_s01_started_is_due_less_late_and_early_added():
    assert started_as_planned(due=140, late=33, early=11) == 118
    row = table(jiangmen())
    assert {
        name: row[name] for name in ("due", "late", "early", "started_as_planned", "planned", "listed")
    } == {
        "due": 140,
        "late": 33,
        "early": 11,
        "started_as_planned": 118,
        "planned": 255,
        "listed": 255,
    }


def test_t_s01_three_denominators():
    """江门: 206 of 255 planned are 80.8 %, of 223 planned to date 92.4 %."""
    projects = [("2021-05", "2021-06")] * 190 + [("2021-05", None)] * 33 + [("2021-12", "2021-06")] * 16
    row = table([*projects, *[("2021-12", None)] * 16, *[(None, "2020-01")] * 45])
    assert row["of_planned_shown"] == pytest.approx(80.8, abs=0.05)
    assert row["of_due_shown"] == pytest.approx(92.4, abs=0.05)
    assert row["of_listed_shown"] == pytest.approx(100 * 251 / 300)


@pytest.mark.parametrize(
    ("planned", "started", "due", "begun"),
    [
        ("2021-06", "2021-06", 1, 1),
        ("2021-06", "2021-07-01", 1, 0),
        ("2021", "2021", 0, 0),  # a year counts from its end
        ("2021-07", "2021-06-30", 0, 1),
        ("2020-12", "2020-12", 0, 1),  # planned in another year: not of this year's plan
        (None, "", 0, 0),
    ],
)
def test_a_month_or_year_counts_from_its_end(planned, started, due, begun):
    row = table([(planned, started)], day="2021-06-30")
    assert (row["due"], row["started"]) == (due, begun)


def test_nothing_planned_gives_no_rate():
    row = table([(None, None)])
    assert (row["of_listed_shown"], row["of_planned_shown"], row["of_due_shown"]) == (0, None, None)


def test_projects_that_nobody_listed_do_not_count():
    assert table([]) == {}


@every(some.lists(some.tuples(DAYS, DAYS), min_size=1, max_size=12))
def test_the_identity_always_holds(projects):
    row = table(projects, day="2021-06-30")
    assert row["started_as_planned"] == started_as_planned(row["due"], row["late"], row["early"])
    assert row["started_as_planned"] <= row["planned"] <= row["listed"]
    assert row["started_as_planned"] <= row["started"] <= row["listed"]
