"""Catalogue: which indicators and bodies does this city speak of?"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Indicator:
    """An indicator (指标) of the city pack: its code, names, unit and how it moves.

    `unit` is the unit it is usually written in; any unit of the same family fits. `no_january` marks figures that
    are not published for January (固定资产投资: the first period of a year is 1—2月).
    """

    code: str
    name: str
    name_en: str
    unit: str
    kind: str  # flow, stock, rate, count, rank
    frequency: str
    direction: str  # up, down, context
    no_january: bool = False


@dataclass(frozen=True)
class Words:
    """What the reader must know of a city's words: indicators by code, bodies (主体) and rules as code and name."""

    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    bodies: Mapping[str, str] = field(default_factory=dict)
    rules: Mapping[str, str] = field(default_factory=dict)

    def joined_by(self, indicators: Mapping[str, Indicator], bodies: Mapping[str, str]) -> "Words":
        """Add words that a feed brought along; what was already known stays as it was."""
        return Words({**indicators, **self.indicators}, {**bodies, **self.bodies}, self.rules)
