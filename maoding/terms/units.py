"""Units: may two numbers be compared, and by which power of ten?"""

from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

SPOKEN_MONEY = {"亿": "亿元", "万": "万元", "百万": "百万元", "万亿": "万亿元"}


class UnknownUnitError(ValueError):
    """No unit of this name is known."""


@dataclass(frozen=True)
class Unit:
    """A unit as written, its family, and the power of ten down to the family's smallest part.

    >>> unit("亿元").exponent - unit("万元").exponent
    4
    """

    name: str
    family: str
    exponent: int


@cache
def known_units() -> dict[str, Unit]:
    """Every unit the pack and the returns may use, by its written name."""
    text = resources.files(__package__).joinpath("units.yaml").read_text(encoding="utf-8")
    families: dict[str, dict[str, int]] = yaml.safe_load(text)
    return {
        name: Unit(name, family, exponent)
        for family, units in families.items()
        for name, exponent in units.items()
    }


def unit(name: str) -> Unit:
    """Find a unit by its written name; 亿 alone is short for 亿元.

    Raises:
        UnknownUnitError: the name is no unit.
    """
    try:
        return known_units()[SPOKEN_MONEY.get(name, name)]
    except KeyError:
        raise UnknownUnitError(name) from None
