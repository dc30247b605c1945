"""Logic: what does a boxed expression of a model come to?

Each is made ready once, its texts parsed; what cannot be read is told as a fault of the model, and comes to null.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from maoding.decisions.evaluation.scope import Scope
from maoding.decisions.evaluation.testing import passes_cell
from maoding.decisions.faults import At, NoValue, RuleError
from maoding.decisions.feel import TestsSaid, parse_phrase, parse_tests
from maoding.decisions.models.items import Items
from maoding.decisions.models.xml import Element
from maoding.decisions.values.types import ANYTHING, Type, fitted
from maoding.terms.language import say

Logic = Callable[[Scope], object]
Test = Callable[[object, Scope], bool | None]


@dataclass
class Workshop:
    """What is needed to make logic: the names that may be meant, the types, and the faults found so far."""

    names: frozenset[str]
    items: Items
    faults: list[RuleError] = field(default_factory=list)
    place: str = ""

    @contextmanager
    def at(self, place: str) -> Iterator[None]:
        """Faults found inside are told of this place."""
        before = self.place
        self.place = say("{outer}的{inner}", outer=before, inner=place) if before else place
        try:
            yield
        finally:
            self.place = before

    def fault(self, error: RuleError) -> None:
        """Remember a fault where it was found."""
        self.faults.append(error.within(self.place) if self.place else error)

    def phrase(self, element: Element | None) -> Logic:
        """The logic of an expression written in FEEL; of none, null."""
        text = _written(element)
        if element is None or not text:
            return nothing
        if element.get("expressionLanguage") and "FEEL" not in element.get("expressionLanguage").upper():
            reason = say("不是用 FEEL 写的：{language}", language=element.get("expressionLanguage"))
            return self.broken(RuleError(reason, say("请改写成 FEEL 表达式")), element.at)
        try:
            said = parse_phrase(text, self.names)
        except RuleError as error:
            return self.broken(error, element.at)
        return lambda scope: scope.value(said)

    def tests(self, element: Element | None) -> Test:
        """The test of a cell; an empty one is passed by anything."""
        said = self.tests_said(element)
        if said is None:
            return _unreadable
        return lambda value, scope: passes_cell(said.tests, value, scope, negated=said.negated)

    def tests_said(self, element: Element | None) -> TestsSaid | None:
        """The tests of a cell as parsed; None where they cannot be read."""
        text = _written(element)
        if element is None or not text:
            return TestsSaid("-")
        try:
            return parse_tests(text, self.names)
        except RuleError as error:
            self.broken(error, element.at)
            return None

    def type(self, reference: str, at: At) -> Type:
        """The type of a reference; any where there is no such type."""
        try:
            return self.items.named(reference)
        except NoValue as error:
            self.broken(RuleError(str(error), say("请先定义这个类型")), at)
        except RuleError as error:
            self.broken(error, at)
        return ANYTHING

    def broken(self, error: RuleError, at: At) -> Logic:
        """Remember what cannot be read, and make it null."""
        self.fault(RuleError(error.reason, error.mend, place=error.place, at=within(at, error.at)))

        def nothing_for_a_reason(_scope: Scope) -> object:
            raise NoValue(error.reason)

        return nothing_for_a_reason


def _unreadable(_value: object, _scope: Scope) -> bool | None:
    raise NoValue(say("有一格看不懂"))


def within(outer: At, inner: At | None) -> At:
    """About where in the file a place in an expression is: the line of the element it belongs to."""
    return At(outer.line + (inner.line - 1 if inner else 0), outer.column)


def nothing(_scope: Scope) -> None:
    """No expression at all."""


def attempt(logic: Logic, scope: Scope, at: At) -> object:
    """What logic comes to; null where it cannot be worked out, with the reason noted."""
    try:
        return logic(scope)
    except NoValue as error:
        scope.run.note(str(error), at)
        return None


def typed(logic: Logic, type_: Type, at: At) -> Logic:
    """The logic with its result as a type has it; null where it does not fit."""

    def fit(scope: Scope) -> object:
        value = attempt(logic, scope, at)
        fits, found = fitted(value, type_)
        if not fits:
            scope.run.note(say("结果不合类型 {type}", type=type_.name), at)
        return found

    return logic if type_ is ANYTHING else fit


def _written(element: Element | None) -> str:
    if element is None:
        return ""
    return element.text_of("text") or (element.text if element.name == "text" else "")
