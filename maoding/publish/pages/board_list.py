"""Board list: by what can the scoreboard's rows be sifted and ordered, and what stands in its workbook?"""

from collections.abc import Callable
from typing import Any

from maoding.publish.pages.asked import Asked
from maoding.publish.pages.cells import drawn
from maoding.publish.pages.lists import Choice, Column, Listing
from maoding.publish.reasons import because
from maoding.publish.rules import LightRule
from maoding.publish.scoreboard import FIRST, STRENGTHS, Names, Row
from maoding.publish.shown import NO_DATA, period, reader_number, reader_unit
from maoding.publish.spelling import spelt
from maoding.publish.terminal import RELATIONS
from maoding.publish.terminal import STRENGTHS as FIRMNESS
from maoding.publish.workbook import Cell
from maoding.terms.language import noted, say

A_PAGE = 200
STATES = {
    "behind": noted("落后"),
    "near": noted("略低于序时"),
    "not_judged": noted("未判"),
    "on_pace": noted("按期"),
    "no_evidence": noted("尚无数据"),
}
LEVELS = {
    "province": noted("省"),
    "prefecture": noted("地级市"),
    "county": noted("县（市、区）"),
    "zone": noted("开发区、功能区"),
    "plan-area": noted("规划片区"),
    "town": noted("镇"),
    "subdistrict": noted("街道"),
    "park": noted("园区"),
    "department": noted("部门"),
    "congress": noted("人大"),
    "agency": noted("事业机构"),
    "soe": noted("国有企业"),
    "company": noted("企业"),
    "project": noted("项目"),
    "": noted("未说明"),
}


def listing_of(asked: Asked, rule: LightRule, names: Names, host: str) -> Listing:
    """The scoreboard as a list; `host` stands before the addresses in the workbook."""
    said = (*_promised(asked, rule), *_judged(asked), *_told(asked, rule, host))
    return Listing("board", said, _choices(rule, names), _words, a_page=A_PAGE)


def _promised(asked: Asked, rule: LightRule) -> tuple[Column, ...]:
    return (
        Column(
            "light",
            noted("灯"),
            lambda row: drawn(row["light"], rule).word,
            lambda row: FIRST.index(row["state"]),
        ),
        Column(
            "body", noted("单位"), lambda row: row["subject_name"], lambda row: spelt(row["subject_name"])
        ),
        Column(
            "goal", noted("目标"), lambda row: row["indicator_name"], lambda row: spelt(row["indicator_name"])
        ),
        Column(
            "strength",
            noted("力度"),
            lambda row: say(FIRMNESS[row["strength"]]),
            lambda row: STRENGTHS.index(row["strength"]),
        ),
        Column("relation", noted("关系"), _relation),
        Column("promise", noted("承诺"), _number(asked, "plan_shown", "amount", "unit"), numeric=True),
        Column("promise_unit", noted("单位名"), lambda row: _unit(asked, row["unit"])),
    )


def _judged(asked: Asked) -> tuple[Column, ...]:
    return (
        Column("actual", noted("实绩"), _number(asked, "done", "done", "figure_unit"), numeric=True),
        Column("actual_unit", noted("单位名"), lambda row: _unit(asked, row["figure_unit"])),
        Column("period", noted("时期"), _period, lambda row: row["period_end_of_figure"]),
        Column(
            "completion",
            noted("完成率"),
            _shown("completion_shown"),
            _order("completion_shown"),
            numeric=True,
        ),
        Column("due", noted("应完成"), _shown("due_shown"), _order("due_shown"), numeric=True),
        Column("ahead", noted("相差"), _shown("ahead_shown"), _order("ahead_shown"), numeric=True),
        Column(
            "needed", noted("还需每月"), _number(asked, "needed_shown", "needed_shown", "unit"), numeric=True
        ),
        Column(
            "so_far", noted("此前每月"), _number(asked, "so_far_shown", "so_far_shown", "unit"), numeric=True
        ),
    )


def _told(asked: Asked, rule: LightRule, host: str) -> tuple[Column, ...]:
    return (
        Column("reason", noted("原因"), lambda row: because(row, rule, asked.day)),
        Column("source", noted("出处"), lambda row: host + asked.plain.row(row["promise"])),
    )


def _choices(rule: LightRule, names: Names) -> tuple[Choice, ...]:
    return (
        Choice(
            "state", noted("状态"), lambda row: (row["state"],), lambda state: say(STATES[state]), FIRST.index
        ),
        Choice("light", noted("灯"), lambda row: (row["light"],), lambda word: drawn(word, rule).word),
        Choice("body", noted("单位"), lambda row: (row["subject"],), names.subject),
        Choice(
            "level",
            noted("层级"),
            lambda row: (names.level(row["subject"]),),
            lambda level: say(LEVELS.get(level, level)),
            _rank,
        ),
        Choice(
            "indicator",
            noted("指标"),
            lambda row: (row["indicator"],),
            lambda code: names.indicators.get(code, code),
        ),
        Choice(
            "strength",
            noted("力度"),
            lambda row: (row["strength"],),
            lambda word: say(FIRMNESS[word]),
            STRENGTHS.index,
        ),
    )


def _rank(level: str) -> int:
    return list(LEVELS).index(level) if level in LEVELS else len(LEVELS)


def _words(row: Row) -> str:
    return f"{row['subject_name']} {row['indicator_name']} {row['indicator']} {row['record']}"


def _relation(row: Row) -> str:
    return say(RELATIONS[row["relation"]]) if RELATIONS.get(row["relation"]) else ""


def _period(row: Row) -> str:
    return period(row["period_start_of_figure"], row["period_end_of_figure"]) if row["figure"] else ""


def _unit(asked: Asked, unit: str | None) -> str:
    return say(reader_unit(unit, asked.unit)) if unit else ""


def _number(asked: Asked, name: str, otherwise: str, unit: str) -> Callable[[Row], Cell]:
    """A number of a row in the unit asked for; where nothing was said 尚无数据."""

    def cell(row: Row) -> Cell:
        amount = row[name] if row[name] is not None else row[otherwise]
        if amount is None or not row[unit]:
            return say(NO_DATA) if name == "done" else ""
        return float(reader_number(amount, row[unit], asked.unit, places=4).replace(",", ""))

    return cell


def _shown(name: str) -> Callable[[Row], Cell]:
    return lambda row: "" if row[name] is None else round(row[name], 4)


def _order(name: str) -> Callable[[Row], Any]:
    return lambda row: row[name]
