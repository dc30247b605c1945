"""Remarks: what is a clerk told of a printed number that was worked out again?"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from maoding.judge.consistency import Verdict
from maoding.judge.intervals import Interval
from maoding.judge.statements import NEEDS, Statement
from maoding.terms.language import say

EXTRA_PLACES = (
    2  # digits beyond the printed ones, so that one sees on which side of the rounding the number lies
)


@dataclass(frozen=True)
class Cure:
    """Why a cell or row cannot be used: the column it lies in, the reason, and how to mend it."""

    column: str
    reason: str
    mend: str


def remark(said: Statement, verdict: Verdict) -> str:
    """The note beside a verdict; empty where all is plainly in order."""
    if verdict.recomputed is None or verdict.reason not in REMARKS:
        return ""
    note = REMARKS[verdict.reason](_told(said, verdict, verdict.recomputed))
    if verdict.taken_as_counts:
        note += say("。整数按件数精确计；如是四舍五入后的金额，请写明单位再核")
    return note


def cure_of(verdict: Verdict) -> Cure:
    """What stood in the way of a row that could not be worked out."""
    return CURES[verdict.reason](verdict.values)


def number(value: Fraction, places: int) -> str:
    """A number as a reader sees it: rounded half up to some places, without noughts at the end."""
    digits = floor(abs(value) * 10**places + Fraction(1, 2))
    whole, behind = divmod(digits, 10**places)
    text = f"{whole}.{behind:0{places}d}".rstrip("0").rstrip(".")
    return f"-{text}" if value < 0 < digits else text


def _told(said: Statement, verdict: Verdict, numbers: Interval) -> dict[str, str]:
    """What remarks tell of, as texts."""
    printed = said.cells.get("printed") or said.cells["a"]
    places = printed.number.decimals + EXTRA_PLACES
    low, high = number(numbers.low, places), number(numbers.high, places)
    return {
        "span": low if low == high else say("{low} 至 {high}", low=low, high=high),
        "total": number(numbers.middle, places),
        "printed": printed.number.text,
        "off": number(abs(numbers.middle - Fraction(printed.number.value)), places),
        "whole": number(numbers.middle + verdict.left, places),
        "left": number(abs(verdict.left), places),
        "unit": printed.unit or said.unit,
        "pieces": printed.unit or said.unit or say("项"),
    }


REMARKS: dict[str, Callable[[dict[str, str]], str]] = {
    "cut_off": lambda told: say(
        "重算得 {span}{unit}；印出的 {printed}{unit}是截尾（舍去尾数），不是四舍五入", **told
    ),
    "no_rounding": lambda told: say("重算得 {span}{unit}，印出 {printed}{unit}：四舍五入解释不了", **told),
    "growth": lambda told: say(
        "重算得 {span}{unit}，印出 {printed}{unit}：四舍五入解释不了；按可比口径公布的增速不能用两期公布数相除来核",
        **told,
    ),
    "opposite": lambda told: say(
        "重算得 {span}{unit}，与印出的 {printed}{unit}正负相反：低于、下降请写负数", **told
    ),
    "nearly_a_hundred": lambda told: say("各项合计 {total}%，与 100% 相差不超过 1，可以接受", **told),
    "sum": lambda told: say(
        "各项合计 {total}{unit}，与印出的 {printed}{unit}相差 {off}：四舍五入解释不了", **told
    ),
    "rank": lambda told: say("从高到低应为第 {span} 位，印出第 {printed} 位", **told),
    "left": lambda told: say("{whole}{pieces}中有{left}{pieces}未说明", **told),
    "over": lambda told: say(
        "各项合计 {total}{pieces}，比总数 {whole}{pieces}多 {left}{pieces}：各项可能重叠，或有一数有误",
        **told,
    ),
    "neither": lambda told: say(
        "印出 {printed}{unit}，既不是总数、各项合计，也不是余数（总数 {whole}，合计 {total}，余 {left}）",
        **told,
    ),
}

CURES: dict[str, Callable[[dict[str, str]], Cure]] = {
    "kind": lambda told: Cure(
        "kind",
        say("没有“{kind}”这种核对", **told) if told["kind"] else say("没有写明怎样核对"),
        say("kind 请填其中之一：{kinds}", kinds=" ".join(NEEDS)),
    ),
    "missing": lambda told: Cure(told["column"], say("缺少 {column}，无法重算", **told), say("请补齐后再核")),
    "mixed_units": lambda told: Cure(
        "unit",
        say("{one} 与 {other} 不是同一类单位，不能比较，也不折算", **told),
        say("请改用同类单位，或分作两行核对"),
    ),
    "unit_missing": lambda _: Cure(
        "unit", say("单位不止一种，而有的数没写单位，分不清是哪一种"), say("请给每个数写明单位")
    ),
    "no_base": lambda _: Cure("b", say("基数为零或负数，增速没有意义"), say("请改核增减额（difference）")),
    "zero_divisor": lambda _: Cure("b", say("分母为零或四舍五入后可能为零，无法重算"), say("请核对分母")),
}
