"""QA: do findings over the ledger give the known answers, and is what they cannot answer listed with its reason?

Nothing is worked out here: `qa_plan.csv` says which cells of which finding answer a question, and the answer it is held
against, with its tolerance, stands in the data beside the project.
"""

import re

import pytest

from tests.golden.answering import CHECK, PLAN, ROOT, table, values
from tests.golden.comparing import WAYS

PLANNED = table(PLAN)


@pytest.fixture(scope="module")
def known_answers(shared):
    return {row["qa_id"]: row for row in table(shared / "data" / "taicang" / "QA.csv")}


@pytest.mark.django_db
@pytest.mark.parametrize("plan", PLANNED, ids=[row["qa_id"] for row in PLANNED])
def test_the_ledger_answers(plan, taicang, known_answers):
    asked = known_answers[plan["qa_id"]]
    rows = taicang.rows(plan) if plan["finding"] else []
    WAYS[plan["compare"]](rows, values(rows, plan), asked)


def test_every_question_is_planned_for(known_answers):
    assert [row["qa_id"] for row in PLANNED] == list(known_answers)


def test_only_what_nothing_answers_is_called_unanswerable_and_says_why():
    for row in PLANNED:
        assert (row["compare"] == "nothing") == (row["answerable"] == "no"), row["qa_id"]
        assert bool(row["why_not"]) == (row["answerable"] != "yes"), row["qa_id"]


def test_the_page_of_questions_tells_what_the_plan_says():
    page = (ROOT / "docs" / "qa.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| (Q\d{3}) \| (.*?) \| (.*?) \|", page, re.MULTILINE)
    states = {"yes": "passes", "partly": "partly", "no": "not answered"}
    finding = {"": "—", CHECK: "`maoding check`"}
    assert told == [
        (
            row["qa_id"],
            finding.get(row["finding"], f"`{row['finding']}`"),
            states[row["answerable"]] + (f": {row['why_not']}" if row["why_not"] else ""),
        )
        for row in PLANNED
    ]
