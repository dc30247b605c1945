"""Cross-targets: what do several promises, taken together, say that none of them says alone?

What is still not known stays unknown and is carried along (domain §9). Which of two targets for one thing binds is told
by the finding `twin_targets`.
"""

from dataclasses import dataclass

from maoding.judge.intervals import Interval


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


def most_base(stock: Interval, net_increase: Interval) -> Interval:
    """The most last year's stock can have been (期初上限), if both a stock and a net increase (净增) are to be kept.

    净增 more than 50 to a stock of 260 leaves at most 210 (T-T02; no finding asks it yet).
    """
    return stock - net_increase


def still_to_add(threshold: Interval, steps: dict[str, Interval | None]) -> Remaining:
    """What the last step must bring for a sum to pass a threshold (还需净增), given the steps before it.

    A step nobody knows is None and stays in the answer by its name: 1000 with 200 in 2021 on an unknown stock of 2020
    leaves more than 800 less that stock (T-T03; no finding asks it yet).
    """
    left = threshold
    for known in steps.values():
        left = left - known if known else left
    return Remaining(left, tuple(name for name, known in steps.items() if known is None))
