"""Consistency: can the numbers printed beside it give the number that was printed?

A statement is `inconsistent` only when no rounding can explain it (domain §4.1). Half-up is the rule; cutting off is
found in published bulletins (129/270 = 47.8 %, printed 47) and passes with a remark; rounding upwards is found in none,
and 7/17 = 41.2 % printed 42 is wrong. See docs/decisions/0004-printed-numbers.md.
"""

from dataclasses import dataclass, field, replace
from fractions import Fraction

from maoding.judge.intervals import Interval, UnboundedError, cut_from, rounded_from, value_of
from maoding.judge.quantities import MixedUnitsError, UnitMissingError
from maoding.judge.statements import NEEDS, NoBaseError, Statement, WorkedOut, left_over, unit_said, work_out

NEARLY_A_HUNDRED = Interval(Fraction(99), Fraction(101))
WHOLE_KINDS = frozenset({"sum", "difference", "rank"})
SIGNED = frozenset({"points", "difference", "growth"})
OWN_FAULT = frozenset({"sum", "growth", "rank"})
NOT_KNOWN: dict[type[Exception], str] = {
    MixedUnitsError: "mixed_units",
    UnitMissingError: "unit_missing",
    NoBaseError: "no_base",
    UnboundedError: "zero_divisor",
}


@dataclass(frozen=True)
class Verdict:
    """What comes of working it out again: consistent, inconsistent, remainder or unknown.

    `recomputed` is in the printed number's unit; `reason` is the word for the remark to make (empty: none). `left` is
    what a count's parts leave of its whole (below nought: they exceed it). `taken_as_counts` warns that whole numbers
    without any unit were taken as exact. `values` names what made an answer impossible.
    """

    verdict: str
    reason: str = ""
    recomputed: Interval | None = None
    left: Fraction = Fraction(0)
    taken_as_counts: bool = False
    values: dict[str, str] = field(default_factory=dict)


def check(said: Statement) -> Verdict:
    """Work a statement out again from the numbers printed with it (自洽校验); what cannot be worked out is unknown."""
    if said.kind not in NEEDS:
        return Verdict("unknown", "kind", values={"kind": said.kind})
    said = _with_whole(said)
    if said.missing:
        return Verdict("unknown", "missing", values={"column": said.missing[0]})
    try:
        return _counted(said) if said.kind == "count" else _compared(said, work_out(said))
    except tuple(NOT_KNOWN) as error:
        return Verdict("unknown", NOT_KNOWN[type(error)], values=vars(error))


def _with_whole(said: Statement) -> Statement:
    """A count whose whole was only written as the printed number is held against that."""
    if said.kind != "count" or "a" in said.cells or "printed" not in said.cells:
        return said
    return replace(said, cells={**said.cells, "a": said.printed})


def _compared(said: Statement, worked: WorkedOut) -> Verdict:
    for meant, remark in _meanings(said, worked):
        if worked.numbers.meets(meant):
            return Verdict("consistent", remark, worked.numbers)
    without_unit = worked.counted and said.kind != "rank" and not said.names_units
    return Verdict("inconsistent", _fault(said, worked.numbers), worked.numbers, taken_as_counts=without_unit)


def _meanings(said: Statement, worked: WorkedOut) -> list[tuple[Interval, str]]:
    """What the printed number may stand for, the likeliest first, each with the remark it calls for.

    Percentages of one whole may add up to 99 or 101 (T-M02): one unit of the last digit of a printed 100.
    """
    printed = said.printed.number
    if worked.counted and said.kind in WHOLE_KINDS:
        return [(value_of(printed), "")]
    ways = [(rounded_from(printed), ""), (cut_from(printed), "cut_off")]
    if said.kind == "sum" and printed.text == "100" and unit_said(said) == "%":
        ways.append((NEARLY_A_HUNDRED, "nearly_a_hundred"))
    return ways


def _fault(said: Statement, numbers: Interval) -> str:
    """Word for what is wrong, the most telling first."""
    if said.kind in SIGNED and (-numbers).meets(rounded_from(said.printed.number)):
        return "opposite"
    return said.kind if said.kind in OWN_FAULT else "no_rounding"


def _counted(said: Statement) -> Verdict:
    """Parts against their whole; a printed number beside them must be the whole, the sum or what is left."""
    found = left_over(said)
    if found.state != "none":
        verdict = "remainder" if found.state == "left" else "inconsistent"
        return Verdict(verdict, found.state, found.sum, found.left.middle)
    printed = said.cells.get("printed")
    if printed and not any(meant.meets(rounded_from(printed.number)) for meant in (found.sum, found.left)):
        return Verdict("inconsistent", "neither", found.sum, found.left.middle)
    return Verdict("consistent", "", found.sum)
