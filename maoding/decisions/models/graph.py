"""Graph: what do the decisions of a model say of one record, each worked out once from what it requires?"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from maoding.decisions.evaluation.evaluate import settled, start
from maoding.decisions.evaluation.scope import Note, Scope, entry_of
from maoding.decisions.faults import RuleError
from maoding.decisions.feel.names import plain
from maoding.decisions.models.logic import attempt
from maoding.decisions.models.nodes import (
    DecisionNode,
    Key,
    Knowledge,
    Node,
    Part,
    Service,
    parameter_of,
    result_of,
)
from maoding.decisions.models.tables import DecisionTable
from maoding.decisions.values.functions import Function, by_name, fit_all
from maoding.decisions.values.types import blanks, fitted, meant
from maoding.terms.language import say


@dataclass(frozen=True)
class Answer:
    """What a decision says, and why parts of it came to null.

    `rule_rows` are the rows of its own decision table that matched; `missing` what was null of the inputs it
    asked for: where nothing was, no fact that is not known could change the answer.
    """

    value: object
    notes: tuple[Note, ...]
    rule_rows: tuple[int, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Model:
    """A DMN model ready to be asked."""

    part: Part

    @property
    def faults(self) -> list[RuleError]:
        """What could not be read of this model and those it imports; it comes to null."""
        return [fault for part in self.part.all_parts().values() for fault in part.faults]

    def names(self, kind: type[Node] = DecisionNode) -> list[str]:
        """The names of its own decisions, or of its nodes of another kind."""
        return [node.name for node in self.part.nodes.values() if isinstance(node, kind)]

    def decide(self, name: str, facts: Mapping[str, object], now: object = None) -> Answer:
        """What a decision says of these facts, given by the names of the inputs.

        Raises:
            RuleError: there is no such decision.
            LimitError: it takes too many steps or is nested too deeply.
        """
        node = self._node(name, DecisionNode)
        session = Session(self.part, start({}, now), facts)
        answer = session.answer(lambda: session.value(node.key))
        table = (
            node.logic.at
            if isinstance(node, DecisionNode) and isinstance(node.logic, DecisionTable)
            else None
        )
        fired = [rows for at, rows in session.scope.run.fired if at == table]
        return replace(answer, rule_rows=fired[-1] if fired else (), missing=tuple(session.missing))

    def invoke(self, name: str, arguments: Mapping[str, object], now: object = None) -> Answer:
        """What a decision service or a business knowledge model gives for named arguments; what is missing is null.

        Raises:
            RuleError: there is no such service or function.
            LimitError: it takes too many steps or is nested too deeply.
        """
        node = self._node(name, Service, Knowledge)
        session = Session(self.part, start({}, now), {})

        def work() -> object:
            function = session.value(node.key)
            if not isinstance(function, Function):
                return None
            known = {plain(key): value for key, value in arguments.items()}
            given = [known.get(each.name) for each in function.parameters]
            fits, value = fitted(function.call(given), function.result)
            return value if fits else None

        return session.answer(lambda: attempt(lambda _: work(), session.scope, node.at))

    def _node(self, name: str, *kinds: type[Node]) -> Node:
        known = {node.name: node for node in self.part.nodes.values() if isinstance(node, kinds)}
        for node in known.values():
            if plain(name) in (plain(node.name), node.variable):
                return node
        near = get_close_matches(name, known, n=1, cutoff=0.5) or list(known)[:10]
        mend = say("可用的有：{choices}", choices="、".join(near))
        raise RuleError(
            say("没有“{value}”这一项", value=name), mend, place=say("模型“{name}”", name=self.part.name)
        )


Place = tuple[str, ...]  # the names of the imports on the way to a model; of the model asked, none


@dataclass
class Session:
    """One evaluation of a graph: the facts, and the values worked out so far.

    A model that is imported by two ways is worked out for each of them: its inputs may differ.
    """

    part: Part
    scope: Scope
    facts: Mapping[str, object]
    values: dict[tuple[Place, Key], object] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.parts = self.part.all_parts()

    def answer(self, work: Callable[[], object]) -> Answer:
        """The answer of some work, with what was noted on the way."""
        value = settled(work)
        return Answer(value, tuple(self.scope.run.notes))

    def value(self, key: Key, place: Place = ()) -> object:
        """The value of a node: worked out once."""
        spot = (place, key)
        if spot not in self.values:
            self.values[spot] = self._worked_out(self.node(key), place)
        return self.values[spot]

    def node(self, key: Key) -> Node:
        """The node of a key."""
        return self.parts[key[0]].nodes[key[1]]

    def _worked_out(self, node: Node, place: Place) -> object:
        if isinstance(node, DecisionNode):
            return self._typed(node, attempt(node.logic, self._scope_of(node, place), node.at))
        if isinstance(node, Knowledge):
            return self._function(node, place)
        if isinstance(node, Service):
            return self._service(node, place)
        value = self._typed(node, self._given(node, place))
        self.missing += blanks(value, node.type, ".".join([*place, node.name]))
        return value

    def _typed(self, node: Node, value: object) -> object:
        fits, found = fitted(value, node.type)
        if not fits:
            reason = say("“{name}”的值不合类型 {type}", name=node.name, type=node.type.name)
            self.scope.run.note(reason, node.at)
        return found

    def _scope_of(self, node: Node, place: Place) -> Scope:
        part = self.parts[node.key[0]]
        return Scope(Required(self, node, place), self.scope.run, self.scope, part.items.types)

    def _given(self, node: Node, place: Place) -> object:
        """A fact by the name of its input.

        Of an imported model it is looked for in contexts under the names of the imports, then with these before its
        name, then by its name alone.
        """
        inside: object = self.facts
        for alias in place:
            inside = entry_of(inside, plain(alias))[1] if isinstance(inside, Mapping) else None
        full = ".".join([*place, node.name])
        for facts, name in ((inside, node.name), (self.facts, full), (self.facts, node.name)):
            found, value = entry_of(facts, plain(name)) if isinstance(facts, Mapping) else (False, None)
            if found:
                return value
        return None

    def _function(self, node: Knowledge, place: Place) -> object:
        if node.make is None:
            return None
        return node.make(node.name, self._scope_of(node, place), result_of(meant(node.type)))

    def _service(self, node: Service, place: Place) -> Function:
        given = [self.node(key) for key in node.given]
        parameters = tuple(parameter_of(each) for each in given)

        def call(arguments: Sequence[object]) -> object:
            fitting = fit_all(parameters, arguments)
            values = {(place, key): value for key, value in zip(node.given, fitting, strict=True)}
            inner = Session(self.part, self.scope, {}, values)
            answers = {self.node(key).name: inner.value(key, place) for key in node.outputs}
            return next(iter(answers.values())) if len(answers) == 1 else answers

        return Function(node.name, parameters, call, by_name(parameters), result_of(meant(node.type)))


class Required:
    """What a node requires, by the names its expressions use; worked out when it is first asked for.

    What comes from an imported model stands in a context under the name of the import.
    """

    def __init__(self, session: Session, node: Node, place: Place) -> None:
        self._session = session
        self._place = place
        own = session.parts[node.key[0]]
        self._found: dict[str, list[Key]] = {}
        self._aliases = {plain(alias): alias for alias, _ in own.imports if alias}
        keys = (*node.requires, node.key) if isinstance(node, Knowledge) else node.requires
        for key in keys:
            alias = plain(own.alias_of(key[0])) if key[0] != node.key[0] else ""
            self._found.setdefault(alias or session.node(key).variable, []).append(key)

    def __getitem__(self, name: str) -> object:
        keys = self._found[name]
        if name not in self._aliases:
            return self._session.value(keys[0], self._place)
        place = (*self._place, self._aliases[name])
        return {self._session.node(key).variable: self._session.value(key, place) for key in keys}

    def __contains__(self, name: object) -> bool:
        return name in self._found
