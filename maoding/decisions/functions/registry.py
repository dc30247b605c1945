"""Registry: which built-in functions of FEEL are there, and what do they want to be given?

A function may be called in more than one way (``date("2021-06-30")``, ``date(2021, 6, 30)``); the first that the
arguments fit is taken. A null is an answer of null unless the parameter says otherwise.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import UnionType
from typing import TypeVar, get_args, get_type_hints

from maoding.decisions.faults import NoValue
from maoding.decisions.values import kinds
from maoding.decisions.values.days import Date
from maoding.decisions.values.durations import MonthsDuration
from maoding.decisions.values.functions import Function, Parameter, fit
from maoding.decisions.values.times import DateTime, Time
from maoding.decisions.values.types import ANYTHING, ContextType, ListType, RangeType, Type
from maoding.terms.language import say

NUMBER, TEXT, TRUTH = Type(kinds.NUMBER), Type(kinds.STRING), Type(kinds.BOOLEAN)
DAY, TIME, MOMENT = Type(kinds.DATE), Type(kinds.TIME), Type(kinds.DATE_AND_TIME)
DAYS, MONTHS = Type(kinds.DAYS_DURATION), Type(kinds.MONTHS_DURATION)
CONTEXT, RANGE, FUNCTION = ContextType(kinds.CONTEXT), RangeType(kinds.RANGE), Type(kinds.FUNCTION)
LIST, NUMBERS, TRUTHS = ListType(kinds.LIST), ListType(kinds.LIST, NUMBER), ListType(kinds.LIST, TRUTH)
TEXTS, LISTS, CONTEXTS = ListType(kinds.LIST, TEXT), ListType(kinds.LIST, LIST), ListType(kinds.LIST, CONTEXT)

RESULTS: dict[object, Type] = {
    Decimal: NUMBER,
    str: TEXT,
    bool: TRUTH,
    Date: DAY,
    Time: TIME,
    DateTime: MOMENT,
    MonthsDuration: MONTHS,
}


@dataclass(frozen=True)
class Wanted:
    """A parameter: its name, its type, whether it may be left out or be null."""

    name: str
    type: Type = ANYTHING
    optional: bool = False
    nullable: bool = False

    @property
    def parameter(self) -> Parameter:
        """The parameter as callers see it."""
        return Parameter(self.name, self.type)


@dataclass(frozen=True)
class Way:
    """One way to call a function; with `rest` the last parameter takes any number of arguments."""

    wanted: tuple[Wanted, ...]
    work: Callable[..., object]
    rest: bool = False

    def fitted(self, arguments: Sequence[object]) -> list[object]:
        """The arguments as the parameters have them.

        Raises:
            NoValue: they do not fit.
        """
        least = sum(not each.optional for each in self.wanted)
        if len(arguments) < least or (len(arguments) > len(self.wanted) and not self.rest):
            raise NoValue(say("要{wanted}个参数，给了{given}个", wanted=least, given=len(arguments)))
        more = (self.wanted[-1],) * (len(arguments) - len(self.wanted)) if self.wanted else ()
        pairs = zip((*self.wanted, *more), arguments, strict=False)
        return [_fitted(each, argument) for each, argument in pairs]

    def placed(self, named: dict[str, object]) -> list[object] | None:
        """Named arguments in their positions; None where the names do not fit."""
        names = [each.name for each in self.wanted]
        if not named.keys() <= set(names):
            return None
        missing = [each for each in self.wanted if each.name not in named]
        if any(not each.optional and not each.nullable for each in missing):
            return None
        last = max((number for number, name in enumerate(names) if name in named), default=-1)
        least = max(last + 1, sum(not each.optional for each in self.wanted))
        return [named.get(name) for name in names[:least]]


Work = TypeVar("Work", bound=Callable[..., object])
REGISTRY: dict[str, list[Way]] = {}


def built_in(name: str, *wanted: Wanted, rest: bool = False) -> Callable[[Work], Work]:
    """Register a way to call a function of FEEL."""

    def register(work: Work) -> Work:
        REGISTRY.setdefault(name, []).append(Way(wanted, work, rest))
        return work

    return register


def want(name: str, of: Type = ANYTHING) -> Wanted:
    """A parameter that must be given, and is not null."""
    return Wanted(name, of)


def may(name: str, of: Type = ANYTHING) -> Wanted:
    """A parameter that may be left out."""
    return Wanted(name, of, optional=True)


def nullable(name: str, of: Type = ANYTHING) -> Wanted:
    """A parameter that may be null."""
    return Wanted(name, of, nullable=True)


def made(registry: dict[str, list[Way]]) -> dict[str, Function]:
    """The functions to call, by their names."""
    return {name: function_of(name, ways) for name, ways in registry.items()}


def function_of(name: str, ways: list[Way]) -> Function:
    """One function with the ways to call it."""

    def call(arguments: Sequence[object]) -> object:
        reason = NoValue("")
        for way in ways:
            try:
                fitted = way.fitted(arguments)
            except NoValue as error:
                reason = error
            else:
                return way.work(*fitted)
        raise NoValue(say("{function}：{reason}", function=name, reason=reason))

    def bind(named: dict[str, object]) -> list[object]:
        for way in ways:
            placed = way.placed(named)
            if placed is not None:
                return placed
        told = "、".join(dict.fromkeys(_names(ways)))
        raise NoValue(say("{function}的参数名应当是：{names}", function=name, names=told))

    parameters = tuple(each.parameter for each in ways[0].wanted)
    results = {_result_of(way.work) for way in ways}
    result = results.pop() if len(results) == 1 else ANYTHING
    return Function(name, parameters, call, bind, result, native=True)


def _result_of(work: Callable[..., object]) -> Type:
    """The type of what a function gives, as its own annotation tells it."""
    told = get_type_hints(work).get("return")
    either = get_args(told) if isinstance(told, UnionType) else (told,)
    named = [each for each in either if each is not type(None)]
    return RESULTS.get(named[0], ANYTHING) if len(named) == 1 else ANYTHING


def _names(ways: list[Way]) -> Iterable[str]:
    return (each.name for way in ways for each in way.wanted)


def _fitted(wanted: Wanted, argument: object) -> object:
    fitting = fit(wanted.parameter, argument)
    if fitting is None and not wanted.nullable:
        raise NoValue(say("参数“{name}”是空值", name=wanted.name))
    return fitting
