"""Reason: how was a promise's light worked out, and what would change it?"""

from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil
from typing import Any

from maoding.judge.way_out import WayOut, way_out
from maoding.publish.pages.asked import Asked
from maoding.publish.pages.cells import Line, Number, drawn
from maoding.publish.pages.pace_cells import is_over
from maoding.publish.reasons import because, stands
from maoding.publish.rules import LightRule
from maoding.publish.shown import (
    period,
    points,
    published_on,
    reader_unit,
    share,
    with_unit,
)
from maoding.terms.language import noted, say
from maoding.terms.units import unit as unit_named

Row = dict[str, Any]
OFF = ("behind", "near")
LAMPS = "灯牌色"  # 脱黄 is said of 黄灯 and 黄牌 alike
HUNDREDTHS = 100  # amounts still needed are told to two decimals


@dataclass(frozen=True)
class Step:
    """One sum of the reasoning: what it is called, its parts in order (numbers lead to their source), a remark."""

    name: str
    parts: tuple[Number | str, ...]
    remark: str = ""


def why(row: Row, rule: LightRule, asked: Asked) -> tuple[str, ...]:
    """Why a row needs a decision, what is missing and the nearest way out; nothing of a row that needs none."""
    if row["state"] not in OFF:
        return ()
    told = [because(row, rule, asked.day)]
    if row["gap_shown"] is not None and row["gap_shown"] > 0:
        told.append(say("尚缺 {amount}", amount=with_unit(row["gap_shown"], row["unit"], asked.unit)))
    return (*told, *ways_out(row, rule, asked)[:1])


def steps(row: Row, line: Line, asked: Asked) -> list[Step]:
    """How completion, what was due, the difference and the rate needed were worked out."""
    if row["figure"] is None:
        return []
    if not row["paced"]:
        return _standing(row, line)
    return [*_completion(row, line, asked), *_pace(row), *_run_rate(row, asked)]


def _completion(row: Row, line: Line, asked: Asked) -> list[Step]:
    assert line.actual is not None
    if row["inferred_plan"] and line.completion:
        plan = with_unit(row["plan_shown"], row["unit"], asked.unit)
        low, high = (with_unit(row[name], row["unit"], asked.unit) for name in ("low_shown", "high_shown"))
        wide = [
            with_unit(row[name], row["unit"], asked.unit)
            for name in ("widest_low_shown", "widest_high_shown")
        ]
        return [
            Step(say("完成率"), (line.completion,), say("公布数")),
            Step(
                say("计划（反推）"),
                (line.actual, "÷", line.completion, "=", plan),
                say("按完成率的四舍五入为 {low}至 {high}，连同金额的四舍五入为 {wide_low}至 {wide_high}",
                    low=low, high=high, wide_low=wide[0], wide_high=wide[1]),
            ),
        ]  # fmt: skip
    if line.promise is None or row["completion_shown"] is None:
        return []
    whole = replace(line.promise, before="")
    return [Step(say("完成率"), (line.actual, "÷", whole, "=", share(row["completion_shown"], 2)))]


def _pace(row: Row) -> list[Step]:
    if row["ahead_shown"] is None:
        return []
    gone = say("{due} ÷ {all} 个月", due=row["due_months"], all=row["all_months"])
    until = period(row["period_start_of_figure"], row["period_end_of_figure"])
    made = [
        Step(
            say("应完成"),
            (gone, "=", share(row["due_shown"], 2)),
            say("按实绩所属的 {period}计，不按查询日", period=until),
        )
    ]
    if row["due_own_shown"] is not None:
        made.append(
            Step(say("自定计划应完成"), (share(row["due_own_shown"], 2),), say("按本单位公布的分期计划"))
        )
    parts = (share(row["completion_shown"], 2), "−", share(row["due_shown"], 2), "=")
    difference = say("{points} 个百分点", points=points(row["ahead_shown"], 2))
    return [*made, Step(say("与序时相差"), (*parts, difference), say("由未四舍五入的数算出"))]


def _run_rate(row: Row, asked: Asked) -> list[Step]:
    made = []
    if row["needed_shown"] is not None and row["gap_shown"] > 0 and is_over(row, asked):
        gap = with_unit(row["gap_shown"], row["unit"], asked.unit)
        made.append(Step(say("尚缺"), (gap,), say("期已过，没有剩下的月份")))
    elif row["needed_shown"] is not None and row["gap_shown"] > 0:
        gap, needed, so_far = (
            with_unit(row[name], row["unit"], asked.unit)
            for name in ("gap_shown", "needed_shown", "so_far_shown")
        )
        months = say("{n} 个月", n=row["all_months"] - row["due_months"])
        made.append(
            Step(say("还需每月"), (gap, "÷", months, "=", needed), say("此前每月 {so_far}", so_far=so_far))
        )
    if row["half"]:
        made.append(Step(say("双过半"), (say(HALF[row["half"]]),)))
    return made


def _standing(row: Row, line: Line) -> list[Step]:
    """A promise no pace can be asked of: the figure beside the number promised."""
    if row["target_gap"] is None or line.promise is None or line.actual is None:
        return []
    parts: tuple[Number | str, ...] = (line.actual, say("对"), line.promise)
    return [Step(say("与目标相比"), parts, stands(row))]


HALF = {
    "early": noted("提前过半"),
    "reached": noted("已过半"),
    "missed": noted("未过半"),
    "not_yet": noted("尚未过半，6 月末再定"),
}


def ways_out(row: Row, rule: LightRule, asked: Asked) -> list[str]:
    """What would end a warning, and what would be in step again: amounts still to be done by the evidence's day.

    Nothing where the promise's period is over, for what is done later is not done by then, nor where only a rate is
    known and not of which plan.
    """
    if row["ahead_part"] is None or row["ahead_part"] >= 0 or is_over(row, asked):
        return []
    if row["amount"] is None and not row["inferred_plan"]:
        return []
    rate = Fraction(100 * row["done_part"], row["whole_part"])
    due = Fraction(100 * row["due_months"], row["all_months"])
    told = []
    out = way_out(rule.table, rate, due)
    if out is not None:
        amount, light = _amount(row, out, asked), drawn(row["light"], rule)
        if light.tone == "watch":
            told.append(say("再完成 {amount}即脱{light}", amount=amount, light=light.word.rstrip(LAMPS)))
        else:
            told.append(say("再完成 {amount}即解除预警", amount=amount))
    in_step = _amount(row, WayOut(due, beyond=False, light=""), asked)
    return [*told, say("再完成 {amount}即达序时进度", amount=in_step)]


def _amount(row: Row, out: WayOut, asked: Asked) -> str:
    """What is missing to a completion rate, rounded up so that it is surely enough.

    The whole is the target, or done ÷ rate where the plan is implied.
    """
    share_done = Fraction(row["done_part"], row["whole_part"])
    plan = row["done"] / share_done if row["inferred_plan"] else row["amount"]
    missing = (out.rate / 100 - share_done) * plan
    unit = reader_unit(row["unit"], asked.unit)
    smallest = Fraction(10 ** unit_named(unit).exponent, HUNDREDTHS if unit_named(unit).exponent else 1)
    whole = ceil(missing / smallest)
    if out.beyond and whole * smallest == missing:
        whole += 1
    return with_unit(int(whole * smallest), row["unit"], asked.unit)


def beside(row: Row, asked: Asked) -> list[tuple[str, str]]:
    """Other promises for the same thing, as sentence and address: a twin in growth, and restatements (drift)."""
    told = []
    if twin := row["twin"]:
        told.append((_twin(row, twin, asked), asked.entry(twin["growth_promise"])))
    for item in row["drift"]:
        earlier = item["promise"] == row["promise"]
        other, on = (item["restated"], item["restated_on"]) if earlier else (item["promise"], item["said_on"])
        amount = item["restated_amount" if earlier else "amount"]
        words = {
            "on": published_on(on, "day"),
            "amount": with_unit(amount, row["unit"], asked.unit),
        }
        text = say("{on}又提出 {amount}", **words) if earlier else say("{on}曾提出 {amount}", **words)
        told.append((text + say("：可能是目标调整，是否替代由人决定"), asked.entry(other)))
    return told


def _twin(row: Row, twin: Row, asked: Asked) -> str:
    level_binds = twin["binding"] == row["promise"]
    words = {
        "growth": with_unit(twin["growth"], "%"),
        "as_level": with_unit(twin["growth_as_level_shown"], row["unit"], asked.unit),
        "base": with_unit(twin["base_shown"], row["unit"], asked.unit),
        "level": with_unit(row["amount"], row["unit"], asked.unit),
        "as_growth": share(twin["level_as_growth_shown"]),
    }
    text = say("另有增长 {growth} 的目标，按上年 {base}合 {as_level}；{level}合增长 {as_growth}", **words)
    return text + (
        say("，以 {level}为紧", **words) if level_binds else say("，以增长 {growth} 为紧", **words)
    )
