"""Milestones: is a project late by as many days as its dates can mean, and by no day more?"""

import pytest

import maoding.judge.every  # noqa: F401 - findings enter by import
from maoding.judge.finding import ask
from tests.judge.written import given

DATES = """
    kind                step    planned
    started             started no
    completed           built   no
    planned_completion  built   yes"""


def asked(finding, *events, day="2022-12-31"):
    written = "\n".join(["subject kind on", *(f"P1 {event}" for event in events)])
    return ask(finding, given(events=written, dated_steps=DATES, day=day)).rows(named=True)


@pytest.mark.parametrize(
    ("planned", "happened", "least", "most", "standing"),
    [
        ("2021-06", "2021-12-29", 182, 211, "late"),
        ("2021-12", "2021-06-28", -186, -156, "early"),
        ("2021-07-15", "2021-07-15", 0, 0, "in_time"),
        ("2021-07-15", "2021-07-16", 1, 1, "late"),
        ("2021", "2021-06", -213, 180, "unclear"),
        ("2021-07-15", "2021-07", -14, 16, "unclear"),
        ("2021-06-30", "2021-07", 1, 31, "late"),
    ],
)
def test_lateness_is_as_exact_as_the_dates(planned, happened, least, most, standing):
    (row,) = asked("milestones", f"planned_completion {planned}", f"completed {happened}")
    assert (row["late_least"], row["late_most"], row["standing"]) == (least, most, standing)
    assert (row["planned_on"], row["happened_on"], row["step"]) == (planned, happened, "built")


@pytest.mark.parametrize(
    ("day", "standing"), [("2021-06-30", "not_due"), ("2021-07-01", "no_evidence"), ("2021-01-01", "not_due")]
)
def test_what_nobody_said_was_done_is_not_called_undone(day, standing):
    (row,) = asked("milestones", "planned_completion 2021-06", "started 2020", day=day)
    assert (row["standing"], row["late_least"], row["happened_on"]) == (standing, None, None)


def test_of_several_dates_the_earliest_stands_and_of_those_the_most_exact():
    (row,) = asked(
        "milestones",
        "planned_completion 2021-06",
        "completed 2021-12",
        "completed 2021-12-31",
        "completed 2022-01-01",
    )
    assert (row["happened_on"], row["late_least"], row["late_most"]) == ("2021-12-31", 184, 213)


def test_a_step_that_was_not_planned_is_no_milestone():
    assert asked("milestones", "started 2020", "completed 2021") == []


@pytest.mark.parametrize(
    ("began", "ended", "least", "most"),
    [
        ("2019-12-18", "2021-12-29", 742, 742),
        ("2020-04-15", "2021-07", 442, 472),
        ("2021", "2021", -364, 364),
    ],
)
def test_days_from_one_step_to_another(began, ended, least, most):
    found = asked("durations", f"started {began}", f"completed {ended}", "planned_completion 2020")
    row = next(row for row in found if row["step"] == "started")
    assert (row["later_step"], row["days_least"], row["days_most"]) == ("built", least, most)


def test_what_came_first_did_not_last_until_what_came_later():
    assert len(asked("durations", "started 2019-12-18", "completed 2021-12-29")) == 1
