"""Nodes: which inputs, decisions, functions and services is a model's graph made of?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from maoding.decisions.evaluation.scope import Scope
from maoding.decisions.faults import At, RuleError
from maoding.decisions.models.items import Items
from maoding.decisions.models.logic import Logic, nothing
from maoding.decisions.values.functions import Function, Parameter
from maoding.decisions.values.types import ANYTHING, Type

Key = tuple[str, str]  # namespace of the model, and id in it


@dataclass
class Node:
    """Something with a name in the graph, and what it requires.

    `name` is what people call it, `variable` what expressions call it.
    """

    key: Key
    name: str
    variable: str
    type: Type
    at: At
    requires: tuple[Key, ...] = ()


@dataclass
class InputData(Node):
    """A fact from outside."""


@dataclass
class DecisionNode(Node):
    """A decision, and the logic that makes it."""

    logic: Logic = nothing


@dataclass
class Knowledge(Node):
    """A business knowledge model: a function others may call."""

    make: Callable[[str, Scope, Type], Function] | None = None


@dataclass
class Service(Node):
    """A decision service: a function of inputs and input decisions that gives what its output decisions say."""

    given: tuple[Key, ...] = ()
    outputs: tuple[Key, ...] = ()


@dataclass
class Part:
    """One model file made ready: its nodes by id, its imports with the names they are given."""

    name: str
    namespace: str
    version: str
    items: Items
    nodes: dict[str, Node] = field(default_factory=dict)
    imports: list[tuple[str, "Part"]] = field(default_factory=list)
    names: frozenset[str] = frozenset()
    faults: list[RuleError] = field(default_factory=list)

    def all_parts(self) -> Mapping[str, "Part"]:
        """This model and all it imports, by namespace."""
        found, waiting = {self.namespace: self}, [part for _, part in self.imports]
        while waiting:
            each = waiting.pop()
            if each.namespace not in found:
                found[each.namespace] = each
                waiting += [part for _, part in each.imports]
        return found

    def alias_of(self, namespace: str) -> str:
        """The name under which expressions of this model find what another model defines; empty for its own."""
        return next((alias for alias, part in self.imports if part.namespace == namespace), "")


def parameter_of(node: Node) -> Parameter:
    """A node as something a service is given."""
    return Parameter(node.variable, node.type)


def result_of(type_: Type) -> Type:
    """What a function of a type gives: models write either the type of the function or that of its result."""
    return getattr(type_, "result", type_) if type_ is not ANYTHING else ANYTHING
