"""Wholes: do the promises, and the figures, of the parts of an indicator add up to the whole?"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import polars as pl

from maoding.publish.asking import Answers
from maoding.publish.indicators import Scope

Row = dict[str, Any]


@dataclass(frozen=True)
class Breakdown:
    """A body's promise beside those of its parts (分解), and what their sum tells.

    `state`: ``apart`` (nothing says that the parts are the whole), ``twice`` (a part promised more than once), ``open``
    (not every part has promised), ``over`` (层层加码), ``short`` (缺口) or ``even``; `over` is sum less whole.
    """

    promise: Row
    parts: tuple[Row, ...]
    members: int
    parts_sum: int
    over: int
    state: str


@dataclass(frozen=True)
class Sum:
    """Figures of the parts that one source gives, added up beside the whole it gives; see the finding `sums`."""

    found: Row
    whole: Row
    parts: tuple[Row, ...]


def breakdowns(answers: Answers, code: str) -> list[Breakdown]:
    """Promises of the year that stand beside promises of the body's parts."""
    parents = {row["code"]: row["parent"] for row in answers.rows("subjects")}
    promised = answers.table("promised").filter(
        pl.col("indicator") == code, pl.col("measure") == "level", pl.col("amount").is_not_null()
    )
    rows = {row["id"]: row for row in promised.to_dicts()}
    members = _members(answers)
    return [
        _breakdown(found, rows[found["promise"]], parts, members.get(found["subject"], frozenset()))
        for found in answers.table("breakdown").filter(pl.col("indicator") == code).to_dicts()
        for parts in [_parts_of(rows[found["promise"]], rows.values(), parents)]
    ]


def _members(answers: Answers) -> dict[str, frozenset[str]]:
    """Bodies that together are another, each place once, as the pack says."""
    places = answers.rows("places")
    return {
        whole: frozenset(row["part"] for row in places if row["whole"] == whole)
        for whole in {row["whole"] for row in places}
    }


def _parts_of(promise: Row, rows: Iterable[Row], parents: dict[str, str]) -> tuple[Row, ...]:
    same = ("period_start", "period_end", "family")
    found = [
        row
        for row in rows
        if parents.get(row["subject"]) == promise["subject"] and all(row[k] == promise[k] for k in same)
    ]
    return tuple(sorted(found, key=lambda row: (row["subject"], row["id"])))


def _breakdown(found: Row, promise: Row, parts: tuple[Row, ...], members: frozenset[str]) -> Breakdown:
    whose = [row["subject"] for row in parts]
    if not members or not members.issuperset(whose):
        state = "apart"
    elif len(set(whose)) < len(whose):
        state = "twice"
    elif found["over"] > 0:
        state = "over"  # however many are still to promise
    elif len(whose) < len(members):
        state = "open"
    else:
        state = "short" if found["over"] < 0 else "even"
    return Breakdown(promise, parts, len(members), found["parts_sum"], found["over"], state)


def sums(answers: Answers, code: str, scope: Scope) -> list[Sum]:
    """Sums against the whole in which the indicator is the whole: its parts by name, or the bodies that make it up."""
    whose = pl.col("whole_subject").is_in([*scope.ours, *scope.wider])
    rows = answers.table("sums").filter(pl.col("whole_indicator") == code, whose).to_dicts()
    parts = {row["part"] for row in answers.rows("parts") if row["whole"] == code}
    members = _members(answers)
    levels = answers.table("vintages").filter(
        pl.col("measure") == "level", pl.col("indicator").is_in([code, *parts])
    )
    found = [
        Sum(row, whole, addends)
        for row in rows
        for beside in [_of_the_source(levels, row)]
        for whole in [next(each for each in beside if each["id"] == row["whole_id"])]
        for addends in [_addends(row, beside, parts, members.get(row["whole_subject"], frozenset()))]
    ]
    return sorted(found, key=lambda each: _order(each, scope))


def _order(each: Sum, scope: Scope) -> tuple[int, int, str, str]:
    """The city first and what it belongs to, of each the latest period."""
    whole = each.whole
    return scope.place(whole["subject"]), -whole["period_end"].toordinal(), each.found["of"], whole["id"]


def _of_the_source(levels: pl.DataFrame, row: Row) -> list[Row]:
    same = ("source", "period_start", "period_end", "family")
    return levels.filter(*(pl.col(name) == row[name] for name in same)).to_dicts()


def _addends(row: Row, beside: list[Row], parts: set[str], members: frozenset[str]) -> tuple[Row, ...]:
    """The figures that were added up, the greatest first."""
    whole, code = row["whole_subject"], row["whole_indicator"]
    if row["of"] == "body":
        added = [each for each in beside if each["subject"] in members and each["indicator"] == code]
    else:
        added = [each for each in beside if each["subject"] == whole and each["indicator"] in parts]
    return tuple(sorted(added, key=lambda each: (-each["amount"], each["id"])))
