"""Effects list: by what are the promises that changed sifted and ordered, and what stands in their workbook?"""

import datetime as dt
from collections.abc import Mapping

from maoding.publish.changes import Change
from maoding.publish.pages import board_list
from maoding.publish.pages.asked import Asked
from maoding.publish.pages.cells import drawn
from maoding.publish.pages.effects import IN_WHAT, kinds_of, telling, through
from maoding.publish.pages.lists import Choice, Column, Listing
from maoding.publish.pages.news import Item
from maoding.publish.rules import LightRule
from maoding.publish.scoreboard import Names
from maoding.publish.shown import day
from maoding.publish.spelling import spelt
from maoding.publish.workbook import Cell
from maoding.terms.language import noted, say

PAGE = "changes-board"
A_PAGE = 200
ON_PAGE = ("light", "promise", "actual", "completion", "ahead")
IN_SHEET = ("strength", "promise_unit", "actual_unit", "period")


def listing_of(
    asked: Asked, since: dt.date, rule: LightRule, names: Names, told: Mapping[str, Item], host: str
) -> Listing:
    """Promises that changed, as a list; its workbook holds the board's cells of either day."""
    board = {each.key: each for each in board_list.listing_of(asked, rule, names, host).columns}
    columns = (
        Column("body", noted("单位"), lambda each: each.row["subject_name"], _body_order, on_page=False),
        Column("goal", noted("目标"), lambda each: each.row["indicator_name"], _goal_order),
        Column(
            "what",
            noted("变了什么"),
            lambda each: what_words(each, rule),
            lambda each: _first_kind(each, rule),
        ),
        *(_as_it_stands(board[key]) for key in (*ON_PAGE, *IN_SHEET)),
        *(_as_it_stood(board[key], since) for key in (*ON_PAGE, *IN_SHEET)),
        Column(
            "through",
            noted("谁说的"),
            lambda each: _through_words(each, told),
        ),
        Column("source", noted("出处"), lambda each: host + _row_page(asked, since, each), on_page=False),
    )
    return Listing(PAGE, columns, _choices(rule, names), _searched, a_page=A_PAGE)


def _choices(rule: LightRule, names: Names) -> tuple[Choice, ...]:
    return (
        Choice("what", noted("变了什么"), lambda each: kinds_of(each, rule), kind_word, list(IN_WHAT).index),
        Choice("light", noted("灯"), lambda each: (each.row["light"],), lambda word: drawn(word, rule).word),
        Choice("body", noted("单位"), lambda each: (each.row["subject"],), names.subject),
        Choice(
            "indicator",
            noted("指标"),
            lambda each: (each.row["indicator"],),
            lambda code: names.indicators.get(code, code),
        ),
    )


def kind_word(kind: str) -> str:
    """Name of a kind of change."""
    return say(IN_WHAT[kind])


def what_words(change: Change, rule: LightRule) -> str:
    """In what a promise changed, in words."""
    return say("、").join(map(kind_word, telling(kinds_of(change, rule))))


def _through_words(change: Change, told: Mapping[str, Item]) -> str:
    return say("；").join(f"{who} {on}" for who, on, _ in through(change.through, told))


def _row_page(asked: Asked, since: dt.date, change: Change) -> str:
    """Address of the promise's reason, on the earlier day where it is gone on the later one."""
    return (asked if change.after else asked.on(since)).plain.row(change.row["promise"])


def _first_kind(change: Change, rule: LightRule) -> int:
    return min(list(IN_WHAT).index(kind) for kind in kinds_of(change, rule))


def _body_order(change: Change) -> tuple[str, ...]:
    return spelt(change.row["subject_name"])


def _goal_order(change: Change) -> tuple[str, ...]:
    return spelt(change.row["indicator_name"])


def _as_it_stands(column: Column) -> Column:
    """A column of the board for the later day; empty for a promise that is gone."""

    def cell(change: Change) -> Cell:
        return column.cell(change.after) if change.after else ""

    order = column.order
    by = (lambda change: order(change.row)) if order else None
    return Column(column.key, column.words, cell, by, numeric=column.numeric, on_page=column.key in ON_PAGE)


def _as_it_stood(column: Column, since: dt.date) -> Column:
    """A column of the board for the earlier day; empty for a promise that was not there."""

    def cell(change: Change) -> Cell:
        return column.cell(change.before) if change.before else ""

    words = say("{column}（{day}）", column=say(column.words), day=day(since))
    return Column(f"{column.key}_before", words, cell, numeric=column.numeric, on_page=False)


def _searched(change: Change) -> str:
    row = change.row
    return f"{row['subject_name']} {row['indicator_name']} {row['indicator']} {row['record']}"
