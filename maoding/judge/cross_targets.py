"""Cross-targets: what do several promises, taken together, say that none of them says alone?

Bases nobody printed are worked out, as bounds; what is still not known stays unknown and is carried along (domain §9).
"""

from dataclasses import dataclass

from maoding.judge.intervals import Interval


@dataclass(frozen=True)
class Twins:
    """A growth target and a level target for the same thing, each in the other's terms; `binding` asks for more.

    `growth_as_level` is a level; `level_as_growth` a share, 0.175 for 17.5 %. `binding` is growth, level, or empty
    where the rounding of the base leaves it open.
    """

    growth_as_level: Interval
    level_as_growth: Interval
    binding: str


@dataclass(frozen=True)
class Remaining:
    """What is left to a sum that must pass a number: more than `more_than` less what nobody knows.

    `unknown` names the stocks not known; with none, `more_than` is the number itself.
    """

    more_than: Interval
    unknown: tuple[str, ...] = ()

    def __str__(self) -> str:
        low, high = self.more_than.low, self.more_than.high
        known = str(low) if low == high else f"{low}…{high}"
        return " − ".join((f"> {known}", *self.unknown))


def twins(base: Interval, growth: Interval, level: Interval) -> Twins:
    """Set a growth target beside a level target (两个目标): 15 % and 550 on a base of 468.2 are 538.4, and 17.5 %."""
    wanted = base * growth.plus(1)
    binding = ""
    if wanted.is_below(level):
        binding = "level"
    elif level.is_below(wanted):
        binding = "growth"
    return Twins(wanted, (level / base).plus(-1), binding)


def most_base(stock: Interval, net_increase: Interval) -> Interval:
    """The most last year's stock can have been (期初上限), if both a stock and a net increase (净增) are to be kept.

    净增 more than 50 to a stock of 260 leaves at most 210.
    """
    return stock - net_increase


def still_to_add(threshold: Interval, steps: dict[str, Interval | None]) -> Remaining:
    """What the last step must bring for a sum to pass a threshold (还需净增), given the steps before it.

    A step nobody knows is None and stays in the answer by its name: 1000 with 200 in 2021 on an unknown stock of 2020
    leaves more than 800 less that stock.
    """
    left = threshold
    for known in steps.values():
        left = left - known if known else left
    return Remaining(left, tuple(name for name, known in steps.items() if known is None))


def rest(total: int, named: int) -> int:
    """The others of a total of which some are named (其中): 61 projects of which 27 new leave 34 carried over.

    Raises:
        ValueError: more are named than there are.
    """
    if named > total:
        raise ValueError(f"{named} > {total}")
    return total - named
