"""Rejudging: do the printed numbers bear out the light, its row in the rule, and whether a target is met?

Printed numbers stand for all numbers that print so; a word fails only where none of them gives it.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product

from maoding.decisions import Decision, decide_one
from maoding.judge.intervals import Interval, rounded_from, value_of
from maoding.judge.quantities import Quantity, counts_pieces, in_unit, unit_of
from maoding.publish.bulletins.reckoning import CannotReckonError, Reckoned, Reckoner
from maoding.publish.bulletins.said import Judged, Number, RuleRow
from maoding.publish.rules import LightRule
from maoding.terms.language import say

MET = ("met", "met_so_far")
CEILINGS = ("at_most", "rank")
Facts = Sequence[tuple[str, Number]]


def rejudge(judged: Judged, rule: LightRule, reckoner: Reckoner) -> Reckoned:
    """Judge a word again from the printed numbers."""
    try:
        if judged.kind == "light":
            return _light(judged, rule, reckoner)
        return _outcome(judged, reckoner)
    except CannotReckonError as error:
        return Reckoned(holds=False, how=judged.kind, reason=str(error))


def row_again(number: Number, origin: RuleRow, rule: LightRule, reckoner: Reckoner) -> Reckoned:
    """The row of the rule that the printed numbers make fire."""
    try:
        rows = {str(each.rule_row) for each in _decisions(rule, origin.facts, reckoner)}
    except CannotReckonError as error:
        return Reckoned(holds=False, how="rulerow", reason=str(error))
    told = say("、").join(sorted(rows))
    holds = number.printed in rows
    reason = "" if holds else say("按印出的数命中的是第 {rows} 行", rows=told)
    return Reckoned(holds, "rulerow", told, told, reason)


def _light(judged: Judged, rule: LightRule, reckoner: Reckoner) -> Reckoned:
    lights = {str(each.outcome["light"]) for each in _decisions(rule, judged.facts, reckoner)}
    holds = judged.word in lights
    told = say("、").join(rule.drawn(light)[1] for light in sorted(lights))
    reason = "" if holds else say("按印出的数应为 {light}", light=told)
    return Reckoned(holds, "light", told, told, reason)


def _decisions(rule: LightRule, facts: Facts, reckoner: Reckoner) -> Iterator[Decision]:
    """What the rule says at the middle and the ends of every printed number.

    Raises:
        CannotReckonError: the rule asks for a fact that the letter does not print.
    """
    known = {name for name, _ in facts}
    lacking = [rule.label(name) for name in rule.table.inputs if name not in known]
    if lacking:
        raise CannotReckonError(say("规则要看的{facts}信中没有印出", facts=say("、").join(lacking)))
    points = [[(name, value) for value in _points(number, reckoner)] for name, number in facts]
    for chosen in product(*points):
        yield decide_one(rule.table, dict(chosen))


def _points(number: Number, reckoner: Reckoner) -> tuple[Fraction, ...]:
    printed = reckoner.quantity(number).number
    bounds = rounded_from(printed)
    return Fraction(printed.value), bounds.low, bounds.high


def _outcome(judged: Judged, reckoner: Reckoner) -> Reckoned:
    """Whether a figure is met or missed by its target: the word must be possible for some numbers that print so."""
    facts = {name: reckoner.quantity(number) for name, number in judged.facts}
    actual, target = _alike(facts["actual"], facts["target"])
    relation, _, direction = judged.rule.partition("/")
    can_meet, can_miss = _possible(actual, target, relation, direction)
    holds = can_meet if judged.word in MET else can_miss
    reason = "" if holds else say("按印出的实绩和目标不是这个结果")
    return Reckoned(holds, "outcome", reason=reason)


def _alike(actual: Quantity, target: Quantity) -> tuple[Interval, Interval]:
    """Both in one unit; counts are exact."""
    unit = unit_of(target.unit)
    exact = counts_pieces(actual, unit) and counts_pieces(target, unit)
    (one,) = in_unit((actual,), unit, exact=exact)
    (other,) = (value_of(target.number),) if exact else in_unit((target,), unit, exact=False)
    return one, other


def _possible(actual: Interval, target: Interval, relation: str, direction: str) -> tuple[bool, bool]:
    """Whether the target can be met, and whether it can be missed."""
    if relation == "about":
        return True, True
    falls = relation in (*CEILINGS, "less_than") or (relation == "equal" and direction == "down")
    better, worse = (target, actual) if falls else (actual, target)
    strict = relation in ("more_than", "less_than")
    can_meet = better.high > worse.low if strict else not better.is_below(worse)
    can_miss = not worse.is_below(better) if strict else better.low < worse.high
    return can_meet, can_miss
