"""Items: which types do the item definitions of a model make, and which values do they allow?"""

from collections.abc import Callable
from dataclasses import dataclass, field

from maoding.decisions.evaluation.evaluate import start
from maoding.decisions.evaluation.naming import PLAIN, type_of
from maoding.decisions.evaluation.scope import Scope
from maoding.decisions.evaluation.testing import passes_cell
from maoding.decisions.faults import NoValue, RuleError
from maoding.decisions.feel import TestsSaid, parse_tests, parse_type
from maoding.decisions.models.xml import Element
from maoding.decisions.phrases import Fits
from maoding.decisions.values import kinds
from maoding.decisions.values.types import (
    ANYTHING,
    Constrained,
    ContextType,
    FunctionType,
    ListType,
    Named,
    Type,
)


@dataclass
class Items:
    """The types of one model, by name; those of imported models under the name of the import and a dot."""

    types: dict[str, Type] = field(default_factory=dict)
    allowed: dict[str, TestsSaid] = field(default_factory=dict)

    def define(self, definition: Element) -> None:
        """Take in one item definition."""
        self.types[definition.get("name")] = self._made(definition)

    def named(self, reference: str) -> Type:
        """The type of a reference; of none, any.

        Raises:
            NoValue: there is no such type.
        """
        name = (
            reference.rpartition(":")[2].strip()
            if ":" in reference and "<" not in reference
            else reference.strip()
        )
        if not name:
            return ANYTHING
        found = self.types.get(name) or PLAIN.get(name)
        if found is not None:
            return found
        return type_of(parse_type(name, self.types), start({}, types=self.types))

    def referred(self, reference: str) -> Type:
        """The type of a reference that may stand before its definition."""
        return Named(reference, lambda: self._named_or_any(reference)) if reference else ANYTHING

    def values_of(self, reference: str) -> list[object]:
        """The values a type allows, in their order, where they are listed one by one."""
        tests = self.allowed.get(reference.rpartition(":")[2])
        return listed(tests, start({}, types=self.types)) if tests else []

    def _named_or_any(self, reference: str) -> Type:
        try:
            return self.named(reference)
        except (NoValue, RuleError):
            return ANYTHING

    def _made(self, definition: Element) -> Type:
        made = self._base(definition)
        collection = definition.get("isCollection") == "true"
        allowed, whole = definition.first("allowedValues"), definition.first("typeConstraint")
        if allowed is not None:
            made = self._constrained(definition, made, allowed)
        if collection:
            made = ListType(kinds.LIST, made)
        return self._constrained(definition, made, whole) if whole is not None else made

    def _base(self, definition: Element) -> Type:
        components = list(definition.all("itemComponent"))
        if components:
            return ContextType(kinds.CONTEXT, {each.get("name"): self._made(each) for each in components})
        function = definition.first("functionItem")
        if function is not None:
            given = tuple(self.referred(each.get("typeRef")) for each in function.all("parameters"))
            return FunctionType(kinds.FUNCTION, given, self.referred(function.get("outputTypeRef")))
        return self.referred(definition.text_of("typeRef"))

    def _constrained(self, definition: Element, of: Type, constraint: Element) -> Type:
        tests = parse_tests(constraint.text_of("text"), self.types)
        self.allowed.setdefault(definition.get("name"), tests)
        return Constrained(definition.get("name"), of, allowing(tests))


def allowing(tests: TestsSaid) -> Callable[[object], bool]:
    """Whether a value passes the tests of allowed values."""
    return lambda value: passes_cell(tests.tests, value, start({}), negated=tests.negated) is True


def listed(tests: TestsSaid, scope: Scope) -> list[object]:
    """The values that are listed one by one as allowed, in their order."""
    return [scope.value(test.phrase) for test in tests.tests if isinstance(test, Fits)]
