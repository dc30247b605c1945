"""Reasons: why does a promise have its light, in a sentence a leader can repeat?"""

from decimal import Decimal
from typing import Any

from maoding.publish.shown import with_unit
from maoding.publish.words import STANDING, STANDING_ABOUT
from maoding.terms.language import say
from maoding.terms.numbers import rounded

Row = dict[str, Any]
OFF = ("missed", "not_met_so_far")


def note(row: Row, rule_title: str) -> str:
    """Note beside a light: why it is what it is, and what else was promised for the same thing."""
    others = [_twin(row)] if row["twin"] else []
    others += [_drift(row, each) for each in row["drift"]]
    return say("；").join([because(row, rule_title), *others])


def because(row: Row, rule_title: str) -> str:
    """Which line of which rule gives the light, or why there is none."""
    said = [_why_no_light(row)] if row["light"] == "unknown" else [_pace(row), _line(row, rule_title)]
    said += [
        say("规则未规定，按假定取色") if row["gap"] else "",
        say("计划由完成率反推，原文未列") if row["inferred_plan"] else "",
        _about(row),
        say("实绩日期为推断") if row["published_precision_of_figure"] == "inferred" else "",
        say("另有 {count} 个同期数不一致", count=row["stands_beside"]) if row["stands_beside"] else "",
    ]
    return say("；").join(part for part in said if part)


def _twin(row: Row) -> str:
    """Of two targets in one year: what the growth target would ask for, and which binds."""
    twin, unit = row["twin"], row["unit"]
    binds = twin["binding"] == row["promise"]
    return say(
        "另有增速目标，约合 {level}；本目标相当于增长 {growth} %，{which}",
        level=with_unit(twin["growth_as_level_shown"], unit),
        growth=rounded(Decimal(str(twin["level_as_growth_shown"])), 1),
        which=say("以本目标为准") if binds else say("以增速目标为准"),
    )


def _drift(row: Row, each: Row) -> str:
    unit = row["unit"]
    if each["promise"] == row["promise"]:
        restated = with_unit(each["restated_amount"], unit)
        return say("{day} 又说 {restated}，是否取代由人判定", day=each["restated_on"], restated=restated)
    first = with_unit(each["amount"], unit)
    return say("{day} 曾说 {first}，是否取代由人判定", day=each["said_on"], first=first)


def _about(row: Row) -> str:
    """What to mind where a number was promised with 左右: above it is no fault, and not what was said either."""
    if row["relation"] != "about":
        return ""
    if row["standing"] in OFF and row["target_gap"] < 0:
        return say("口径未定：“左右”没有公布的容差，现数高于所说之数")
    return say("口径未定：“左右”没有公布的容差")


def _why_no_light(row: Row) -> str:
    if row["figure"] is None:
        return say("尚无数据：截至所问之日没有公布可作依据的数")
    return _held_against(row) if row["standing"] else say("本规则所需的数不全")


def _held_against(row: Row) -> str:
    return say("此类目标不按序时判灯：{standing}", standing=stands(row))


def stands(row: Row) -> str:
    """How a promise stands by its own relation, in words."""
    said = STANDING_ABOUT if row["relation"] == "about" else STANDING
    return say(said[row["standing"]])


def _pace(row: Row) -> str:
    if row["ahead_shown"] is None:
        return _held_against(row) if row["standing"] else ""
    size = rounded(Decimal(str(abs(row["ahead_shown"]))), 2)
    if row["ahead_part"] < 0:
        return say("低于序时 {points} 个百分点", points=size)
    return say("超序时 {points} 个百分点", points=size)


def _line(row: Row, rule_title: str) -> str:
    if row["rule_row"] is None:
        return ""
    return say("{rule}第 {row} 行", rule=rule_title, row=row["rule_row"])


def still_needed(row: Row) -> str:
    """What the rest of the year still has to bring each month, beside what it brought so far."""
    if row["needed_shown"] is None:
        return "–"
    if row["gap_shown"] <= 0:
        return say("已完成")
    needed, so_far = (with_unit(row[name], row["unit"]) for name in ("needed_shown", "so_far_shown"))
    return say("{needed}（此前 {so_far}）", needed=needed, so_far=so_far)
