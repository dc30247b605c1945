"""Shown: how is a number written for a reader or for another program?"""

import datetime as dt
from decimal import Decimal

from maoding.terms.language import say
from maoding.terms.numbers import rounded
from maoding.terms.periods import Period
from maoding.terms.units import unit as unit_named

PLAIN_UNIT = {"money": "元", "dollar": "美元", "euro": "欧元"}
GREAT_UNIT = {"money": "亿元", "dollar": "亿美元", "euro": "亿欧元"}
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
    """Unit a reader is given: 亿元 for money unless another scale is asked for, else as said."""
    family = unit_named(unit).family
    if family == "money" and scale:
        return scale
    return GREAT_UNIT.get(family, unit)


def with_unit(amount: float | None, unit: str, scale: str | None = None) -> str:
    """Number and unit together: ``62.09 亿元``, ``10%``."""
    shown = reader_unit(unit, scale)
    gap = "" if shown == "%" else THIN_SPACE
    return f"{reader_number(amount, unit, scale)}{gap}{say(shown)}"


def share(percent: float | None, places: int = 1) -> str:
    """A percentage as printed: ``30.6 %``; a dash where there is none."""
    return "–" if percent is None else f"{rounded(Decimal(str(percent)), places)}{THIN_SPACE}%"


def points(difference: float | None) -> str:
    """A difference of percentages with its sign: ``−11.1``."""
    if difference is None:
        return "–"
    return f"{rounded(Decimal(str(difference)), 1):+}".replace("-", "−")


def period(start: dt.date, end: dt.date) -> str:
    """A period as the reader's language writes it."""
    written = str(Period(start, end))
    if say("年") == "年":
        return written
    if start.month == 1 and start.day == 1 and (end.month, end.day) == (12, 31) and start.year == end.year:
        return str(start.year)
    return f"{start:%b}–{end:%b %Y}" if start.year == end.year else f"{start}–{end}"
