"""Building: what do literals, lists, contexts, ranges and functions come to?"""

from collections.abc import Sequence
from fractions import Fraction

from maoding.decisions.evaluation.naming import type_of
from maoding.decisions.evaluation.scope import Scope
from maoding.decisions.faults import NoValue
from maoding.decisions.phrases import ContextSaid, FunctionSaid, ListSaid, Null, OneSided, RangeSaid, Temporal
from maoding.decisions.syntax import Literal
from maoding.decisions.values import numbers
from maoding.decisions.values.comparing import less
from maoding.decisions.values.functions import Function, Parameter, by_name, fit_all
from maoding.decisions.values.kinds import called, kind_of
from maoding.decisions.values.ranges import Range, one_sided
from maoding.decisions.values.reading import temporal_in
from maoding.decisions.values.types import ANYTHING
from maoding.terms.language import say


def literal(said: Literal, _scope: Scope) -> object:
    """A number, text or truth value; numbers with 34 digits."""
    return numbers.of_fraction(said.value) if isinstance(said.value, Fraction) else said.value


def null(_said: Null, _scope: Scope) -> None:
    """Null."""


def temporal(said: Temporal, _scope: Scope) -> object:
    """A day, time, moment or span."""
    found = temporal_in(said.text)
    if found is None:
        raise NoValue(say("“{written}”不是日期、时刻或时长", written=said.text))
    return found


def listing(said: ListSaid, scope: Scope) -> list[object]:
    """A list of what its items come to."""
    return [scope.value(each) for each in said.items]


def context(said: ContextSaid, scope: Scope) -> dict[str, object]:
    """A context; each entry may use those before it."""
    entries: dict[str, object] = {}
    inner = scope.inner(entries)
    for each in said.entries:
        if each.key in entries:
            raise NoValue(say("“{name}”在上下文里写了两次", name=each.key))
        entries[each.key] = inner.value(each.value)
    return entries


def range_between(said: RangeSaid, scope: Scope) -> Range:
    """A range between two ends, which must be of one kind; upside down it holds nothing."""
    low, high = scope.value(said.low), scope.value(said.high)
    if low is not None and high is not None:
        if kind_of(low) != kind_of(high):
            raise NoValue(say("区间两端一个是{low}，一个是{high}", low=called(low), high=called(high)))
        if less(high, low):
            scope.run.note(say("区间上下颠倒"), said.at)
    return Range(low, high, said.low_included, said.high_included)


def range_one_sided(said: OneSided, scope: Scope) -> Range:
    """A range with one end."""
    return one_sided(said.sign, scope.value(said.end))


def function(said: FunctionSaid, scope: Scope) -> Function:
    """A function that knows the names known where it is written."""
    if said.external:
        raise NoValue(say("不运行外部（Java、PMML）函数"))
    given = tuple(
        Parameter(each.name, type_of(each.type, scope) if each.type else ANYTHING) for each in said.parameters
    )

    def call(arguments: Sequence[object]) -> object:
        fitted = fit_all(given, arguments)
        names = [each.name for each in given]
        return scope.inner(dict(zip(names, fitted, strict=True))).value(said.body)

    return Function("", given, call, by_name(given))
