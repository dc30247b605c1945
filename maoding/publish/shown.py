"""Shown: how is a number written for a reader or for another program?"""

import calendar
import datetime as dt
from decimal import Decimal

from maoding.terms.language import noted, say, spoken
from maoding.terms.numbers import rounded
from maoding.terms.periods import Period, is_month_end
from maoding.terms.units import known_units
from maoding.terms.units import unit as unit_named

PLAIN_UNIT = {"money": "元", "dollar": "美元", "euro": "欧元"}
GREAT_UNIT = {"money": "亿元", "dollar": "亿美元", "euro": "亿欧元"}
# English counts in thousands where Chinese counts in 万 and 亿.
IN_ENGLISH = {"亿元": "百万元", "万元": "千元", "亿美元": "百万美元", "亿欧元": "百万欧元"}
THIN_SPACE = "\u2009"
NO_DATA = "尚无数据"


def plain_unit(unit: str) -> str:
    """Unit that programs are given: money in 元, everything else as said."""
    return PLAIN_UNIT.get(unit_named(unit).family, unit)


def plain_number(amount: float | None, unit: str) -> str | None:
    """Smallest parts as an exact decimal text in the plain unit; quotients to the smallest part."""
    if amount is None:
        return None
    whole = rounded(Decimal(str(amount)), 0) if isinstance(amount, float) else Decimal(amount)
    exact = whole.scaleb(-unit_named(plain_unit(unit)).exponent)
    return format(exact.normalize(), "f") if exact else "0"


def reader_number(amount: float | None, unit: str, scale: str | None = None, places: int = 2) -> str:
    """Smallest parts as a reader sees them: money in 亿元 (or `scale`), two decimals at most, thousands apart."""
    if amount is None:
        return "–"
    value = Decimal(str(amount)).scaleb(-unit_named(reader_unit(unit, scale)).exponent)
    text = f"{rounded(value, places):,}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def reader_unit(unit: str, scale: str | None = None) -> str:
    """Unit a reader is given: 亿元 for money unless another scale is asked for, else as said.

    In English money is told in millions (thousands for 万元), and 万家 or 万吨 in the plain unit.
    """
    family = unit_named(unit).family
    wanted = scale if family == "money" and scale else GREAT_UNIT.get(family, unit)
    if spoken.get() != "en":
        return wanted
    plain = wanted.lstrip("万亿")
    return IN_ENGLISH.get(wanted, plain if plain in known_units() else wanted)


def with_unit(amount: float | None, unit: str, scale: str | None = None) -> str:
    """Number and unit together: ``62.09 亿元``, ``10%``."""
    shown = reader_unit(unit, scale)
    gap = "" if shown == "%" else THIN_SPACE
    return f"{reader_number(amount, unit, scale)}{gap}{say(shown)}"


def share(percent: float | None, places: int = 1) -> str:
    """A percentage as printed: ``30.6 %``; a dash where there is none."""
    return "–" if percent is None else f"{rounded(Decimal(str(percent)), places)}{THIN_SPACE}%"


def points(difference: float | None, places: int = 1) -> str:
    """A difference of percentages with its sign: ``−11.1``."""
    if difference is None:
        return "–"
    return f"{rounded(Decimal(str(difference)), places):+}".replace("-", "−")


def day(date: dt.date) -> str:
    """A day as the reader's language writes it: ``2021年6月30日``, ``30 June 2021``."""
    if spoken.get() == "en":
        return f"{date.day} {date:%B %Y}"
    return f"{date.year}年{date.month}月{date.day}日"


def published_on(stated: str, precision: str) -> str:
    """When something was published, as exactly as the source says; an inferred day is marked."""
    if not stated:
        return say("未标日期")
    year, month, date = [*map(int, stated.split("-")), 0, 0][:3]
    if date:
        written = day(dt.date(year, month, date))
    else:
        written = period(dt.date(year, month or 1, 1), _last_day(year, month or 12))
    return say("{day}（推断）", day=written) if precision == "inferred" else written


def _last_day(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def period(start: dt.date, end: dt.date) -> str:
    """A period as the reader's language writes it."""
    if spoken.get() != "en":
        return str(Period(start, end))
    if start == end:
        return day(start)
    if start.year != end.year or start.day != 1 or not is_month_end(end):
        return f"{day(start)} – {day(end)}"
    if start.month == end.month:
        return f"{start:%B %Y}"
    return str(start.year) if (start.month, end.month) == (1, 12) else f"{start:%b}–{end:%b %Y}"


UNIT_NAMES = (
    noted("元"), noted("千元"), noted("百万元"), noted("亿元"), noted("万元"), noted("万亿元"),
    noted("美元"), noted("百万美元"), noted("欧元"), noted("百万欧元"), noted("百分点"),
    noted("家"), noted("个"), noted("只"), noted("项"), noted("件"), noted("户"), noted("条"), noted("次"),
    noted("所"), noted("座"), noted("床"), noted("人"), noted("位"), noted("名"), noted("名次"), noted("标箱"),
    noted("公斤"), noted("吨"), noted("亩"), noted("平方米"), noted("头"), noted("公里"), noted("千米"),
    noted("天"), noted("工作日"), noted("万件/年"), noted("万美元"), noted("亿美元"), noted("万欧元"), noted("亿欧元"),
    noted("万家"), noted("万个"), noted("万件"), noted("万人"), noted("万标箱"), noted("万TEU"), noted("万吨"),
    noted("亿吨"), noted("万亩"), noted("万平方米"), noted("万头"),
)  # fmt: skip
