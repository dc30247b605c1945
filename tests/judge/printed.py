"""Printed: statements as the tests write them, and numbers as a bulletin would print them."""

from fractions import Fraction
from math import floor

from maoding.judge.consistency import check
from maoding.judge.intervals import Interval, rounded_from, value_of
from maoding.judge.quantities import Quantity
from maoding.judge.statements import Statement
from maoding.terms.numbers import Printed, split


def quantity(cell: str) -> Quantity:
    number, unit = split(cell)
    return Quantity(Printed(number), unit)


def said(
    kind: str, printed: str = "", unit: str = "", a: str = "", b: str = "", parts: str = ""
) -> Statement:
    """A statement from its cells; parts stand apart by spaces."""
    cells = {name: quantity(cell) for name, cell in (("printed", printed), ("a", a), ("b", b)) if cell}
    return Statement(kind, unit, cells, tuple(quantity(part) for part in parts.split()))


def verdict(*args: str, **cells: str) -> tuple[str, str]:
    found = check(said(*args, **cells))
    return found.verdict, found.reason


def number(text: str) -> Interval:
    """All numbers that print so."""
    return rounded_from(Printed(text))


def exact(text: str) -> Interval:
    """The number itself."""
    return value_of(Printed(text))


def rate(text: str) -> Interval:
    """All shares, 0 to 1, whose percentage prints so."""
    return number(text).times(Fraction(1, 100))


def in_print(value: Fraction, places: int) -> str:
    """The number rounded half up, ties away from nought, as a bulletin prints it."""
    digits = floor(abs(value) * 10**places + Fraction(1, 2))
    whole, behind = divmod(digits, 10**places)
    return ("-" if value < 0 else "") + (f"{whole}.{behind:0{places}d}" if places else str(whole))
