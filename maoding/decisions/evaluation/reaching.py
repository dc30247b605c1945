"""Reaching: what do names, paths and filters come to?"""

from decimal import Decimal

from maoding.decisions.evaluation.properties import PROPERTIES
from maoding.decisions.evaluation.scope import Scope, entry_of
from maoding.decisions.faults import NoValue
from maoding.decisions.feel.names import plain
from maoding.decisions.phrases import (
    Comparison,
    Filter,
    InstanceOf,
    Junction,
    Passes,
    Path,
    Quantified,
    Within,
    names_in,
)
from maoding.decisions.syntax import Name
from maoding.decisions.values.kinds import called
from maoding.decisions.values.numbers import whole
from maoding.terms.language import say

ITEM = "item"
CONDITIONS = (Comparison, InstanceOf, Junction, Passes, Quantified, Within)  # never a position


def named(said: Name, scope: Scope) -> object:
    """What a name means here."""
    return scope.find(said.name)


def path(said: Path, scope: Scope) -> object:
    """An entry of a context, a property of a day, time, span or range; of a list, that of each element."""
    return reached(scope.value(said.of), said.name)


def reached(value: object, name: str) -> object:
    """What a value has under a name.

    Raises:
        NoValue: it has nothing of that name.
    """
    if value is None:
        return None
    if isinstance(value, list):
        return [_reached_or_null(each, name) for each in value]
    if isinstance(value, dict):
        found, entry = entry_of(value, plain(name))
        if not found:
            raise NoValue(say("上下文里没有“{name}”", name=name))
        return entry
    given = PROPERTIES.get((type(value), name))
    if given is None:
        raise NoValue(say("{kind}没有“{name}”", kind=called(value), name=name))
    return given(value)


def _reached_or_null(value: object, name: str) -> object:
    try:
        return reached(value, name)
    except NoValue:
        return None


def filtered(said: Filter, scope: Scope) -> object:
    """The element at a position (from 1, or from -1 at the end), or those for which the condition is true.

    What is no list is taken for a list of one.
    """
    of = scope.value(said.of)
    if of is None:
        return None
    elements = of if isinstance(of, list) else [of]
    position = (
        None if isinstance(said.by, CONDITIONS) or _asks_elements(said, elements) else scope.quietly(said.by)
    )
    if isinstance(position, Decimal):
        return _at(elements, position)
    return _for_which(elements, said, scope)


def _asks_elements(said: Filter, elements: list[object]) -> bool:
    """Whether what stands in brackets mentions an element or something an element has."""
    mentioned = names_in(said.by)
    return ITEM in mentioned or any(
        isinstance(each, dict) and mentioned & each.keys() for each in elements[:1]
    )


def _at(elements: list[object], position: Decimal) -> object:
    place = whole(position)
    if not place or abs(place) > len(elements):
        raise NoValue(say("列表有{count}项，没有第{place}项", count=len(elements), place=position))
    return elements[place - 1 if place > 0 else place]


def _for_which(elements: list[object], said: Filter, scope: Scope) -> list[object]:
    kept = []
    for element in elements:
        entries = {plain(key): each for key, each in element.items()} if isinstance(element, dict) else {}
        holds = scope.inner({ITEM: element, **entries}).value(said.by)
        if holds is not None and not isinstance(holds, bool):
            raise NoValue(say("筛选条件应是真假值，却是{kind}", kind=called(holds)))
        if holds:
            kept.append(element)
    return kept
