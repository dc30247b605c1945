"""Phrases: what can be said in FEEL beyond the numbers, texts and comparisons of `syntax`?

A phrase is anything FEEL can say; an `Expression` of `syntax` is one that columns can be worked out from as well.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields

from maoding.decisions.faults import At
from maoding.decisions.syntax import Arithmetic, Compare, Expression, Floor, Literal, Name, Negative


@dataclass(frozen=True)
class Null:
    """``null``."""

    at: At = field(compare=False)


@dataclass(frozen=True)
class Temporal:
    """A day, time, moment or span written ``@"…"``."""

    text: str
    at: At = field(compare=False)


@dataclass(frozen=True)
class Comparison:
    """``left sign right`` with ``= != < <= > >=``."""

    sign: str
    left: "Phrase"
    right: "Phrase"
    at: At = field(compare=False)


@dataclass(frozen=True)
class Within:
    """``value between low and high``."""

    value: "Phrase"
    low: "Phrase"
    high: "Phrase"
    at: At = field(compare=False)


@dataclass(frozen=True)
class Passes:
    """``value in (test, test)``."""

    value: "Phrase"
    tests: "tuple[CellTest, ...]"
    at: At = field(compare=False)


@dataclass(frozen=True)
class Junction:
    """Parts joined by ``and`` or by ``or``."""

    word: str
    parts: "tuple[Phrase, ...]"
    at: At = field(compare=False)


@dataclass(frozen=True)
class TypeSaid:
    """A type as written: ``number``, ``list<string>``, ``context<a: number>``, ``function<date> -> Any``."""

    name: str
    of: "tuple[TypeSaid, ...]" = ()
    entries: tuple[str, ...] = ()
    result: "TypeSaid | None" = None
    at: At = field(compare=False, default=At(1, 1))


@dataclass(frozen=True)
class InstanceOf:
    """``value instance of type``."""

    value: "Phrase"
    type: TypeSaid
    at: At = field(compare=False)


@dataclass(frozen=True)
class If:
    """``if condition then this else other``."""

    condition: "Phrase"
    this: "Phrase"
    other: "Phrase"
    at: At = field(compare=False)


@dataclass(frozen=True)
class Iteration:
    """``name in items``, or ``name in items..to``."""

    name: str
    items: "Phrase"
    to: "Phrase | None"
    at: At = field(compare=False)


@dataclass(frozen=True)
class For:
    """``for name in items return result``."""

    iterations: tuple[Iteration, ...]
    result: "Phrase"
    at: At = field(compare=False)


@dataclass(frozen=True)
class Quantified:
    """``some name in items satisfies condition``, or ``every …``."""

    word: str
    iterations: tuple[Iteration, ...]
    condition: "Phrase"
    at: At = field(compare=False)


@dataclass(frozen=True)
class Filter:
    """``of[by]``."""

    of: "Phrase"
    by: "Phrase"
    at: At = field(compare=False)


@dataclass(frozen=True)
class Path:
    """``of.name``."""

    of: "Phrase"
    name: str
    at: At = field(compare=False)


@dataclass(frozen=True)
class Call:
    """``function(a, b)``, or with names ``function(x: a, y: b)``."""

    function: "Phrase"
    arguments: "tuple[Phrase, ...]"
    names: tuple[str, ...]
    at: At = field(compare=False)


@dataclass(frozen=True)
class ParameterSaid:
    """A parameter of a function as written."""

    name: str
    type: TypeSaid | None
    at: At = field(compare=False)


@dataclass(frozen=True)
class FunctionSaid:
    """``function(a, b) body``; one that is `external` is written in another language."""

    parameters: tuple[ParameterSaid, ...]
    body: "Phrase"
    external: bool
    at: At = field(compare=False)


@dataclass(frozen=True)
class ListSaid:
    """``[a, b]``."""

    items: "tuple[Phrase, ...]"
    at: At = field(compare=False)


@dataclass(frozen=True)
class ContextSaid:
    """``{key: value}``."""

    entries: "tuple[EntrySaid, ...]"
    at: At = field(compare=False)


@dataclass(frozen=True)
class EntrySaid:
    """One entry of a context."""

    key: str
    value: "Phrase"
    at: At = field(compare=False)


@dataclass(frozen=True)
class RangeSaid:
    """``[low..high]``, with either end counted in or not."""

    low: "Phrase"
    high: "Phrase"
    low_included: bool
    high_included: bool
    at: At = field(compare=False)


@dataclass(frozen=True)
class OneSided:
    """``(< end)`` and its like."""

    sign: str
    end: "Phrase"
    at: At = field(compare=False)


@dataclass(frozen=True)
class Fits:
    """A bare phrase as a test: equal to it, one of it, inside of it, or true where it asks about ``?``."""

    phrase: "Phrase"
    asks: bool


CellTest = Compare | Fits
Phrase = (
    Expression
    | Null
    | Temporal
    | Comparison
    | Within
    | Passes
    | Junction
    | InstanceOf
    | If
    | For
    | Quantified
    | Filter
    | Path
    | Call
    | FunctionSaid
    | ListSaid
    | ContextSaid
    | RangeSaid
    | OneSided
)
COLUMNAR = (Literal, Name, Negative, Floor, Arithmetic)


def inside(said: object) -> Iterator[object]:
    """The parts a phrase is directly made of."""
    for each in fields(said):  # type: ignore[arg-type]  # whatever was parsed is a dataclass
        value = getattr(said, each.name)
        if isinstance(value, tuple):
            yield from value
        else:
            yield value


def names_in(said: object) -> set[str]:
    """Every name a phrase mentions."""
    found, waiting = set[str](), [said]
    while waiting:
        each = waiting.pop()
        if isinstance(each, Name):
            found.add(each.name)
        if hasattr(each, "__dataclass_fields__"):
            waiting += inside(each)
    return found


def depth_of(said: object) -> int:
    """How many levels deep a phrase is nested."""
    deepest, waiting = 0, [(said, 1)]
    while waiting:
        each, level = waiting.pop()
        deepest = max(deepest, level)
        waiting += [(part, level + 1) for part in inside(each) if hasattr(part, "__dataclass_fields__")]
    return deepest
