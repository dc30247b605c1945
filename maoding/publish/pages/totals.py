"""Totals: how do parts, their sum and the whole stand side by side, and what does the difference say?"""

from dataclasses import dataclass, replace
from typing import Any

from maoding.publish.bases import Base
from maoding.publish.pages.asked import Asked
from maoding.publish.pages.cells import Number
from maoding.publish.pages.figures import amount, figure, money_between, percent
from maoding.publish.scoreboard import Names
from maoding.publish.shares import Share
from maoding.publish.shown import period
from maoding.publish.terminal import RELATIONS
from maoding.publish.wholes import Breakdown, Sum
from maoding.terms.language import noted, say

Row = dict[str, Any]
Between = tuple[Number, str]
BROKEN_DOWN = {
    "apart": noted("没有依据说这些单位合起来就是上级（如区镇合一、片区重叠），不相加"),
    "twice": noted("有单位对它承诺了不止一个数，哪个作数由人决定，先不相加"),
    "open": noted("还有单位没有承诺，合计不全，多少先不论"),
    "over": noted("层层加码：各单位合计多于上级"),
    "short": noted("缺口：各单位合计少于上级"),
    "even": noted("各单位合计正好等于上级"),
}
UNSUMMED = ("apart", "twice")
UNTOLD = (*UNSUMMED, "open")
SUMMED = {
    "none": noted("相差在四舍五入之内"),
    "left": noted("合计少于总数：有没列出的部分，或有数要更正"),
    "over": noted("合计多于总数：有重复计算，或有数要更正"),
}


@dataclass(frozen=True)
class Total:
    """A whole, its parts by name, their sum and the difference where they may be added up, and a word on it."""

    id: str
    whole: str
    period: str
    number: Number | None
    parts: tuple[tuple[str, Number | None], ...]
    total: Number | None
    over: Number | None
    words: str


@dataclass(frozen=True)
class Based:
    """Two years' published levels beside the published growth, last year's comparable level, and a word on it."""

    id: str
    subject: str
    period: str
    level: Number | None
    last: Number | None
    growth: Number | None
    base: Between | None
    words: str


@dataclass(frozen=True)
class Held:
    """A share as the page shows it; what was worked out stands with its bounds."""

    id: str
    part: str
    whole: str
    period: str
    amounts: tuple[Number | None, Number | None]
    published: Number | None
    share: Between | None
    contribution: Between | None
    points: Between | None
    implied: Between | None


def broken_down(found: Breakdown, names: Names, asked: Asked, scale: str) -> Total:
    """A body's promise beside those of its parts."""
    promise, summed = found.promise, found.state not in UNSUMMED
    here = f"#breakdown-{promise['id']}"
    return Total(
        id=here[1:],
        whole=names.subject(promise["subject"]),
        period=period(promise["period_start"], promise["period_end"]),
        number=_promised(promise, asked, scale),
        parts=tuple((names.subject(row["subject"]), _promised(row, asked, scale)) for row in found.parts),
        total=amount(found.parts_sum, promise["unit"], asked, scale, here) if summed else None,
        over=amount(found.over, promise["unit"], asked, scale, here) if found.state not in UNTOLD else None,
        words=say(BROKEN_DOWN[found.state]),
    )


def _promised(row: Row, asked: Asked, scale: str) -> Number | None:
    """A promise's number with how it is held against the result before it (≥)."""
    number = figure(row, asked, scale)
    return number and replace(number, before=RELATIONS[row["relation"]])


def added_up(found: Sum, names: Names, asked: Asked, scale: str) -> Total:
    """Figures of parts beside the whole that the same source gives."""
    row, whole = found.found, found.whole
    here, known = f"#sum-{row['of']}-{whole['id']}", row["over"] is not None
    by_body = row["of"] == "body"
    return Total(
        id=here[1:],
        whole=names.subject(whole["subject"]),
        period=period(whole["period_start"], whole["period_end"]),
        number=figure(whole, asked, scale),
        parts=tuple(
            (_part_name(part, names, by_body=by_body), figure(part, asked, scale)) for part in found.parts
        ),
        total=amount(row["parts_sum"], whole["unit"], asked, scale, here) if known else None,
        over=amount(row["over"], whole["unit"], asked, scale, here) if known else None,
        words=_summed(row),
    )


def _part_name(part: Row, names: Names, *, by_body: bool) -> str:
    code: str = part["indicator"]
    return names.subject(part["subject"]) if by_body else names.indicators.get(code, code)


def _summed(row: Row) -> str:
    if row["over"] is None:
        return say("只知道 {known}/{members} 个部分，不相加", known=row["known"], members=row["members"])
    return say("合计正好等于总数") if row["over"] == 0 else say(SUMMED[row["state"]])


def based(found: Base, names: Names, asked: Asked, scale: str) -> Based:
    """Two levels, the published growth, and why the one is not the other's quotient."""
    level = found.level
    here = f"#base-{level['id']}"
    base = money_between(found.base, level["unit"], asked, scale, here) if found.base else None
    return Based(
        id=here[1:],
        subject=names.subject(level["subject"]),
        period=period(level["period_start"], level["period_end"]),
        level=figure(level, asked, scale),
        last=figure(found.last, asked, scale),
        growth=figure(found.growth, asked, scale),
        base=base,
        words=_based(found),
    )


def _based(found: Base) -> str:
    if found.agrees is None:
        return say("没有公布同比，不用两期总量相除代替")
    if found.agrees:
        return say("与两期总量在四舍五入之内相符")
    return say("可比口径，不能由两期总量相除得出")


def held(found: Share, code: str, names: Names, asked: Asked, scale: str) -> Held:
    """A part beside its whole, what was published and what was worked out apart."""
    about = found.subject, found.indicator, found.whole_subject, found.whole_indicator
    here = "-".join(("#share", *about, f"{found.start}", f"{found.end}"))
    unit = found.part["unit"] if found.part else ""
    return Held(
        id=here[1:],
        part=_part(found, code, names),
        whole=_whole(found, names),
        period=period(found.start, found.end),
        amounts=(figure(found.part, asked, scale), figure(found.whole, asked, scale)),
        published=figure(found.published, asked, scale),
        share=percent(found.share, here),
        contribution=percent(found.contribution, here),
        points=percent(found.points, here, say("百分点")),
        implied=money_between(found.implied, unit or "亿元", asked, scale, here) if found.implied else None,
    )


def _part(found: Share, code: str, names: Names) -> str:
    """A body, with the indicator where it is not the page's own."""
    own = "" if found.indicator == code else names.indicators.get(found.indicator, found.indicator)
    return " ".join(filter(None, (names.subject(found.subject), own)))


def _whole(found: Share, names: Names) -> str:
    """What it is a part of: another indicator of the same body, or the same indicator of a greater one."""
    whole = names.indicators.get(found.whole_indicator, found.whole_indicator)
    if not whole:
        return say("所占的整体见出处")
    return whole if found.whole_subject == found.subject else names.subject(found.whole_subject)
