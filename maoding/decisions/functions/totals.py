"""Totals: what do FEEL's functions of lists give when they sum a whole list up?

Each may be given a list, or its elements one by one.
"""

from collections.abc import Callable
from decimal import Decimal
from functools import reduce, wraps
from typing import Any, TypeVar

from maoding.decisions.faults import NoValue
from maoding.decisions.functions.registry import (
    LIST,
    NUMBER,
    NUMBERS,
    TRUTH,
    TRUTHS,
    Wanted,
    built_in,
    nullable,
    want,
)
from maoding.decisions.kleene import every, some
from maoding.decisions.values.comparing import less
from maoding.decisions.values.numbers import DECIMAL128, finite, worked
from maoding.decisions.values.types import ListType
from maoding.terms.language import say

Numbers = list[Decimal]
Work = TypeVar("Work", bound=Callable[[list[Any]], object])


def _total(name: str, of: ListType, element: Wanted, *, least: int = 1) -> Callable[[Work], Work]:
    """Register a function of a list, or of its elements one by one; of fewer than `least` there is no answer."""

    def register(work: Work) -> Work:
        @wraps(work)
        def of_list(items: list[Any]) -> object:
            if len(items) < least:
                raise NoValue(say("列表的项太少"))
            if not element.nullable and None in items:
                raise NoValue(say("列表里有空值"))
            return work(items)

        built_in(name, want("list", of))(of_list)
        built_in(name, element, rest=True)(lambda *items: of_list(list(items)))
        return work

    return register


@_total("sum", NUMBERS, want("n", NUMBER))
def total(numbers: Numbers) -> Decimal:
    """The sum."""
    return reduce(_plus, numbers)


def _plus(one: Decimal, other: Decimal) -> Decimal:
    return worked("+", one, other)


@_total("product", NUMBERS, want("n", NUMBER))
def product(numbers: Numbers) -> Decimal:
    """The product."""
    return reduce(lambda one, other: worked("*", one, other), numbers)


@_total("mean", NUMBERS, want("n", NUMBER))
def mean(numbers: Numbers) -> Decimal:
    """The sum over the count."""
    return worked("/", reduce(_plus, numbers), Decimal(len(numbers)))


@_total("median", NUMBERS, want("n", NUMBER))
def median(numbers: Numbers) -> Decimal:
    """The middle one, or the mean of the two in the middle."""
    ordered = sorted(numbers)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else mean(ordered[middle - 1 : middle + 1])


@_total("stddev", NUMBERS, want("n", NUMBER), least=2)
def standard_deviation(numbers: Numbers) -> Decimal:
    """The standard deviation of a sample."""
    middle = mean(numbers)
    squares = [worked("**", worked("-", each, middle), Decimal(2)) for each in numbers]
    return finite(DECIMAL128.sqrt(worked("/", reduce(_plus, squares), Decimal(len(numbers) - 1))))


@_total("mode", NUMBERS, want("n", NUMBER), least=0)
def mode(numbers: Numbers) -> Numbers:
    """The numbers that come most often, from the least."""
    counts: dict[Decimal, int] = {}
    for each in numbers:
        counts[each] = counts.get(each, 0) + 1
    most = max(counts.values(), default=0)
    return sorted(each for each, times in counts.items() if times == most)


def _least(items: list[Any], *, turned: bool) -> object:
    best = items[0]
    for each in items:
        before = less(best, each) if turned else less(each, best)
        if before is None:
            raise NoValue(say("列表里的值不能比大小"))
        best = each if before else best
    return best


@_total("min", LIST, want("c"))
def minimum(items: list[object]) -> object:
    """The least."""
    return _least(items, turned=False)


@_total("max", LIST, want("c"))
def maximum(items: list[object]) -> object:
    """The greatest."""
    return _least(items, turned=True)


@_total("all", TRUTHS, nullable("b", TRUTH), least=0)
def are_all(truths: list[bool | None]) -> bool | None:
    """Whether all are true."""
    return every(truths)


@_total("any", TRUTHS, nullable("b", TRUTH), least=0)
def is_any(truths: list[bool | None]) -> bool | None:
    """Whether at least one is true."""
    return some(truths)
