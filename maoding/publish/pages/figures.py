"""Figures: how does a published number stand in a cell, and where does it lead?"""

from decimal import Decimal
from typing import Any

from maoding.publish.bases import Bounds
from maoding.publish.pages.asked import Asked
from maoding.publish.pages.cells import Number
from maoding.publish.shown import plain_number, plain_unit, reader_number, reader_unit
from maoding.terms.language import say
from maoding.terms.numbers import rounded
from maoding.terms.units import known_units
from maoding.terms.units import unit as unit_named

Row = dict[str, Any]


def figure(row: Row | None, asked: Asked, scale: str) -> Number | None:
    """A reading that leads to its entry: money in `scale`, growth as printed with its sign, a rank as a place."""
    if row is None:
        return None
    href = asked.entry(row["id"])
    if row["amount"] is None:
        return Number(as_said(row), href, unit=say(row["unit"]) if row["unit"] else "")
    if row["family"] == "rank":
        return Number(place(row["amount"]), href)
    if row["measure"] in ("growth", "share"):
        sign = "+" if row["measure"] == "growth" and row["amount"] > 0 else ""
        return Number(sign + as_said(row), href, unit=say(row["unit"]), in_head=True)
    return amount(row["amount"], row["unit"], asked, scale, href)


def amount(value: float, unit: str, asked: Asked, scale: str, href: str) -> Number:
    """An amount in smallest parts as a number that leads somewhere; its full value on hover."""
    shown = reader_unit(unit, scale)
    return Number(
        minus(reader_number(value, unit, scale)),
        href,
        full=f"{minus(plain_number(value, unit) or '')} {say(plain_unit(unit))}",
        unit=say(shown),
        in_head=shown == reader_unit("亿元", asked.unit),
    )


def unit_of(unit: str, scale: str) -> str:
    """Unit a reader is given, in words; one that no table knows as it was said."""
    return say(reader_unit(unit, scale)) if unit in known_units() else unit


def place(rank: int) -> str:
    """A rank as bulletins write it: 第一, 第 3."""
    return say("第一") if rank == 1 else say("第 {place}", place=rank)


def as_said(row: Row) -> str:
    """A number exactly as its source printed it."""
    return minus(f"{Decimal(row['mantissa']).scaleb(-row['decimals']):,f}")


def minus(text: str) -> str:
    """A number with a minus that is as wide as a plus."""
    return text.replace("-", "−")


def percent(bounds: Bounds | None, href: str, unit: str = "%") -> tuple[Number, str] | None:
    """A percentage worked out here, and between which bounds the rounding of what it is made from puts it."""
    if bounds is None:
        return None
    texts = [_two_places(Decimal(str(value))) for value in bounds]
    number = Number(texts[0], href, full=minus(f"{bounds[0]:.6f}"), unit=unit, in_head=True)
    return number, between(texts[1], texts[2])


def money_between(bounds: Bounds, unit: str, asked: Asked, scale: str, href: str) -> tuple[Number, str]:
    """An amount worked out here, and its bounds."""
    exponent = unit_named(reader_unit(unit, scale)).exponent
    low, high = (_two_places(Decimal(str(value)).scaleb(-exponent)) for value in bounds[1:])
    return amount(bounds[0], unit, asked, scale, href), between(low, high)


def _two_places(value: Decimal) -> str:
    return minus(f"{rounded(value, 2):,f}")


def between(low: str, high: str) -> str:
    """Two bounds as one text; nothing where they are the same."""
    return "" if low == high else f"{low}–{high}"
