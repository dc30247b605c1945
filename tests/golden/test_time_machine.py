"""The time machine: is the board of a past day what a ledger shows that never heard of anything later?

All of Taicang's pack is asked about ten days: the eves and the days of five publications. For each of them an empty
ledger is given only what was known by that day, act by act as the pack brought it, and must show the same: every row of
``scoreboard --json``, and the board's page to the letter.

Names of bodies and light rules are words in which figures are told (`maoding/ledger/known.py`): a rule of 2025 can be
replayed on 2021, and a body has its name before the page that happens to tell it. The second ledger gets all of these.
"""

import datetime as dt
import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

import pytest
from django.contrib.auth import get_user_model
from django.db import transaction
from django.test import Client

from maoding.app import loading, questions
from maoding.ledger import models
from maoding.ledger.record import Deed, record
from maoding.publish.asking import Answers
from maoding.publish.scoreboard import Row, as_json, scoreboard
from maoding.terms.entries import Entry, RuleVersion, Subject
from tests.golden.answering import ROOT, TODAY
from tests.golden.conftest import RECORDED

EVES = {
    "2020-12-30": "2020-12-31",
    "2021-02-19": "2021-02-20",
    "2021-07-01": "2021-07-02",
    "2021-10-08": "2021-10-09",
    "2022-07-06": "2022-07-07",
}
DAYS = sorted({*EVES, *EVES.values()})
WORDS = {Subject.letter, RuleVersion.letter}
MAIN = re.compile(r"<main.*</main>", re.DOTALL)

Board = tuple[list[Row], str]
Act = tuple[list[Entry], Deed]


@dataclass(frozen=True)
class Whole:
    """The ledger with everything in it: its boards, the acts that filled it, and since when each entry is known."""

    boards: dict[str, list[Board]]
    acts: list[Act]
    known_from: dict[str, dt.date]

    def by(self, day: str, but: Collection[str] = ()) -> list[Act]:
        """The acts with only what was known by a day, and without some entries."""
        last = dt.date.fromisoformat(day)
        known = {name for name, since in self.known_from.items() if since <= last} - set(but)
        return [
            ([each for each in said if each.id in known or each.letter in WORDS], deed)
            for said, deed in self.acts
        ]


@contextmanager
def never_committed() -> Iterator[None]:
    """A log cannot be emptied again, but what was never committed is not in it."""
    with transaction.atomic():
        assert not models.Entry.objects.exists()
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def whole(django_db_setup, django_db_blocker) -> Whole:
    """What the whole pack shows on the ten days; the ledger is empty again afterwards."""
    acts: list[Act] = []

    def listen(said: list[Entry], deed: Deed) -> set[str]:
        acts.append((list(said), deed))
        return record(said, deed)

    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch, never_committed():
        patch.setattr(loading, "record", listen)
        loading.load_path(ROOT / "cities" / "taicang", "taicang", RECORDED)
        known_from = dict(models.Entry.objects.values_list("id", "known_from"))
        return Whole({day: boards(day) for day in DAYS}, acts, known_from)


def boards(day: str) -> list[Board]:
    """What the ledger shows on a day, of 2021 and of the day's own year: all rows, and the page."""
    reader = Client(headers={"accept-language": "zh-CN"})
    reader.force_login(get_user_model().objects.get_or_create(username="reader")[0])
    return [(rows(day, year), page(reader, day, year)) for year in (2021, int(day[:4]))]


def rows(day: str, year: int) -> list[Row]:
    asked = questions.question("taicang", dt.date.fromisoformat(day), None, TODAY)
    found = scoreboard(Answers(replace(asked, about=year))).rows
    return [as_json(row, asked.rule.name) for row in found]


def page(reader: Client, day: str, year: int) -> str:
    answer = reader.get("/taicang/", {"day": day, "year": year})
    assert answer.status_code == 200
    return MAIN.search(answer.content.decode())[0]


def shown_by_a_ledger_of(acts: list[Act], day: str) -> list[Board]:
    with never_committed():
        for said, deed in acts:
            record(said, deed)
        return boards(day)


@pytest.mark.django_db
@pytest.mark.parametrize("day", DAYS)
def test_the_board_of_a_day_is_that_of_a_ledger_which_ends_on_that_day(whole: Whole, day: str):
    acts = whole.by(day)
    assert 200 < sum(len(said) for said, _ in acts) < len(whole.known_from)
    assert shown_by_a_ledger_of(acts, day) == whole.boards[day]


@pytest.mark.django_db
@pytest.mark.parametrize("day", DAYS[1:])  # on the first nothing is promised yet
def test_one_entry_less_and_the_board_is_another(whole: Whole, day: str):
    """The figure that the first row of 2021 hangs on, or the promise where there is no figure."""
    first = whole.boards[day][0][0][0]
    hangs_on = (first["actual"] or first)["id"]
    assert shown_by_a_ledger_of(whole.by(day, but={hangs_on}), day) != whole.boards[day]


@pytest.mark.django_db
@pytest.mark.parametrize("eve", EVES)
def test_a_publication_changes_the_board_on_its_own_day(whole: Whole, eve: str):
    """So the ten days are days on which a board that looked ahead would be found out."""
    assert [found for found, _ in whole.boards[eve]] != [found for found, _ in whole.boards[EVES[eve]]]
