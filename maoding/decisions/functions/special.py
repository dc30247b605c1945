"""Special: what do the built-in functions give that need the moment, or the language itself?"""

import re
from collections.abc import Callable

from maoding.decisions.faults import NoValue, RuleError
from maoding.decisions.feel import parse_phrase
from maoding.decisions.functions.registry import TEXT, Way, function_of, want
from maoding.decisions.phrases import Call, Phrase, RangeSaid, Temporal
from maoding.decisions.syntax import Literal, Name, Negative
from maoding.decisions.values.comparing import less
from maoding.decisions.values.days import Date
from maoding.decisions.values.functions import Function
from maoding.decisions.values.ranges import Range
from maoding.decisions.values.times import DateTime
from maoding.terms.language import say

ENDS = re.compile(r"(?P<opening>[\[(\]])(?P<low>.*?)\.\.(?P<high>.*)(?P<closing>[\])\[])", re.DOTALL)
MAKERS = ("date", "time", "date and time", "duration")


def for_run(now: object, value_of: Callable[[Phrase], object]) -> dict[str, Function]:
    """The functions that belong to one evaluation: ``now``, ``today`` and ``range``."""

    def moment() -> DateTime:
        if not isinstance(now, DateTime):
            raise NoValue(say("没有给出当前时刻"))
        return now

    def day() -> Date:
        return moment().date

    def range_of(text: str) -> Range:
        return _range(text, value_of)

    ways = {
        "now": Way((), moment),
        "today": Way((), day),
        "range": Way((want("from", TEXT),), range_of),
    }
    return {name: function_of(name, [way]) for name, way in ways.items()}


def _range(text: str, value_of: Callable[[Phrase], object]) -> Range:
    """The range a text names: ``[1..10)``; one end may be left out."""
    found = ENDS.fullmatch(text.strip())
    ends = (found["low"].strip(), found["high"].strip()) if found else ("", "")
    if not found or ends == ("", ""):
        raise _no_range(text)
    low, high = (_end(each, text, value_of) if each else None for each in ends)
    included = found["opening"] == "[" and bool(ends[0]), found["closing"] == "]" and bool(ends[1])
    if low is None:
        return Range(
            None, high, start_included=False, end_included=included[1], sign="<=" if included[1] else "<"
        )
    if high is None:
        return Range(
            low, None, start_included=included[0], end_included=False, sign=">=" if included[0] else ">"
        )
    return _between(text, value_of)


def _between(text: str, value_of: Callable[[Phrase], object]) -> Range:
    said = _parsed(text, text)
    found = value_of(said) if isinstance(said, RangeSaid) else None
    if not isinstance(found, Range) or less(found.end, found.start):
        raise _no_range(text)
    return found


def _end(written: str, text: str, value_of: Callable[[Phrase], object]) -> object:
    said = _parsed(written, text)
    inner = said.of if isinstance(said, Negative) else said
    made = isinstance(inner, Call) and isinstance(inner.function, Name) and inner.function.name in MAKERS
    if not made and not isinstance(inner, Literal | Temporal):
        raise _no_range(text)
    value = value_of(said)
    if value is None:
        raise _no_range(text)
    return value


def _parsed(written: str, text: str) -> Phrase:
    try:
        return parse_phrase(written)
    except RuleError:
        raise _no_range(text) from None


def _no_range(text: str) -> NoValue:
    return NoValue(say("“{written}”不是区间", written=text))
