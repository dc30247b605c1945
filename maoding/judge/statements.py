"""Statements: what does a printed number come to, worked out again from the numbers printed with it?

Counts are taken as exact; everything else stands for all numbers that print so (四舍五入).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from maoding.judge.intervals import Interval
from maoding.judge.quantities import (
    PIECES,
    MixedUnitsError,
    Quantity,
    counts_pieces,
    in_unit,
    unit_in_common,
    unit_of,
)
from maoding.judge.remainders import Remainder, remainder, total_of

RATIO_UNITS = {"": 1, "1": 1, "倍": 1, "%": 100, "‰": 1000}
POINTS = frozenset({"百分点", "个百分点", "pp"})
NEEDS = {
    "ratio": ("printed", "a", "b"),
    "share": ("printed", "a", "b"),
    "sum": ("printed", "parts"),
    "difference": ("printed", "a", "b"),
    "points": ("printed", "a", "b"),
    "growth": ("printed", "a", "b"),
    "count": ("a", "parts"),
    "rank": ("printed", "a", "parts"),
}


class NoBaseError(ArithmeticError):
    """Growth has no meaning on a base that is nought or less."""


@dataclass(frozen=True)
class Statement:
    """A number printed in `unit`, how it came about (`kind`), and the cells given: `printed`, `a`, `b`; and `parts`."""

    kind: str
    unit: str
    cells: Mapping[str, Quantity]
    parts: tuple[Quantity, ...] = ()

    @property
    def missing(self) -> list[str]:
        """Names of the cells that the kind needs and the statement lacks."""
        given = {*self.cells, "parts"} if self.parts else {*self.cells}
        return [name for name in NEEDS[self.kind] if name not in given]

    @property
    def printed(self) -> Quantity:
        """The printed number."""
        return self.cells["printed"]

    @property
    def stated_unit(self) -> str:
        """The printed number's unit as its own cell or else the row states it."""
        return self.printed.unit or self.unit

    @property
    def names_units(self) -> bool:
        """Whether any of the numbers it is worked out from has a unit."""
        inherited = self.unit if self.kind in {"sum", "difference"} else ""
        return bool(inherited) or any(quantity.unit for quantity in (*self.cells.values(), *self.parts))

    @property
    def pair(self) -> tuple[Quantity, Quantity]:
        """The two numbers it is worked out from."""
        return self.cells["a"], self.cells["b"]


@dataclass(frozen=True)
class WorkedOut:
    """What the other numbers come to, in the printed number's unit; `counted` when all of them are counts."""

    numbers: Interval
    counted: bool = False


def work_out(said: Statement) -> WorkedOut:
    """Work out what a statement's number should be (重算); no cell may be missing.

    Raises:
        MixedUnitsError, UnitMissingError: the numbers cannot be set side by side.
        NoBaseError, UnboundedError: there is nothing to divide by.
    """
    return WORKINGS[said.kind](said)


def left_over(said: Statement) -> Remainder:
    """Set the parts of a `count` against its whole, `a` (余数): whole numbers are counts, whatever their word."""
    quantities = (said.cells["a"], *said.parts)
    target = unit_in_common(quantities, said.unit)
    exact = target.exponent == 0 and all(quantity.number.decimals == 0 for quantity in quantities)
    whole, *parts = in_unit(quantities, target, exact=exact)
    return remainder(whole, parts)


def unit_said(said: Statement) -> str:
    """The printed number's unit: in its own cell or in the row's.

    Raises:
        MixedUnitsError: both are given and they measure different things.
    """
    own = said.printed.unit
    if own and said.unit and unit_of(own).family != unit_of(said.unit).family:
        raise MixedUnitsError(said.unit, own)
    return said.stated_unit


def _alike(quantities: Sequence[Quantity], stated: str = "") -> tuple[list[Interval], bool]:
    """The numbers in one unit, and whether all of them are counts."""
    target = unit_in_common(quantities, stated)
    counted = all(counts_pieces(quantity, target) for quantity in quantities)
    return in_unit(quantities, target, exact=counted), counted


def _ratio(said: Statement) -> WorkedOut:
    unit = unit_said(said)
    if unit not in RATIO_UNITS:
        return _for_each(unit, *said.pair)
    (part, whole), counted = _alike(said.pair)
    return WorkedOut((part / whole).times(RATIO_UNITS[unit]), counted)


def _for_each(unit: str, amount: Quantity, pieces: Quantity) -> WorkedOut:
    """An amount for each piece or person (平均): 97.31 亿元 over 111 家."""
    one = unit_of("")
    if unit_of(pieces.unit).family not in PIECES:
        raise MixedUnitsError(unit, pieces.unit)
    target = unit_in_common((amount,), unit)
    (total,) = in_unit((amount,), target, exact=counts_pieces(amount, target))
    (number,) = in_unit((pieces,), one, exact=counts_pieces(pieces, one))
    return WorkedOut(total / number)


def _growth(said: Statement) -> WorkedOut:
    unit = unit_said(said)
    if unit not in RATIO_UNITS:
        raise MixedUnitsError(unit, "%")
    (now, before), counted = _alike(said.pair)
    if before.low <= 0:
        raise NoBaseError
    return WorkedOut((now / before).plus(-1).times(RATIO_UNITS[unit]), counted)


def _points(said: Statement) -> WorkedOut:
    for unit in (said.unit, said.printed.unit):
        if unit not in POINTS and unit not in {"", "%"}:
            raise MixedUnitsError(unit, "百分点")
    (one, other), _ = _alike(said.pair, "%")
    return WorkedOut(one - other)


def _difference(said: Statement) -> WorkedOut:
    unit = unit_said(said)
    if unit in POINTS:
        return _points(said)
    (_, one, other), counted = _alike((said.printed, *said.pair), unit)
    return WorkedOut(one - other, counted)


def _sum(said: Statement) -> WorkedOut:
    (_, *parts), counted = _alike((said.printed, *said.parts), unit_said(said))
    return WorkedOut(total_of(parts), counted)


def _rank(said: Statement) -> WorkedOut:
    """Place from the top, equals sharing the better place (1、2、2、4); `a` itself may be among the parts or not.

    Rounded values that print alike may stand either way round, so a tie leaves several places possible.
    """
    unit = unit_said(said)
    stated = "" if unit_of(unit).family in {"", "rank"} else unit
    (own, *others), _ = _alike((said.cells["a"], *said.parts), stated)
    if own in others:
        others.remove(own)
    surely = sum(own.is_below(other) for other in others)
    perhaps = sum(own.low < other.high for other in others)
    return WorkedOut(Interval(Fraction(1 + surely), Fraction(1 + perhaps)), counted=True)


WORKINGS: dict[str, Callable[[Statement], WorkedOut]] = {
    "ratio": _ratio,
    "share": _ratio,
    "sum": _sum,
    "difference": _difference,
    "points": _points,
    "growth": _growth,
    "rank": _rank,
}
