"""Way out: how much more has to be done before a rule stops warning?

Exact fractions, one promise at a time: the rule itself is asked at every threshold of its cells and between them, so
that no band is written down a second time here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from maoding.decisions.record import decide_one, evaluate
from maoding.decisions.syntax import Expression
from maoding.decisions.table import Table
from maoding.judge.board import WARNED

DONE, DUE = "completion_rate", "due_share"


@dataclass(frozen=True)
class WayOut:
    """The least completion rate (percent) with which a warning ends (脱黄、脱红), and the light one then has.

    `beyond`: the rate itself is still warned of; anything above it is not.
    """

    rate: Fraction
    beyond: bool
    light: str


def way_out(rule: Table, completion_rate: Fraction, due_share: Fraction) -> WayOut | None:
    """Where the warning of a pace rule ends (脱灯所需完成率); None if there is none, or it asks for other facts too.

    Both are percentages. More done never makes a light worse (tests hold every shipped rule to it), so the first
    rate that is free of warning is the one.
    """
    if not set(rule.inputs) <= {DONE, DUE} or _light(rule, completion_rate, due_share) not in WARNED:
        return None
    rates = sorted(rate for rate in set(_thresholds(rule, due_share)) if rate >= completion_rate)
    for rate, after in zip(rates, [*rates[1:], Fraction(10**9)], strict=False):
        for beyond, tried in ((False, rate), (True, (rate + after) / 2)):
            light = _light(rule, tried, due_share)
            if light not in WARNED:
                return WayOut(rate, beyond, light)
    return None


def _light(rule: Table, completion_rate: Fraction, due_share: Fraction) -> str:
    decision = decide_one(rule, {DONE: completion_rate, DUE: due_share})
    return str(decision.outcome["light"])


def _thresholds(rule: Table, due_share: Fraction) -> Iterator[Fraction]:
    """Completion rates at which a measure of the rule, linear in it, meets a number in one of its cells."""
    for row in rule.rows:
        for measure, cell in zip(rule.measures, row.cells, strict=True):
            at_nought, at_one = (_value(measure.expression, rate, due_share) for rate in (0, 1))
            if at_nought is None or at_one is None or at_nought == at_one:
                continue
            for compare in cell.compares:
                bound = _value(compare.than, 0, due_share)
                if bound is not None:
                    yield (bound - at_nought) / (at_one - at_nought)


def _value(expression: Expression, completion_rate: int, due_share: Fraction) -> Fraction | None:
    value = evaluate(expression, {DONE: Fraction(completion_rate), DUE: due_share})
    return value if isinstance(value, Fraction) else None
