"""Operators: what do arithmetic, comparisons and the joining words of FEEL come to?"""

from decimal import ROUND_FLOOR, Decimal

from maoding.decisions.evaluation.naming import type_of
from maoding.decisions.evaluation.scope import PARTS_A_STEP, Scope
from maoding.decisions.evaluation.testing import passes
from maoding.decisions.faults import NoValue
from maoding.decisions.kleene import every, some
from maoding.decisions.phrases import Comparison, InstanceOf, Junction, Passes, Within
from maoding.decisions.syntax import Arithmetic, Floor, Negative
from maoding.decisions.values import adding, numbers
from maoding.decisions.values.comparing import equal, less
from maoding.decisions.values.kinds import called, kind_of
from maoding.decisions.values.sizes import size_of
from maoding.terms.language import say


def arithmetic(said: Arithmetic, scope: Scope) -> object:
    """A sum, difference, product, quotient or power; null where either side is."""
    left, right = scope.value(said.left), scope.value(said.right)
    if left is None or right is None:
        return None
    if isinstance(left, str):
        scope.run.spend(size_of(left), said.at)
    return adding.worked(said.sign, left, right)


def negative(said: Negative, scope: Scope) -> object:
    """A number or span with the other sign."""
    value = scope.value(said.of)
    return None if value is None else adding.negative(value)


def floor(said: Floor, scope: Scope) -> object:
    """The greatest whole number not above a number."""
    value = scope.value(said.of)
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if not isinstance(value, Decimal):
        raise NoValue(say("参数“{name}”不能是{kind}", name="n", kind=called(value)))
    return numbers.scaled(value, 0, ROUND_FLOOR)


def comparison(said: Comparison, scope: Scope) -> bool | None:
    """``=``, ``!=`` or an order; null where the two are of different kinds."""
    left, right = scope.value(said.left), scope.value(said.right)
    scope.run.spend(size_of(left) // PARTS_A_STEP, said.at)
    return compared(said.sign, left, right)


def compared(sign: str, left: object, right: object) -> bool | None:
    """Whether ``left sign right``.

    Raises:
        NoValue: the two cannot be compared so.
    """
    truth = _compared(sign, left, right)
    if truth is None and left is not None and right is not None:
        reason = say("{left}与{right}不能用“{sign}”比较", left=called(left), right=called(right), sign=sign)
        raise NoValue(reason)
    return truth


def _compared(sign: str, left: object, right: object) -> bool | None:
    if sign in ("=", "!="):
        same = equal(left, right)
        return same if sign == "=" or same is None else not same
    before = less(left, right) if sign in ("<", "<=") else less(right, left)
    if before is None or before or sign in ("<", ">"):
        return before
    return equal(left, right)


def within(said: Within, scope: Scope) -> bool | None:
    """Whether a value lies between two others, both counted in."""
    value, low, high = (scope.value(each) for each in (said.value, said.low, said.high))
    return every([compared("<=", low, value), compared("<=", value, high)])


def passing(said: Passes, scope: Scope) -> bool | None:
    """Whether a value passes one of the tests."""
    value = scope.value(said.value)
    return some(passes(test, value, scope) for test in said.tests)


def junction(said: Junction, scope: Scope) -> bool | None:
    """``and``, ``or`` in three-valued logic; what is neither true nor false is not known."""
    decisive = said.word == "or"
    known = True
    for part in said.parts:
        value = scope.value(part)
        if value is decisive:
            return decisive
        known = known and isinstance(value, bool)
    return not decisive if known else None


def instance_of(said: InstanceOf, scope: Scope) -> bool:
    """Whether a value is of a type; null is of the type Null only."""
    value, wanted = scope.value(said.value), type_of(said.type, scope)
    if value is None:
        return wanted.name == kind_of(None)
    return wanted.admits(value)
