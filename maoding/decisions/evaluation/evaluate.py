"""Evaluate: what does an expression, or a cell held against a value, come to among given names?

>>> from decimal import Decimal
>>> worth("for 月 in 1..3 return 月 * 单价", {"单价": Decimal("0.1")}).value
[Decimal('0.1'), Decimal('0.2'), Decimal('0.3')]
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from maoding.decisions import phrases, syntax
from maoding.decisions.evaluation import building, calls, loops, operators, reaching
from maoding.decisions.evaluation.scope import Note, Run, Scope, beyond, make_room
from maoding.decisions.evaluation.testing import passes_cell
from maoding.decisions.feel import parse_phrase, parse_tests
from maoding.decisions.feel.names import plain
from maoding.decisions.functions import BUILT_IN, for_run
from maoding.decisions.phrases import Phrase
from maoding.decisions.values.sizes import size_of
from maoding.decisions.values.types import Type

WAYS: dict[type, Callable[[Any, Scope], object]] = {
    syntax.Literal: building.literal,
    phrases.Null: building.null,
    phrases.Temporal: building.temporal,
    phrases.ListSaid: building.listing,
    phrases.ContextSaid: building.context,
    phrases.RangeSaid: building.range_between,
    phrases.OneSided: building.range_one_sided,
    phrases.FunctionSaid: building.function,
    syntax.Arithmetic: operators.arithmetic,
    syntax.Negative: operators.negative,
    syntax.Floor: operators.floor,
    phrases.Comparison: operators.comparison,
    phrases.Within: operators.within,
    phrases.Passes: operators.passing,
    phrases.Junction: operators.junction,
    phrases.InstanceOf: operators.instance_of,
    syntax.Name: reaching.named,
    phrases.Path: reaching.path,
    phrases.Filter: reaching.filtered,
    phrases.If: loops.if_then,
    phrases.For: loops.for_each,
    phrases.Quantified: loops.quantified,
    phrases.Call: calls.call,
}


@dataclass(frozen=True)
class Worth:
    """What something came to, and why parts of it came to null."""

    value: object
    notes: tuple[Note, ...]


def start(values: Mapping[str, object], now: object = None, types: Mapping[str, Type] | None = None) -> Scope:
    """The outermost scope: the built-in functions, the given names and types."""
    make_room()
    run = Run(WAYS, now)
    outermost = Scope(BUILT_IN, run, types=types)
    special = outermost.inner(for_run(now, outermost.value))
    return special.inner({plain(name): value for name, value in values.items()})


def settled(work: Callable[[], object]) -> object:
    """What some work comes to; Python's own limit on depth is told as ours.

    Raises:
        LimitError: it goes too deep, or comes to something too large.
    """
    try:
        value = work()
    except RecursionError:
        raise beyond(None, deep=True) from None
    size_of(value)
    return value


def worth(text: str, values: Mapping[str, object], now: object = None) -> Worth:
    """What an expression of FEEL comes to where names have these values (see `values` for what a value is).

    Raises:
        RuleError: the text is no expression of FEEL.
        LimitError: it takes too many steps or is nested too deeply.
    """
    phrase: Phrase = parse_phrase(text, values)
    scope = start(values, now)
    return Worth(settled(lambda: scope.value(phrase)), tuple(scope.run.notes))


def passes(text: str, value: object, values: Mapping[str, object]) -> bool | None:
    """Whether a value passes a cell of a decision table; None where that cannot be said.

    Raises:
        RuleError: the text is no cell.
        LimitError: it takes too many steps or is nested too deeply.
    """
    cell, scope = parse_tests(text, values), start(values)
    passed = settled(lambda: passes_cell(cell.tests, value, scope, negated=cell.negated))
    return passed if isinstance(passed, bool) else None
