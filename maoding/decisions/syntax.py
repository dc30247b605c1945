"""Syntax: what is a cell or an expression of a decision table made of?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from fractions import Fraction

from maoding.decisions.faults import At, RuleError
from maoding.terms.columns import TEXT, YES_NO
from maoding.terms.language import say

NUMBER = "number"
KINDS = (NUMBER, TEXT, YES_NO)

Value = Fraction | str | bool


@dataclass(frozen=True)
class Literal:
    """A number, a text or true/false written out."""

    value: Value
    at: At = field(compare=False)


@dataclass(frozen=True)
class Name:
    """An input, by its name."""

    name: str
    at: At = field(compare=False)


@dataclass(frozen=True)
class Negative:
    """A number with the other sign."""

    of: "Expression"
    at: At = field(compare=False)


@dataclass(frozen=True)
class Floor:
    """The greatest whole number not above a number (向下取整)."""

    of: "Expression"
    at: At = field(compare=False)


@dataclass(frozen=True)
class Arithmetic:
    """Two numbers joined by ``+``, ``-``, ``*`` or ``/``; a division by nought has no value."""

    sign: str
    left: "Expression"
    right: "Expression"
    at: At = field(compare=False)


Expression = Literal | Name | Negative | Floor | Arithmetic


@dataclass(frozen=True)
class Compare:
    """The measure stands so (``=``, ``<``, ``<=``, ``>``, ``>=``) to an expression."""

    sign: str
    than: Expression


@dataclass(frozen=True)
class Between:
    """The measure lies between two ends, each counted in or not."""

    low: Compare
    high: Compare


@dataclass(frozen=True)
class IsNull:
    """The measure has no value."""


Test = Compare | Between | IsNull


@dataclass(frozen=True)
class Cell:
    """What one row asks of one measure: that one of the tests holds, or with `negated` that none does.

    No test and not negated is ``-``: anything will do. `text` is the cell as written.
    """

    text: str = field(compare=False)
    tests: tuple[Test, ...] = ()
    negated: bool = False

    @property
    def compares(self) -> Iterator[Compare]:
        """Every comparison in the cell."""
        for test in self.tests:
            if isinstance(test, Compare):
                yield test
            elif isinstance(test, Between):
                yield from (test.low, test.high)

    @property
    def asks_for_null(self) -> bool:
        """Whether ``null`` itself is one of the tests."""
        return any(isinstance(test, IsNull) for test in self.tests)


def kind_of_value(value: Value) -> str:
    """Which kind of value this is: number, text or yes_no."""
    if isinstance(value, bool):
        return YES_NO
    return TEXT if isinstance(value, str) else NUMBER


def kind_of(expression: Expression, kinds: Mapping[str, str]) -> str:
    """Kind of value an expression gives, the kinds of the inputs being known.

    Raises:
        RuleError: a name that is no input, or arithmetic on something that is no number.
    """
    if isinstance(expression, Literal):
        return kind_of_value(expression.value)
    if isinstance(expression, Name):
        return _kind_of_name(expression, kinds)
    parts = (expression.left, expression.right) if isinstance(expression, Arithmetic) else (expression.of,)
    for part in parts:
        if kind_of(part, kinds) != NUMBER:
            raise RuleError(
                say("这里要用数字计算，却不是数字"),
                say("请改成数字或数字类的输入"),
                at=part.at,
            )
    return NUMBER


def _kind_of_name(name: Name, kinds: Mapping[str, str]) -> str:
    if name.name not in kinds:
        near = get_close_matches(name.name, kinds, n=1)
        known = say("可用的输入：{names}。文字请加英文双引号", names="、".join(kinds))
        mend = say("可能是“{near}”", near=near[0]) if near else known
        raise RuleError(say("没有名为“{name}”的输入", name=name.name), mend, at=name.at)
    return kinds[name.name]
