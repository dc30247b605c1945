"""Quantities: what does a printed number measure, and may two of them be set side by side?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from maoding.judge.intervals import Interval, rounded_from, value_of
from maoding.terms import units
from maoding.terms.numbers import Printed
from maoding.terms.units import Unit, UnknownUnitError

PIECES = frozenset({"", "count", "person", "animal", "container"})


class MixedUnitsError(ValueError):
    """Two units that measure different things: they are never converted into one another."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(one, other)
        self.one, self.other = one, other


class UnitMissingError(ValueError):
    """Several units are named, so a number without one could be in any of them."""


@dataclass(frozen=True)
class Quantity:
    """A printed number and the unit it was printed with, empty where there is none."""

    number: Printed
    unit: str = ""


def unit_of(name: str) -> Unit:
    """Unit by its written name; a word no table knows measures itself alone, and none at all counts pieces."""
    try:
        return units.unit(name)
    except UnknownUnitError:
        return Unit(name, name, 0)


def unit_in_common(quantities: Sequence[Quantity], stated: str = "") -> Unit:
    """Unit to set quantities side by side in: the stated one, else the first they name.

    Raises:
        MixedUnitsError: they measure different things (亿元 and 亿美元).
        UnitMissingError: nothing is stated, several are named and one of the numbers has none.
    """
    named = list(dict.fromkeys(quantity.unit for quantity in quantities if quantity.unit))
    if not stated and len(named) > 1 and not all(quantity.unit for quantity in quantities):
        raise UnitMissingError
    target = unit_of(stated or (named[0] if named else ""))
    for name in named:
        if unit_of(name).family != target.family:
            raise MixedUnitsError(target.name, name)
    return target


def counts_pieces(quantity: Quantity, target: Unit) -> bool:
    """Whether the number is a count (件数): whole, and of pieces. Counts are exact, amounts and rates are rounded."""
    unit = unit_of(quantity.unit) if quantity.unit else target
    return quantity.number.decimals == 0 and unit.exponent == 0 and unit.family in PIECES


def in_unit(quantities: Iterable[Quantity], target: Unit, *, exact: bool) -> list[Interval]:
    """The numbers behind the quantities, in one unit; a number without a unit is in the target's already."""
    return [_converted(quantity, target, exact=exact) for quantity in quantities]


def _converted(quantity: Quantity, target: Unit, *, exact: bool) -> Interval:
    numbers = value_of(quantity.number) if exact else rounded_from(quantity.number)
    if not quantity.unit:
        return numbers
    steps = unit_of(quantity.unit).exponent - target.exponent
    return numbers.times(10**steps) if steps >= 0 else numbers / value_of(Printed(str(10**-steps)))
