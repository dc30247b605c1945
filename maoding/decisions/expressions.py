"""Expressions: how are sums, comparisons and not-known written as column expressions, for any engine?"""

import operator
from collections.abc import Callable, Iterable
from functools import reduce
from typing import Any

import narwhals as nw

from maoding.decisions.quotients import Divisor, Quotient, Sum

# Whole numbers have 63 bits; one is left over for the rounding of the guard itself, which is worked out in floats.
GREATEST = 2**62

SIGN_OF: dict[str, Callable[[Any, Any], Any]] = {
    "=": operator.eq,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
FLIPPED = {"=": "=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}


def every(truths: Iterable[nw.Expr]) -> nw.Expr:
    """Whether all hold; null where that hangs on one that is null."""
    return reduce(operator.and_, truths, nw.lit(value=True))


def some(truths: Iterable[nw.Expr]) -> nw.Expr:
    """Whether at least one holds; null where that hangs on one that is null."""
    return reduce(operator.or_, truths, nw.lit(value=False))


def worked_out(sum_: Sum) -> nw.Expr:
    """A sum of products of columns, in whole numbers."""
    products = (reduce(operator.mul, map(nw.col, product), whole(by)) for product, by in sum_.items())
    return reduce(operator.add, products, whole(0))


def whole(number: int) -> nw.Expr:
    """A whole number written out; null for one that no column holds."""
    return nw.lit(number if abs(number) <= GREATEST else None, dtype=nw.Int64)


def within_reach(sums: Iterable[Sum]) -> nw.Expr:
    """Whether no sum, nor any step towards it, can leave the whole numbers a column holds."""
    envelope: Sum = {}
    for each in sums:
        for product, by in each.items():
            envelope[product] = max(min(abs(by), GREATEST), envelope.get(product, 0))
    sizes = (reduce(operator.mul, map(_size, product), nw.lit(float(by))) for product, by in envelope.items())
    return reduce(operator.add, sizes, nw.lit(0.0)) <= float(GREATEST)


def _size(column: str) -> nw.Expr:
    return nw.col(column).cast(nw.Float64).abs().fill_null(0.0)


def sign_is(sign: str, value: Quotient, positive: frozenset[str]) -> nw.Expr:
    """Whether a quotient stands so to nought; the sign of its lower part counts where it is not sure beforehand."""
    held = SIGN_OF[sign](worked_out(value.above), 0)
    if not is_positive(value.below, positive):
        held_below_nought = SIGN_OF[FLIPPED[sign]](worked_out(value.above), 0)
        held = nw.when(worked_out(value.below) > 0).then(held).otherwise(held_below_nought)
    return where_known(held, value.columns, value.above)


def is_positive(below: Sum, positive: frozenset[str]) -> bool:
    """Whether a sum is above nought wherever it is known."""
    return all(by > 0 and positive.issuperset(product) for product, by in below.items())


def is_nought(divisor: Divisor) -> nw.Expr:
    """Whether something divided by is nought; null where a fact it is made of is missing."""
    return where_known(worked_out(divisor.sum) == 0, divisor.columns, divisor.sum)


def where_known(held: nw.Expr, columns: frozenset[str], shown: Sum) -> nw.Expr:
    """The truth, but null where a column is missing that was cancelled out of the sum shown."""
    cancelled = columns.difference(*shown) if shown else columns
    if not cancelled:
        return held
    return nw.when(every(~nw.col(column).is_null() for column in sorted(cancelled))).then(held)
