"""Loops: what do ``for``, ``some``, ``every`` and ``if`` come to?"""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from maoding.decisions.evaluation.scope import PARTS_A_STEP, Run, Scope
from maoding.decisions.faults import At, NoValue
from maoding.decisions.kleene import every, some
from maoding.decisions.phrases import For, If, Iteration, Quantified
from maoding.decisions.values.days import Date, on
from maoding.decisions.values.kinds import called
from maoding.decisions.values.numbers import whole
from maoding.decisions.values.ranges import Range
from maoding.terms.language import say

PARTIAL = "partial"


class Earlier:
    """``partial``: the results so far, copied where they are asked for."""

    def __init__(self, results: list[object], run: Run, at: At) -> None:
        self._results = results
        self._run = run
        self._at = at

    def __getitem__(self, _name: str) -> object:
        self._run.spend(len(self._results) // PARTS_A_STEP, self._at)
        return list(self._results)

    def __contains__(self, name: object) -> bool:
        return name == PARTIAL


def if_then(said: If, scope: Scope) -> object:
    """One or the other; what is not true, null included, is the other."""
    return scope.value(said.this if scope.value(said.condition) is True else said.other)


def for_each(said: For, scope: Scope) -> list[object]:
    """The result for each round, the earlier ones at hand as ``partial``."""
    results: list[object] = []
    for inner in rounds(said.iterations, scope.inner(Earlier(results, scope.run, said.at))):
        result = inner.value(said.result)
        results.append(result)
    return results


def quantified(said: Quantified, scope: Scope) -> bool | None:
    """Whether the condition holds in some round, or in every one."""
    truths = (_truth(inner.value(said.condition)) for inner in rounds(said.iterations, scope))
    return (some if said.word == "some" else every)(truths)


def _truth(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def rounds(iterations: Sequence[Iteration], scope: Scope) -> Iterator[Scope]:
    """A scope for each round of the loops, the last going round fastest.

    Raises:
        NoValue: there is nothing to go through.
    """
    first, *others = iterations
    for item in items_of(first, scope):
        inner = scope.inner({first.name: item})
        inner.run.spend(1, first.at)
        if others:
            yield from rounds(others, inner)
        else:
            yield inner


def items_of(said: Iteration, scope: Scope) -> Iterator[object]:
    """What one loop goes through: the elements of a list, the whole numbers or days of a range, or one thing."""
    items = scope.value(said.items)
    if said.to is not None:
        return _from_to(items, scope.value(said.to))
    if isinstance(items, Range):
        return items_of_range(items)
    if items is None:
        raise NoValue(say("没有可以循环的内容"))
    return iter(list(items) if isinstance(items, list) else [items])


def items_of_range(items: Range) -> Iterator[object]:
    """The whole numbers or days of a range, downwards if it is upside down.

    Raises:
        NoValue: its ends are neither.
    """
    return _from_to(items.start, items.end, (not items.start_included, not items.end_included))


def _from_to(start: object, end: object, left_out: tuple[int, int] = (0, 0)) -> Iterator[object]:
    first, last, make = _counted(start, end)
    step = 1 if first <= last else -1
    return (make(each) for each in range(first + step * left_out[0], last + step * (1 - left_out[1]), step))


def _counted(start: object, end: object) -> tuple[int, int, Callable[[int], object]]:
    """Both ends as whole numbers, and how to make a value of one again."""
    if isinstance(start, Date) and isinstance(end, Date):
        return start.ordinal, end.ordinal, on
    first, last = whole(start), whole(end)
    if first is None or last is None:
        raise NoValue(say("区间两端应是整数或日期，却是{start}和{end}", start=called(start), end=called(end)))
    return first, last, Decimal
