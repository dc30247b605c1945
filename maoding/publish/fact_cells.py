"""Fact cells: which value does a cell of anyone's rows state for an input of a model?

Cells come as a text (a sheet), or as what JSON and Parquet hold: numbers, yes and no, days, lists and contexts.
"""

import datetime as dt
import unicodedata
from collections.abc import Callable
from decimal import Decimal

from maoding.decisions.faults import NoValue
from maoding.decisions.functions.conversions import number_of_text
from maoding.decisions.values import kinds
from maoding.decisions.values.reading import date_in, moment_in, span_in, temporal_in, time_in
from maoding.decisions.values.types import Constrained, ContextType, ListType, Type, meant
from maoding.publish.rule_cells import BLANKS, NO, YES, UnfitError
from maoding.terms.language import say

READ: dict[str, Callable[[str], object]] = {
    kinds.DATE: date_in,
    kinds.TIME: time_in,
    kinds.DATE_AND_TIME: moment_in,
    kinds.DAYS_DURATION: span_in,
    kinds.MONTHS_DURATION: span_in,
}
MENDS = {
    kinds.NUMBER: "30.6",
    kinds.BOOLEAN: "true",
    kinds.DATE: "2021-06-30",
    kinds.TIME: "10:30:00",
    kinds.DATE_AND_TIME: "2021-06-30T10:30:00",
    kinds.DAYS_DURATION: "P3DT2H",
    kinds.MONTHS_DURATION: "P1Y6M",
}


def value_of(cell: object, of: Type) -> object:
    """The value a cell states for an input of a type; None if it is blank.

    Raises:
        UnfitError: the cell holds something else.
    """
    of = meant(of)
    of = meant(of.of) if isinstance(of, Constrained) else of
    if isinstance(cell, dict):
        entries = of.entries if isinstance(of, ContextType) else {}
        return {
            str(key): value_of(each, entries.get(str(key), Type(kinds.ANY))) for key, each in cell.items()
        }
    if isinstance(cell, list):
        inner = of.of if isinstance(of, ListType) else of
        return [value_of(each, inner) for each in cell]
    if isinstance(cell, str):
        return _of_text(cell, of)
    return _plain(cell)


def _plain(cell: object) -> object:
    if cell is None or isinstance(cell, bool):
        return cell
    if isinstance(cell, dt.date | dt.time):
        return temporal_in(cell.isoformat())
    number = Decimal(str(cell)) if isinstance(cell, int | float | Decimal) else None
    if number is None or not number.is_finite():
        raise UnfitError(say("“{cell}”不是一个数", cell=cell), say("请填一个阿拉伯数字，例如 30.6"))
    return number


def _of_text(cell: str, of: Type) -> object:
    text = unicodedata.normalize("NFKC", cell).strip()
    if of.name != kinds.STRING and text.lower() in BLANKS:
        return None
    if isinstance(of, ListType):
        return [_of_text(cell, of.of)]
    if of.name in (kinds.STRING, kinds.ANY):
        return _untyped(text) if of.name == kinds.ANY else cell.strip() or None
    found = _read(text, of.name)
    if found is None:
        reason = say("“{cell}”不是{kind}", cell=text, kind=say(kinds.CALLED.get(of.name, of.name)))
        raise UnfitError(reason, say("请照此填写：{example}", example=MENDS.get(of.name, "{…}")))
    return found


def _read(text: str, kind: str) -> object:
    try:
        if kind == kinds.NUMBER:
            return number_of_text(text)
        if kind == kinds.BOOLEAN:
            return True if text.lower() in YES else False if text.lower() in NO else None
        return READ[kind](text) if kind in READ else None
    except NoValue:
        return None


def _untyped(text: str) -> object:
    """A cell of an input that states no type: a number or yes and no where it looks like one."""
    for kind in (kinds.NUMBER, kinds.DATE):
        found = _read(text, kind)
        if found is not None:
            return found
    return {"true": True, "false": False}.get(text.lower(), text)
