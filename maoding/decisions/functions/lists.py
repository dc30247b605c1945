"""Lists: what do FEEL's functions of lists give, element by element?"""

from collections.abc import Callable
from decimal import Decimal
from functools import cmp_to_key

from maoding.decisions.faults import NoValue
from maoding.decisions.functions.numeric import truncated
from maoding.decisions.functions.registry import FUNCTION, LIST, NUMBER, built_in, nullable, want
from maoding.decisions.values.comparing import equal, key_of
from maoding.decisions.values.functions import Function
from maoding.decisions.values.sizes import size_of
from maoding.terms.language import say

Items = list[object]


def place_in(items: Items, position: Decimal, *, beyond: int = 0) -> int:
    """Where a position (from 1, or from -1 at the end) is, counted from 0.

    Raises:
        NoValue: there is no such position; `beyond` is how far past the end one may be.
    """
    place = truncated(position)
    if not place or place > len(items) + beyond or -place > len(items):
        raise NoValue(say("列表有{count}项，没有第{place}项", count=len(items), place=place))
    return place - 1 if place > 0 else len(items) + place


@built_in("list contains", want("list", LIST), nullable("element"))
def list_contains(items: Items, element: object) -> bool:
    """Whether an element is in the list."""
    return any(equal(each, element) for each in items)


@built_in("count", want("list", LIST))
def count(items: Items) -> Decimal:
    """How many elements there are."""
    return Decimal(len(items))


@built_in("sublist", want("list", LIST), want("start position", NUMBER))
@built_in("sublist", want("list", LIST), want("start position", NUMBER), want("length", NUMBER))
def sublist(items: Items, start: Decimal, length: Decimal | None = None) -> Items:
    """So many elements from a position."""
    first = place_in(items, start)
    if length is None:
        return items[first:]
    size = truncated(length)
    if size < 0 or first + size > len(items):
        raise NoValue(say("列表从这里起没有{count}项", count=size))
    return items[first : first + size]


@built_in("append", want("list", LIST), nullable("item"), rest=True)
def append(items: Items, *more: object) -> Items:
    """The list with items at its end."""
    return [*items, *more]


@built_in("concatenate", want("list", LIST), rest=True)
def concatenate(*lists: Items) -> Items:
    """Lists one after another."""
    return [each for items in lists for each in items]


@built_in("insert before", want("list", LIST), want("position", NUMBER), nullable("newItem"))
def insert_before(items: Items, position: Decimal, new: object) -> Items:
    """The list with an item put in before a position."""
    place = place_in(items, position)
    return [*items[:place], new, *items[place:]]


@built_in("remove", want("list", LIST), want("position", NUMBER))
def remove(items: Items, position: Decimal) -> Items:
    """The list without the item at a position."""
    place = place_in(items, position)
    return [*items[:place], *items[place + 1 :]]


@built_in("list replace", want("list", LIST), want("position", NUMBER), nullable("newItem"))
def replace_at(items: Items, position: Decimal, new: object) -> Items:
    """The list with another item at a position."""
    place = place_in(items, position)
    return [*items[:place], new, *items[place + 1 :]]


@built_in("list replace", want("list", LIST), want("match", FUNCTION), nullable("newItem"))
def replace_where(items: Items, match: Function, new: object) -> Items:
    """The list with another item wherever a function of the old and the new item says so."""
    truths = [match.call([each, new]) for each in items]
    if not all(isinstance(truth, bool) for truth in truths):
        raise NoValue(say("比较函数应给出真假值"))
    return [new if truth else each for each, truth in zip(items, truths, strict=True)]


@built_in("reverse", want("list", LIST))
def reverse(items: Items) -> Items:
    """The list from its end."""
    return items[::-1]


@built_in("index of", want("list", LIST), nullable("match"))
def index_of(items: Items, match: object) -> Items:
    """Every position, from 1, at which an element stands."""
    return [Decimal(place) for place, each in enumerate(items, 1) if equal(each, match)]


@built_in("distinct values", want("list", LIST))
def distinct_values(items: Items) -> Items:
    """The list without what came before in it."""
    first: dict[object, object] = {}
    for each in items:
        first.setdefault(key_of(each), each)
    return list(first.values())


@built_in("union", want("list", LIST), rest=True)
def union(*lists: Items) -> Items:
    """What is in any of the lists, once."""
    return distinct_values(concatenate(*lists))


@built_in("flatten", want("list", LIST))
def flatten(items: Items) -> Items:
    """The list with the elements of the lists in it, and of those in them, instead of these."""
    size_of(items)
    flat: Items = []
    waiting = items[::-1]
    while waiting:
        each = waiting.pop()
        if isinstance(each, list):
            waiting += each[::-1]
        else:
            flat.append(each)
    return flat


@built_in("sort", want("list", LIST), want("precedes", FUNCTION))
def sort(items: Items, precedes: Function) -> Items:
    """The list in the order a function of two elements gives."""

    def order(one: object, other: object) -> int:
        if _says(precedes.call, one, other):
            return -1
        return int(_says(precedes.call, other, one))

    return sorted(items, key=cmp_to_key(order))


def _says(precedes: Callable[[Items], object], one: object, other: object) -> bool:
    truth = precedes([one, other])
    if not isinstance(truth, bool):
        raise NoValue(say("比较函数应给出真假值"))
    return truth
