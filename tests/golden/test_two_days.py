"""Two days of Taicang: is what changed named with its cause, and is every past light that of its day's board?"""

import datetime as dt
from functools import cache

import pytest

from maoding.app import questions
from maoding.ledger.between import said_between
from maoding.publish.asking import Answers
from maoding.publish.changes_told import as_rows, between
from maoding.publish.light_history import Wording, light_history
from maoding.publish.same_promise import same_promise
from maoding.publish.scoreboard import scoreboard
from maoding.terms.viewer import EVERYTHING
from tests.golden.answering import TODAY

pytestmark = pytest.mark.django_db
PAIRS = (
    ("2021-06-30", "2021-07-31", None),
    ("2021-03-31", "2021-06-30", None),
    ("2021-06-30", "2022-03-31", 2021),
)


def answers(day: dt.date, rule: str, year: int | None) -> Answers:
    return questions.answers("taicang", day, rule, TODAY, year)


@pytest.mark.parametrize(("since", "day", "year"), PAIRS)
def test_every_change_is_made_by_something_newly_said(taicang, since, day, year):
    first, last = dt.date.fromisoformat(since), dt.date.fromisoformat(day)
    rows = as_rows(between(answers(last, "yinchuan", year).question, first))
    said = {row["id"] for row in rows if row["what"] == "said"}
    changed = [row for row in rows if row["what"] == "changed"]
    assert said
    assert changed
    told = [
        row for row in changed if not row["after"] or row["after"]["state"] != "overdue"
    ]  # that is time's doing
    assert all(row["through"] and set(row["through"]) <= said for row in told)
    for row in changed:
        for board, on in (("before", first), ("after", last)):
            there = {each["id"] for each in boards(on, "yinchuan", year or last.year)}
            assert row[board] is None or row[board]["id"] in there


@cache
def boards(day: dt.date, rule: str, year: int) -> list[dict[str, object]]:
    found = scoreboard(answers(day, rule, year)).rows
    return [row | {"id": row["promise"]} for row in found]


@pytest.mark.parametrize(
    ("day", "rule", "year"), [("2022-03-31", "yinchuan", 2021), ("2022-12-31", "tianjin", 2022)]
)
def test_every_past_light_is_that_of_its_days_board(taicang, day, rule, year):
    boards.cache_clear()
    asked = answers(dt.date.fromisoformat(day), rule, year)
    wording = Wording(dt.date(2020, 1, 1), "", asked.question.rule)
    told = [(row, past) for row in scoreboard(asked).rows for past in light_history(row, asked, [wording])]
    assert len({past.day for _, past in told}) > 1
    for row, past in told:
        then = next(each for each in boards(past.day, rule, year) if same_promise(each) == same_promise(row))
        assert (past.light, past.promise) == (then["light"], then["promise"])


def test_the_summer_of_2021_told_anew(taicang):
    """The fourth terminal's start in July 2021 is what the port's promises changed by; its investment was said anew."""
    rows = as_rows(between(answers(dt.date(2021, 7, 31), "yinchuan", None).question, dt.date(2021, 6, 30)))
    assert [row["in_what"] for row in rows if row["what"] == "changed"] == [
        ["state"],
        ["state", "actual"],
        ["state", "actual"],
    ]
    anew = [row for row in rows if row["what"] == "said" and row["replaces"]]
    assert [(row["subject"], row["said"]["number"]) for row in anew] == [("P067", "40.27")]
    assert len(said_between(dt.date(2021, 6, 30), dt.date(2021, 7, 31), EVERYTHING)) >= len(anew)
