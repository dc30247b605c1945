"""Deeds: is a promise to act held against the steps that its projects took?"""

import pytest

import maoding.judge.every  # noqa: F401 - findings enter by import
from maoding.judge.finding import ask
from tests.judge.written import given

PACK = {
    "deeds": "record project step\nT1 P1 started\nT1 P2 started\nT2 P1 built",
    "stages": "step place\nsigned 0\nstarted 1\nbuilding 2\nbuilt 3",
    "dated_steps": """
        kind               step     planned
        signed             signed   no
        started            started  no
        topped_out         building no
        completed          built    no
        planned_started    started  yes""",
    "subjects": "code parent name\nTC SZ 太仓\nP1 TC 铁路",
}
PROMISES = "subject record measure period\nTC T1 deed 2021年\nTC T3 deed 2021年"


def done(*events, day="2022-12-31"):
    written = "\n".join(["subject kind on", *events])
    rows = ask("deeds_done", given(PROMISES, events=written, day=day, **PACK)).rows(named=True)
    return {row["project"]: row for row in rows}


def test_a_deed_is_held_against_the_last_day_of_its_period():
    row = done("P1 signed 2021-03-01", "P1 started 2024-12-26")["P1"]
    assert (row["late_least"], row["late_most"], row["standing"]) == (1091, 1091, "late")
    assert (row["project_name"], row["subject"], row["record"]) == ("铁路", "TC", "T1")
    assert (row["reached_step"], row["reached_on"], str(row["due_on"])) == (
        "started",
        "2024-12-26",
        "2021-12-31",
    )


@pytest.mark.parametrize(
    ("events", "reached"),
    [
        (["P1 completed 2021-06"], ("built", "2021-06")),
        (["P1 completed 2021-06", "P1 started 2021-02"], ("started", "2021-02")),
        (["P1 topped_out 2021-06", "P1 completed 2021-06"], ("building", "2021-06")),
        (["P1 topped_out 2021-06", "P1 completed 2021-06-30"], ("built", "2021-06-30")),
        (["P1 signed 2021-06", "P1 planned_started 2021-07"], (None, None)),
    ],
)
def test_a_later_step_shows_that_the_earlier_was_reached(events, reached):
    row = done(*events)["P1"]
    assert (row["reached_step"], row["reached_on"]) == reached


def test_a_project_nobody_reported_on_is_not_known_and_may_have_no_name():
    found = done("P1 started 2021-02", day="2021-12-31")
    assert (found["P2"]["standing"], found["P2"]["project_name"]) == ("not_due", None)
    assert found["P1"]["standing"] == "early"
    assert done("P1 started 2021-02", day="2022-01-01")["P2"]["standing"] == "no_evidence"


def test_promises_without_projects_are_not_among_the_deeds():
    assert set(done("P1 started 2021-02")) == {"P1", "P2"}
