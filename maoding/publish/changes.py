"""Changes: which promises stand otherwise on a later day than on an earlier one, in what, and through which words?

Both days are judged by the same rule and about the same year, so that a difference is one of knowledge and of nothing
else.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from operator import itemgetter
from typing import Any

from maoding.ledger.between import News
from maoding.publish.asking import Answers
from maoding.publish.light_history import kin_of
from maoding.publish.same_promise import pairs
from maoding.publish.scoreboard import FIRST, Row

NEW, GONE = "new", "gone"
TARGET = ("amount", "unit", "relation", "strength", "period_end")
ACTUAL = ("done", "figure_unit", "period_start_of_figure", "period_end_of_figure", "reached")


def _restatements(row: Row) -> frozenset[str]:
    """Promises that say the same thing with another number."""
    return frozenset(each[name] for each in row["drift"] for name in ("promise", "restated"))


def _rate(row: Row) -> Fraction | None:
    """Completion as the exact fraction it is."""
    return Fraction(row["done_part"], row["whole_part"]) if row["completion_shown"] is not None else None


# What may differ, as a reader asks, and what of a row says it.
COMPARED: Mapping[str, Callable[[Row], Any]] = {
    "light": itemgetter("light"),
    "state": itemgetter("state"),
    "target": lambda row: (itemgetter(*TARGET)(row), _restatements(row)),
    "actual": itemgetter(*ACTUAL),
    "completion": _rate,
}
IN_WHAT = (NEW, GONE, *COMPARED)


@dataclass(frozen=True)
class Change:
    """A promise that stands otherwise: its row before and after (None where it was not there), and in what it differs.

    `through` are the entries that did it, the ids of what was newly said; none where no new word did but the day.
    """

    before: Row | None
    after: Row | None
    in_what: tuple[str, ...]
    through: tuple[str, ...] = ()

    @property
    def row(self) -> Row:
        """The row as it stands, or as it stood last."""
        row = self.after if self.after is not None else self.before
        assert row is not None
        return row


def changes(
    before: Sequence[Row], after: Sequence[Row], news: Sequence[News], answers: Answers
) -> list[Change]:
    """Promises that differ between two boards, the gravest kind of change first, with the entries that did it.

    `answers` are those of the later day: they tell which figures and projects a promise hangs on.
    """
    hangs = _Hangs(news, answers)
    found = [Change(was, now, in_what(was, now)) for was, now in pairs(before, after)]
    told = [
        Change(each.before, each.after, each.in_what, hangs.through(each)) for each in found if each.in_what
    ]
    return sorted(told, key=_gravity)


def in_what(before: Row | None, after: Row | None) -> tuple[str, ...]:
    """In what two rows of one promise differ; nothing where they say the same."""
    if before is None or after is None:
        return (NEW,) if before is None else (GONE,)
    return tuple(name for name, told in COMPARED.items() if told(before) != told(after))


def _gravity(change: Change) -> tuple[int, int]:
    """A changed light before all else, then by what needs a decision first, as on the board."""
    return IN_WHAT.index("light") if "light" not in change.in_what else -1, FIRST.index(change.row["state"])


class _Hangs:
    """Which new words can have moved a promise: its own, its figures, its projects' steps, a reason on record."""

    def __init__(self, news: Iterable[News], answers: Answers) -> None:
        self.news = list(news)
        self.new = {each.entry.id for each in self.news}
        self.plans = answers.rows("plans")
        self.reached: dict[str, set[str]] = {}
        for row in answers.rows("deeds_done"):
            self.reached.setdefault(row["promise"], set()).add(row["reached_on_id"])

    def through(self, change: Change) -> tuple[str, ...]:
        """The entries that moved a promise: those it now rests on, else all new ones about the same thing."""
        rests_on = [
            row[name] for row in (change.before, change.after) if row for name in ("promise", "figure")
        ]
        rests_on += self.reached.get(change.row["promise"], ())
        own = [
            each.entry.id
            for each in self.news
            if each.entry.id in rests_on or any(old.id in rests_on for old in each.before)
        ]
        restated = sorted(_restatements(change.row) & self.new) if "target" in change.in_what else []
        others = [] if own else [each.entry.id for each in self.news if self._is_about(each, change.row)]
        return tuple(dict.fromkeys([*own, *restated, *others]))

    def _is_about(self, news: News, row: Row) -> bool:
        kind, body = news.entry.kind, news.entry.body
        if kind == "exemption":
            return bool(body["subject"] == row["subject"])
        if kind not in ("reading", "commitment"):
            return False
        growth = (
            row["measure"] == body["measure"] == "growth"
        )  # a rule may ask for the growth of the body above
        about = body["subject"] == row["subject"] or growth
        return about and body["indicator"] in kin_of(row["indicator"], self.plans)
