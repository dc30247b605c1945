"""Board list: by what can the scoreboard's rows be sifted and ordered, and what stands in its workbook?"""

from collections.abc import Callable
from typing import Any

from maoding.publish.pages.asked import Asked
from maoding.publish.pages.cells import drawn, is_unpaced, light
from maoding.publish.pages.lists import Choice, Column, Listing
from maoding.publish.pages.pace_cells import half, is_over
from maoding.publish.reasons import because
from maoding.publish.rules import LightRule
from maoding.publish.scoreboard import FIRST, STRENGTHS, Names, Row
from maoding.publish.shown import NO_DATA, period, reader_number, reader_unit
from maoding.publish.spelling import spelt
from maoding.publish.terminal import RELATIONS
from maoding.publish.terminal import STRENGTHS as FIRMNESS
from maoding.publish.words import MEASURES
from maoding.publish.workbook import Cell
from maoding.terms.language import noted, say

A_PAGE = 200
UNPACED = "unpaced"  # in an address, of rows without a light since they are held against their number alone
STATES = {
    "behind": noted("落后"),
    "overdue": noted("到期尚无数据"),
    "near": noted("略低于序时"),
    "late": noted("逾期完成"),
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
        Column("light", noted("灯"), _light(rule), lambda row: FIRST.index(row["state"])),
        _in_sheet("body", noted("单位"), _name("subject_name"), lambda row: spelt(row["subject_name"])),
        Column("goal", noted("目标"), _name("indicator_name"), lambda row: spelt(row["indicator_name"])),
        _in_sheet("strength", noted("力度"), _firmness, lambda row: STRENGTHS.index(row["strength"])),
        _in_sheet("measure", noted("计量"), lambda row: say(MEASURES[row["measure"]])),
        _in_sheet("relation", noted("关系"), _relation),
        Column("promise", noted("承诺"), _number(asked, "plan_shown", "amount"), numeric=True),
        _in_sheet("promise_unit", noted("计量单位"), lambda row: _unit(asked, row["unit"])),
    )


def _judged(asked: Asked) -> tuple[Column, ...]:
    return (
        Column("actual", noted("实绩"), _actual(asked), numeric=True),
        _in_sheet("actual_unit", noted("计量单位"), _actual_unit(asked)),
        Column("period", noted("时期"), _period, lambda row: row["period_end_of_figure"]),
        _rate("completion", noted("完成率"), "completion_shown"),
        _in_sheet("half", noted("双过半"), half),
        _rate("due", noted("应完成"), "due_shown"),
        _in_sheet("due_own", noted("自定计划应完成"), _share("due_own_shown")),
        _rate("ahead", noted("相差"), "ahead_shown"),
        Column("needed", noted("还需每月"), _needed(asked), numeric=True),
        _in_sheet("gap", noted("尚缺"), _number(asked, "gap_shown")),
        Column("so_far", noted("此前每月"), _number(asked, "so_far_shown"), numeric=True),
    )


def _told(asked: Asked, rule: LightRule, host: str) -> tuple[Column, ...]:
    return (
        _in_sheet("reason", noted("原因"), lambda row: because(row, rule, asked.day)),
        _in_sheet("source", noted("出处"), lambda row: host + asked.plain.row(row["promise"])),
    )


def _in_sheet(
    key: str, words: str, cell: Callable[[Row], Cell], order: Callable[[Row], Any] | None = None
) -> Column:
    """A column that the page shows within another one, or not at all."""
    return Column(key, words, cell, order, on_page=False)


def _rate(key: str, words: str, name: str) -> Column:
    """A percentage, or a difference of two; the least first, since it is the one to decide about."""
    return Column(key, words, _share(name), lambda row: row[name], numeric=True)


def _share(name: str) -> Callable[[Row], Cell]:
    return lambda row: "" if row[name] is None else round(row[name], 4)


def _choices(rule: LightRule, names: Names) -> tuple[Choice, ...]:
    return (
        Choice(
            "state", noted("状态"), lambda row: (row["state"],), lambda state: say(STATES[state]), FIRST.index
        ),
        Choice("light", noted("灯"), lambda row: (_lit(row),), lambda word: _lamp(word, rule)),
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


def _lit(row: Row) -> str:
    return UNPACED if is_unpaced(row) else str(row["light"])


def _lamp(word: str, rule: LightRule) -> str:
    return say("不按序时判灯") if word == UNPACED else drawn(word, rule).word


def _rank(level: str) -> int:
    return list(LEVELS).index(level) if level in LEVELS else len(LEVELS)


def _words(row: Row) -> str:
    return f"{row['subject_name']} {row['indicator_name']} {row['indicator']} {row['record'] or ''}"


def _relation(row: Row) -> str:
    return say(RELATIONS[row["relation"]]) if RELATIONS.get(row["relation"]) else ""


def _period(row: Row) -> str:
    return period(row["period_start_of_figure"], row["period_end_of_figure"]) if row["figure"] else ""


def _unit(asked: Asked, unit: str | None) -> str:
    return say(reader_unit(unit, asked.unit)) if unit else ""


def _number(asked: Asked, *names: str) -> Callable[[Row], Cell]:
    """The first number a row has of some, in the unit asked for; empty where it has none."""

    def cell(row: Row) -> Cell:
        amount = next((row[name] for name in names if row[name] is not None), None)
        return _scaled(amount, row["unit"], asked) if amount is not None and row["unit"] else ""

    return cell


def _needed(asked: Asked) -> Callable[[Row], Cell]:
    """What a month still has to bring, while there is one left."""
    told = _number(asked, "needed_shown")
    return lambda row: "" if is_over(row, asked) else told(row)


def _actual(asked: Asked) -> Callable[[Row], Cell]:
    """What was done; of a task how many of its projects came as far, and 尚无数据 where nobody said."""

    def cell(row: Row) -> Cell:
        if row["done"] is not None and row["figure_unit"]:
            return _scaled(row["done"], row["figure_unit"], asked)
        return f"{row['reached']}/{row['projects']}" if row["reached"] else say(NO_DATA)

    return cell


def _actual_unit(asked: Asked) -> Callable[[Row], Cell]:
    return lambda row: say("个项目") if row["reached"] else _unit(asked, row["figure_unit"])


def _scaled(amount: float, unit: str, asked: Asked) -> float:
    return float(reader_number(amount, unit, asked.unit, places=4).replace(",", ""))


def _light(rule: LightRule) -> Callable[[Row], Cell]:
    return lambda row: light(row, rule).word


def _name(key: str) -> Callable[[Row], Cell]:
    return lambda row: str(row[key])


def _firmness(row: Row) -> str:
    return say(FIRMNESS[row["strength"]])
