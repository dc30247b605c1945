"""Quotients: which whole numbers decide how two fractions of columns compare?

A sum is whole coefficients times products of whole-number columns: ``{("done",): 60, ("target",): -25}`` is
60·done − 25·target, and ``{(): 7}`` is 7. A quotient is one sum over another. Before two quotients are compared, what
coefficients and products have in common is divided out, so that the numbers to be worked out stay as small as can be.
"""

from collections import Counter
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import reduce
from math import gcd, prod
from operator import and_

Sum = dict[tuple[str, ...], int]
NOTHING: Sum = {}
ONE: Sum = {(): 1}


@dataclass(frozen=True)
class Divisor:
    """A sum something is divided by: where it is nought, there is no value."""

    sum: Sum
    columns: frozenset[str]


@dataclass(frozen=True)
class Quotient:
    """One sum over another, the columns it is made of, and what it divides by on the way."""

    above: Sum
    below: Sum
    columns: frozenset[str] = frozenset()
    divisors: tuple[Divisor, ...] = ()


def constant(value: Fraction) -> Quotient:
    """A number written out."""
    return Quotient(_times(ONE, {(): value.numerator}), {(): value.denominator})


def of_column(column: str, times: Fraction) -> Quotient:
    """A column of whole numbers, times a number."""
    return Quotient({(column,): times.numerator}, {(): times.denominator}, frozenset([column]))


def plus(left: Quotient, right: Quotient) -> Quotient:
    """Left and right together."""
    above = _plus(_times(left.above, right.below), _times(right.above, left.below))
    return _joined(above, _times(left.below, right.below), left, right)


def times(left: Quotient, right: Quotient) -> Quotient:
    """Left times right."""
    return _joined(_times(left.above, right.above), _times(left.below, right.below), left, right)


def over(left: Quotient, right: Quotient) -> Quotient:
    """Left divided by right; right joins the divisors, that must not be nought."""
    never = not right.above
    below = ONE if never else _times(left.below, right.above)
    worked = _joined(_times(left.above, right.below), below, left, right)
    if set(right.above) == {()}:
        return worked
    return replace(worked, divisors=(*worked.divisors, Divisor(right.above, right.columns)))


def negative(value: Quotient) -> Quotient:
    """The value with the other sign."""
    return replace(value, above=_times(value.above, {(): -1}))


def difference(left: Quotient, right: Quotient) -> Quotient:
    """Left less right."""
    return plus(left, negative(right))


def apart(left: Quotient, right: Quotient) -> Quotient:
    """A quotient of the sign of left less right, in the smallest whole numbers that have it."""
    less = difference(left, right)
    return replace(less, above=_smallest(less.above), below=_smallest(less.below))


def bound(sum_: Sum, limits: dict[str, int]) -> int:
    """The greatest size a sum and every step towards it can reach while each column stays within its limit."""
    return sum(abs(by) * prod(max(1, limits[column]) for column in product) for product, by in sum_.items())


def _joined(above: Sum, below: Sum, left: Quotient, right: Quotient) -> Quotient:
    shrunk_above, shrunk_below = _divided_out(above, below)
    more = tuple(each for each in right.divisors if each not in left.divisors)
    return Quotient(shrunk_above, shrunk_below, left.columns | right.columns, (*left.divisors, *more))


def _plus(left: Sum, right: Sum) -> Sum:
    summed = Counter(left)
    for product, by in right.items():
        summed[product] += by
    return {product: by for product, by in summed.items() if by}


def _times(left: Sum, right: Sum) -> Sum:
    whole: Sum = {}
    for product, by in left.items():
        whole = _plus(whole, {tuple(sorted(product + other)): by * more for other, more in right.items()})
    return whole


def _divided_out(above: Sum, below: Sum) -> tuple[Sum, Sum]:
    """Both sums without what all their terms have in common."""
    terms = [*above, *below]
    common = reduce(and_, (Counter(product) for product in terms))
    by = gcd(*above.values(), *below.values())
    return _without(above, common, by), _without(below, common, by)


def _smallest(sum_: Sum) -> Sum:
    return _without(sum_, Counter(), gcd(*sum_.values())) if sum_ else sum_


def _without(sum_: Sum, common: Counter[str], by: int) -> Sum:
    return {
        tuple(sorted((Counter(product) - common).elements())): each // by for product, each in sum_.items()
    }
