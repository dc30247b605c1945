"""Step rates: do the three denominators of the start rate come out, and does the identity hold?"""

import pytest
from hypothesis import given as every
from hypothesis import settings
from hypothesis import strategies as some

import maoding.judge.every  # noqa: F401 - findings enter by import
from maoding.judge.finding import ask
from maoding.terms import columns
from tests.judge.written import frame, given

STATED = ["2020-12-30", "2021", "2021-03", "2021-06-30", "2021-07-01", "2022-01"]
DAYS = some.one_of(some.none(), some.sampled_from(STATED))
# The words and dates of a pack; its feeds write an event of the column's name for each dated cell.
PACK = {
    "stages": "step place\nsigned 0\nstarted 1\nbuilt 2",
    "stage_words": "word step\nstarted started\ncompleted built",
    "dated_steps": """
        kind               step     planned
        signed             signed   no
        started            started  no
        completed          built    no
        planned_start      started  yes
        planned_completion built    yes""",
}


def jiangmen():
    """Projects as (planned, started): of 140 due 33 are late, of the 115 later ones 11 are early."""
    due = [("2021-05", "2021-06-01")] * 107 + [("2021-05", None)] * 33
    early = [("2021-12", "2021-06-02")] * 11 + [("2021-12", None)] * 104
    return due + early


def rates(projects, day="2021-10-31"):
    """Rates by step, of projects as events: ``kind``, ``detail`` and ``happened_on`` of each."""
    events, subjects = [], [{"code": "TC", "parent": ""}]
    for number, said in enumerate(projects):
        subjects.append({"code": f"P{number}", "parent": "TC"})
        for kind, detail, on in [("listed", "city", "2021"), *said]:
            events.append({"subject": f"P{number}", "kind": kind, "detail": detail, "happened_on": on})
    events = [event | {"id": str(number)} for number, event in enumerate(events)]
    tables = given(day=day, **PACK) | {
        "events": frame(events, columns.EVENTS),
        "subjects": frame(subjects, {"code": "text", "parent": "text"}),
    }
    return {row["step"]: row for row in ask("step_rates", tables).rows(named=True)}


def started(projects, day="2021-10-31"):
    """Rates of the start, of projects as (planned, started)."""
    said = [
        [(kind, "", on) for kind, on in (("planned_start", planned), ("started", on)) if on is not None]
        for planned, on in projects
    ]
    return rates(said, day).get("started", {})


def test_t_s01_started_is_due_less_late_and_early_added():
    row = started(jiangmen())
    counts = ("due", "late", "early", "reached_as_planned", "planned", "listed")
    assert [row[name] for name in counts] == [140, 33, 11, 118, 255, 255]
    assert 140 - 33 + 11 == 118


def test_t_s01_three_denominators():
    """江门: 206 of 255 planned are 80.8 %, of 223 planned to date 92.4 %."""
    projects = [("2021-05", "2021-06")] * 190 + [("2021-05", None)] * 33 + [("2021-12", "2021-06")] * 16
    row = started([*projects, *[("2021-12", None)] * 16, *[(None, "2020-01")] * 45])
    assert row["of_planned_shown"] == pytest.approx(80.8, abs=0.05)
    assert row["of_due_shown"] == pytest.approx(92.4, abs=0.05)
    assert row["of_listed_shown"] == pytest.approx(100 * 251 / 300)


@pytest.mark.parametrize(
    ("planned", "on", "due", "begun"),
    [
        ("2021-06", "2021-06", 1, 1),
        ("2021-06", "2021-07-01", 1, 0),
        ("2021", "2021", 0, 0),  # a year counts from its end
        ("2021-07", "2021-06-30", 0, 1),
        ("2020-12", "2020-12", 0, 1),  # planned in another year: not of this year's plan
        (None, "", 0, 0),
    ],
)
def test_a_month_or_year_counts_from_its_end(planned, on, due, begun):
    row = started([(planned, on)], day="2021-06-30")
    assert (row["due"], row["reached"]) == (due, begun)


def test_words_for_a_stage_and_later_steps_show_a_start_too():
    found = rates(
        [
            [("stage", "started", "2021-03")],
            [("completed", "", "2021-09-30"), ("planned_completion", "", "2021-12")],
            [("stage", "planned", "2021-03"), ("signed", "", "2021-02")],
        ]
    )
    assert {step: row["reached"] for step, row in found.items()} == {"signed": 3, "started": 2, "built": 1}
    assert (found["built"]["planned"], found["built"]["early"], found["started"]["planned"]) == (1, 1, 0)


def test_nothing_planned_gives_no_rate():
    row = started([(None, None)])
    assert (row["of_listed_shown"], row["of_planned_shown"], row["of_due_shown"]) == (0, None, None)


def test_projects_that_nobody_listed_do_not_count():
    assert started([]) == {}


@settings(max_examples=25)
@every(some.lists(some.tuples(DAYS, DAYS), min_size=1, max_size=12))
def test_the_identity_always_holds(projects):
    row = started(projects, day="2021-06-30")
    assert row["reached_as_planned"] == row["due"] - row["late"] + row["early"]
    assert row["reached_as_planned"] <= row["planned"] <= row["listed"]
    assert row["reached_as_planned"] <= row["reached"] <= row["listed"]
