"""Boxed: which logic do the boxed expressions of a model stand for?"""

from collections.abc import Callable, Sequence

from maoding.decisions.evaluation.calls import invoked
from maoding.decisions.evaluation.loops import PARTIAL, items_of_range
from maoding.decisions.evaluation.reaching import ITEM
from maoding.decisions.evaluation.scope import Scope
from maoding.decisions.faults import NoValue, RuleError
from maoding.decisions.feel.names import plain
from maoding.decisions.kleene import every, some
from maoding.decisions.models.logic import Logic, Workshop, attempt, nothing, typed
from maoding.decisions.models.tables import table_logic
from maoding.decisions.models.xml import Element
from maoding.decisions.values.functions import Function, Parameter, by_name, fit_all
from maoding.decisions.values.kinds import called
from maoding.decisions.values.ranges import Range
from maoding.decisions.values.types import ANYTHING, Type
from maoding.terms.language import say


def logic_in(element: Element | None, shop: Workshop) -> Logic:
    """The logic of the expression that stands in an element; of none, null."""
    child = element.first(*BOXES) if element is not None else None
    return logic_of(child, shop) if child is not None else nothing


def logic_of(box: Element, shop: Workshop) -> Logic:
    """The logic of a boxed expression."""
    return BOXES[box.name](box, shop)


def _literal(box: Element, shop: Workshop) -> Logic:
    if box.first("importedValues") is not None:
        return shop.broken(RuleError(say("不读取引入的值"), say("请改写成 FEEL 表达式")), box.at)
    return shop.phrase(box)


def _context(box: Element, shop: Workshop) -> Logic:
    """Entries one after another, each at hand for those below; a last one without name is the result."""
    entries: list[tuple[str, Logic, Element]] = []
    for entry in box.all("contextEntry"):
        variable = entry.first("variable")
        name = variable.get("name") if variable is not None else ""
        with shop.at(say("“{name}”", name=name or say("结果"))):
            logic = logic_in(entry, shop)
            if variable is not None:
                logic = typed(logic, shop.type(variable.get("typeRef"), variable.at), variable.at)
        entries.append((name, logic, entry))

    def context(scope: Scope) -> object:
        told: dict[str, object] = {}
        known: dict[str, object] = {}
        inner = scope.inner(known)
        for name, logic, entry in entries:
            value = attempt(logic, inner, entry.at)
            if not name:
                return value
            told[name] = known[plain(name)] = value
        return told

    return context


def _list(box: Element, shop: Workshop) -> Logic:
    items = [(logic_of(each, shop), each) for each in box.all(*BOXES)]
    return lambda scope: [attempt(logic, scope, each.at) for logic, each in items]


def _relation(box: Element, shop: Workshop) -> Logic:
    """A list of contexts, one a row, with an entry for each column."""
    columns = [each.get("name") for each in box.all("column")]
    rows = [[(logic_of(each, shop), each) for each in row.all(*BOXES)] for row in box.all("row")]

    def relation(scope: Scope) -> object:
        return [
            {name: attempt(logic, scope, each.at) for name, (logic, each) in zip(columns, row, strict=False)}
            for row in rows
        ]

    return relation


def parameters_of(box: Element, shop: Workshop) -> tuple[Parameter, ...]:
    """The formal parameters of a function."""
    return tuple(
        Parameter(plain(each.get("name")), shop.type(each.get("typeRef"), each.at))
        for each in box.all("formalParameter")
    )


def _function(box: Element, shop: Workshop) -> Logic:
    make = function_maker(box, shop)
    return lambda scope: make("", scope, ANYTHING)


def function_maker(box: Element, shop: Workshop) -> Callable[[str, Scope, Type], Function]:
    """How to make the function of a definition where it stands; one in another language has no answer."""
    given = parameters_of(box, shop)
    body = logic_in(box, shop)
    if box.get("kind") not in ("", "FEEL"):
        body = _external

    def make(name: str, scope: Scope, result: Type) -> Function:
        def call(arguments: Sequence[object]) -> object:
            fitted = fit_all(given, arguments)
            values = {each.name: value for each, value in zip(given, fitted, strict=True)}
            return body(scope.inner(values))

        return Function(name, given, call, by_name(given), result)

    return make


def _external(_scope: Scope) -> object:
    raise NoValue(say("不运行外部（Java、PMML）函数"))


def _invocation(box: Element, shop: Workshop) -> Logic:
    """A call with named arguments; those not bound are null."""
    called_ = logic_in(box, shop)
    bindings = []
    for binding in box.all("binding"):
        parameter = binding.first("parameter")
        name = plain(parameter.get("name")) if parameter is not None else ""
        bindings.append((name, logic_in(binding, shop), binding))

    def invocation(scope: Scope) -> object:
        function = called_(scope)
        if not isinstance(function, Function):
            raise NoValue(say("这里要调用函数，却是{kind}", kind=called(function)))
        given = {name: attempt(logic, scope, binding.at) for name, logic, binding in bindings}
        if not function.native:
            given = {each.name: None for each in function.parameters} | given
        return invoked(function, function.bind(given))

    return invocation


def _conditional(box: Element, shop: Workshop) -> Logic:
    condition, this, other = (logic_in(box.first(part), shop) for part in ("if", "then", "else"))

    def conditional(scope: Scope) -> object:
        return (this if attempt(condition, scope, box.at) is True else other)(scope)

    return conditional


def _filter(box: Element, shop: Workshop) -> Logic:
    elements_in, match = logic_in(box.first("in"), shop), logic_in(box.first("match"), shop)

    def filtered(scope: Scope) -> object:
        of = elements_in(scope)
        if of is None:
            return None
        kept = []
        for each in of if isinstance(of, list) else [of]:
            entries = {plain(key): value for key, value in each.items()} if isinstance(each, dict) else {}
            holds = match(scope.inner({ITEM: each, **entries}))
            if holds is not None and not isinstance(holds, bool):
                raise NoValue(say("筛选条件应是真假值，却是{kind}", kind=called(holds)))
            if holds:
                kept.append(each)
        return kept

    return filtered


def _for(box: Element, shop: Workshop) -> Logic:
    name, elements_in = plain(box.get("iteratorVariable")), logic_in(box.first("in"), shop)
    result = logic_in(box.first("return"), shop)

    def for_each(scope: Scope) -> object:
        results: list[object] = []
        for each in _elements(elements_in(scope)):
            scope.run.spend(1, box.at)
            inner = scope.inner({name: each, PARTIAL: list(results)})
            results.append(attempt(result, inner, box.at))
        return results

    return for_each


def _quantified(box: Element, shop: Workshop) -> Logic:
    name, elements_in = plain(box.get("iteratorVariable")), logic_in(box.first("in"), shop)
    condition = logic_in(box.first("satisfies"), shop)

    def quantified(scope: Scope) -> object:
        truths = [
            attempt(condition, scope.inner({name: each}), box.at) for each in _elements(elements_in(scope))
        ]
        known = [truth if isinstance(truth, bool) else None for truth in truths]
        return (some if box.name == "some" else every)(known)

    return quantified


def _elements(of: object) -> list[object]:
    """What an iterator goes through."""
    if of is None:
        raise NoValue(say("没有可以循环的内容"))
    if isinstance(of, Range):
        return list(items_of_range(of))
    return list(of) if isinstance(of, list) else [of]


BOXES: dict[str, Callable[[Element, Workshop], Logic]] = {
    "literalExpression": _literal,
    "context": _context,
    "decisionTable": table_logic,
    "invocation": _invocation,
    "list": _list,
    "relation": _relation,
    "functionDefinition": _function,
    "conditional": _conditional,
    "filter": _filter,
    "for": _for,
    "some": _quantified,
    "every": _quantified,
}
