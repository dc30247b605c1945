"""Steps: do the sources' words and dates become the steps they mean, and no others?"""

import maoding.judge.every  # noqa: F401 - findings enter by import
from maoding.judge.finding import ask
from tests.judge.written import given

WORDS = "word step\ncompleted built\nlead negotiating"
DATES = "kind step planned\nstarted started no\nplanned_completion built yes"


def taken(events):
    rows = ask("steps", given(events=events, stage_words=WORDS, dated_steps=DATES)).rows(named=True)
    return sorted((row["subject"], row["step"], row["stated_on"], row["planned"]) for row in rows)


def test_words_and_dated_columns_name_steps_and_plans_are_marked():
    events = """
        subject kind               detail    on
        P1      stage              completed 2021-12
        P1      started            -         2019-12-18
        P1      planned_completion -         2021-06
        P2      stage              lead      2020-12"""
    assert taken(events) == [
        ("P1", "built", "2021-06", True),
        ("P1", "built", "2021-12", False),
        ("P1", "started", "2019-12-18", False),
        ("P2", "negotiating", "2020-12", False),
    ]


def test_a_word_that_fits_several_steps_and_a_step_without_a_date_are_left_out():
    events = """
        subject kind    detail    on
        P1      stage   planned   2021-12
        P1      started -         -
        P1      listed  completed 2021"""
    assert taken(events) == []
