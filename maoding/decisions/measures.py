"""Measures: which fraction of whole-number columns is a number that a rule works out?"""

from fractions import Fraction

import narwhals as nw

from maoding.decisions.expressions import is_positive, whole, within_reach, worked_out
from maoding.decisions.inputs import Bound
from maoding.decisions.quotients import (
    ONE,
    Quotient,
    Sum,
    bound,
    constant,
    difference,
    negative,
    over,
    plus,
    times,
)
from maoding.decisions.syntax import Arithmetic, Expression, Floor, Literal, Name

WORKED = {"+": plus, "-": difference, "*": times, "/": over}


class Measures:
    """Turns the expressions of one table into quotients over bound inputs.

    `floors` are the columns ``floor(…)`` needs worked out first, in this order, each with the sum it cannot exceed;
    `sums` is every sum that will be worked out, for the exactness guard.
    """

    def __init__(self, inputs: Bound) -> None:
        self.inputs = inputs
        self.floors: dict[str, tuple[nw.Expr, Sum]] = {}
        self.sums: list[Sum] = []
        self._floored: dict[Expression, Quotient] = {}

    def quotient(self, expression: Expression) -> Quotient:
        """The fraction of whole-number columns a number comes to."""
        if isinstance(expression, Literal):
            return constant(Fraction(expression.value))
        if isinstance(expression, Name):
            return self.inputs.numbers[expression.name]
        if isinstance(expression, Arithmetic):
            return WORKED[expression.sign](self.quotient(expression.left), self.quotient(expression.right))
        if isinstance(expression, Floor):
            return self._floor(expression)
        return negative(self.quotient(expression.of))

    def _floor(self, expression: Floor) -> Quotient:
        """A column of its own for the whole part: floats guess it, whole numbers put it right.

        The guess is out by one at most while the whole part is below 2^52, and never on the wrong side of a smaller
        number than that.
        """
        if expression not in self._floored:
            of = self.quotient(expression.of)
            name = f"decision_floor_{len(self.floors)}"
            self.sums += [of.above, of.below]
            self.floors[name] = (_whole_part(of, self.inputs.positive), of.above)
            self._floored[expression] = Quotient({(name,): 1}, ONE, of.columns | {name}, of.divisors)
        return self._floored[expression]

    def reach(self, limits: dict[str, int]) -> int:
        """The greatest whole number that can come up while each working column stays within its limit."""
        reached = dict(limits)
        for name, (_, above) in self.floors.items():
            reached[name] = bound(above, reached)
        return max((bound(each, reached) for each in self.sums), default=0)


def _whole_part(of: Quotient, positive: frozenset[str]) -> nw.Expr:
    above, below = worked_out(of.above), worked_out(of.below)
    if not is_positive(of.below, positive):
        turned = nw.when(below < 0).then(whole(-1)).otherwise(whole(1))
        above, below = above * turned, below * turned
    can_be = within_reach([of.above, of.below]) & (below != 0)
    guess = nw.when(can_be).then(above / below).floor().cast(nw.Int64)
    rest = nw.when(can_be).then(above - guess * below)
    return guess + nw.when(rest < 0).then(whole(-1)).otherwise(
        nw.when(rest >= below).then(whole(1)).otherwise(whole(0))
    )
