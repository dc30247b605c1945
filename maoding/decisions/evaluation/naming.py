"""Naming: which type does a type that was written down mean?"""

from maoding.decisions.evaluation.scope import Scope
from maoding.decisions.faults import NoValue
from maoding.decisions.phrases import TypeSaid
from maoding.decisions.values import kinds
from maoding.decisions.values.types import ANYTHING, ContextType, FunctionType, ListType, RangeType, Type
from maoding.terms.language import say

SIMPLE = (
    kinds.NUMBER,
    kinds.STRING,
    kinds.BOOLEAN,
    kinds.DATE,
    kinds.TIME,
    kinds.DATE_AND_TIME,
    kinds.DAYS_DURATION,
    kinds.MONTHS_DURATION,
    kinds.ANY,
    kinds.NULL,
)
PLAIN: dict[str, Type] = {name: Type(name) for name in SIMPLE} | {
    kinds.LIST: ListType(kinds.LIST),
    kinds.CONTEXT: ContextType(kinds.CONTEXT),
    kinds.RANGE: RangeType(kinds.RANGE),
    kinds.FUNCTION: Type(kinds.FUNCTION),
    # Names of XML Schema that older models use.
    "dateTime": Type(kinds.DATE_AND_TIME),
    "dayTimeDuration": Type(kinds.DAYS_DURATION),
    "yearMonthDuration": Type(kinds.MONTHS_DURATION),
}


def type_of(said: TypeSaid, scope: Scope) -> Type:
    """The type of that name, with what it is a list, context, range or function of.

    Raises:
        NoValue: there is no such type.
    """
    of = tuple(type_of(each, scope) for each in said.of)
    if said.name == kinds.FUNCTION and (of or said.result):
        return FunctionType(kinds.FUNCTION, of, type_of(said.result, scope) if said.result else ANYTHING)
    if of:
        return _made_of(said, of)
    found = scope.types.get(said.name) or PLAIN.get(said.name)
    if found is None:
        raise NoValue(say("没有名为“{name}”的类型", name=said.name))
    return found


def _made_of(said: TypeSaid, of: tuple[Type, ...]) -> Type:
    if said.name == kinds.CONTEXT and all(said.entries):
        return ContextType(kinds.CONTEXT, dict(zip(said.entries, of, strict=True)))
    if said.name in (kinds.LIST, kinds.RANGE) and len(of) == 1:
        return ListType(kinds.LIST, of[0]) if said.name == kinds.LIST else RangeType(kinds.RANGE, of[0])
    raise NoValue(say("没有名为“{name}”的类型", name=f"{said.name}<…>"))
