"""Reasons: why does a promise have its light, in a sentence a leader can repeat?"""

import datetime as dt
from decimal import Decimal
from typing import Any

from maoding.publish.rules import LightRule
from maoding.publish.shown import with_unit
from maoding.publish.words import STANDING, STANDING_ABOUT
from maoding.terms.language import say
from maoding.terms.numbers import rounded

Row = dict[str, Any]
STALE_DAYS = 92  # a quarter without news is worth a word
OFF = ("missed", "not_met_so_far")


def note(row: Row, rule: LightRule, day: dt.date) -> str:
    """Note beside a light: why it is what it is, and what else was promised for the same thing."""
    others = [_twin(row)] if row["twin"] else []
    others += [_drift(row, each) for each in row["drift"]]
    return say("；").join([because(row, rule, day), *others])


def because(row: Row, rule: LightRule, day: dt.date) -> str:
    """Which line of which rule gives the light, or why there is none; and what to mind about its evidence."""
    judged = row["light"] != "unknown"
    said = [_pace(row), _line(row, rule.title)] if judged else [_why_no_light(row, rule)]
    said += [
        say("规则未规定，按假定取色") if row["gap"] else "",
        say("计划由完成率反推，原文未列") if row["inferred_plan"] else "",
        _about(row),
        *_of_the_evidence(row, day),
        say("实绩日期为推断") if row["published_precision_of_figure"] == "inferred" else "",
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
        which=say("比增速目标更紧") if binds else say("增速目标更紧"),
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


def _of_the_evidence(row: Row, day: dt.date) -> list[str]:
    """Up to which day the evidence counts where its period does not say so, and that nothing newer is known."""
    if row["figure"] is None:
        return []
    counted, end = row["counted_to"], row["period_end_of_figure"]
    said = [say("只算到公布日 {day}", day=counted)] if counted < end else []
    if day <= row["period_end"] and (day - counted).days > STALE_DAYS:
        said.append(say("实绩只到 {day}，此后没有更新", day=counted))
    return said


def _why_no_light(row: Row, rule: LightRule) -> str:
    if row["measure"] == "deed":
        return deed(row)
    if row["figure"] is None:
        return say("尚无数据：截至所问之日没有公布可作依据的数")
    if row["stands_beside"]:
        return say("另有 {count} 个同期数不一致，核对之前不判灯", count=row["stands_beside"])
    lacking = "、".join(rule.label(name) for name in row["lacking"])
    if row["paced"]:
        return say("；").join([_pace(row), say("本规则要看{facts}，台账里没有", facts=lacking)])
    return _held_against(row) if row["standing"] else say("本规则要看{facts}，台账里没有", facts=lacking)


def deed(row: Row) -> str:
    """How far the projects of a deed (任务) are known to have come, and whether by the day it was due."""
    if not row["projects"]:
        return say("任务没有点到台账里的项目，要有消息说它做成了才能判断")
    if row["before"]:
        told = say("所涉 {n} 个项目中 {k} 个在承诺所说的时期之前已做到", n=row["projects"], k=row["before"])
        since = say("此后又有 {k} 个做到", k=row["reached"]) if row["reached"] else ""
        return say("；").join(part for part in (told, since) if part)
    if not row["reached"]:
        return say("尚无消息说所涉 {n} 个项目已做到", n=row["projects"])
    if row["reached"] < row["projects"]:
        return say("所涉 {n} 个项目中 {k} 个已做到", n=row["projects"], k=row["reached"])
    return say("；").join([say("{day} 已做到", day=row["reached_on"]), _lateness(row)])


def _lateness(row: Row) -> str:
    least, most = row["late_least"], row["late_most"]
    if most <= 0:
        return say("按期")
    if least <= 0:
        return say("是否按期要看具体哪一天")
    days = str(least) if least == most else f"{least}–{most}"
    return say("晚 {days} 天", days=days)


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
    if row["standing"] == "met" or row["gap_shown"] < 0:  # more than was said with 左右 needs nothing either
        return say("已完成")
    needed, so_far = (with_unit(row[name], row["unit"]) for name in ("needed_shown", "so_far_shown"))
    return say("{needed}（此前 {so_far}）", needed=needed, so_far=so_far)
