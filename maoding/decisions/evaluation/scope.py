"""Scope: which names mean what where an expression stands, and how much work may be spent on it?

`Scope.value` works out a phrase. What cannot be worked out is null, as FEEL has it, and the reason is noted; only the
limits, which keep an expression from running on for ever, end the whole evaluation.
"""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from maoding.decisions.faults import At, LimitError, NoValue
from maoding.decisions.feel.names import plain
from maoding.decisions.values.types import Type
from maoding.terms.language import say

MOST_STEPS, DEEPEST, MOST_NOTES = 1_000_000, 1_000, 100
PARTS_A_STEP = 16  # of a list or context, when it is handled as a whole
FRAMES = 12_000  # Python calls that DEEPEST levels of FEEL need, with room to spare


@dataclass(frozen=True)
class Note:
    """Why something came to null, and where in its expression it stands."""

    reason: str
    at: At


@dataclass
class Run:
    """One evaluation: how to work out each kind of phrase, and what has been spent and noted so far.

    `now` is the moment that ``now()`` and ``today()`` tell; where there is none they have no value. `fired` is, for
    each decision table asked, where it stands and which of its rules matched.
    """

    ways: Mapping[type, Callable[[Any, "Scope"], object]]
    now: object = None
    notes: list[Note] = field(default_factory=list)
    fired: list[tuple[At, tuple[int, ...]]] = field(default_factory=list)
    steps: int = 0
    depth: int = 0
    quiet: bool = False

    def note(self, reason: str, at: At) -> None:
        """Remember why something has no value; the first reasons are enough."""
        if not self.quiet and len(self.notes) < MOST_NOTES:
            self.notes.append(Note(reason, at))

    def spend(self, steps: int, at: At) -> None:
        """Count work done.

        Raises:
            LimitError: it has been too much.
        """
        self.steps += steps
        if self.steps > MOST_STEPS or self.depth > DEEPEST:
            raise beyond(at, deep=self.depth > DEEPEST)


def beyond(at: At | None, *, deep: bool) -> LimitError:
    """The fault that an evaluation was given up."""
    if deep:
        reason = say("计算套了超过{most}层，可能没有尽头", most=DEEPEST)
    else:
        reason = say("计算超过{most}步，可能没有尽头", most=MOST_STEPS)
    return LimitError(reason, say("请检查循环和自己调用自己的函数"), at=at)


class Known(Protocol):
    """Names that mean something, worked out when they are asked for or before."""

    def __contains__(self, name: object, /) -> bool: ...

    def __getitem__(self, name: str, /) -> object: ...


class Scope:
    """Names and their values; what is not found here is looked for further out."""

    __slots__ = ("outer", "run", "types", "values")

    def __init__(
        self,
        values: Known,
        run: Run,
        outer: "Scope | None" = None,
        types: Mapping[str, Type] | None = None,
    ) -> None:
        self.values = values
        self.run = run
        self.outer = outer
        self.types: Mapping[str, Type] = types if types is not None else (outer.types if outer else {})

    def inner(self, values: Known) -> "Scope":
        """The scope inside of this one where these names mean something besides."""
        return Scope(values, self.run, self)

    def find(self, name: str) -> object:
        """What a name means.

        Raises:
            NoValue: nothing of that name is known.
        """
        scope: Scope | None = self
        while scope is not None:
            if name in scope.values:
                return scope.values[name]
            scope = scope.outer
        raise NoValue(say("没有名为“{name}”的值", name=name))

    def value(self, phrase: Any) -> object:
        """What a phrase comes to; null where it cannot be worked out, with the reason noted.

        Raises:
            LimitError: it takes too many steps or is nested too deeply.
        """
        run = self.run
        run.depth += 1
        run.spend(1, phrase.at)
        try:
            return run.ways[type(phrase)](phrase, self)
        except NoValue as error:
            run.note(str(error), phrase.at)
            return None
        finally:
            run.depth -= 1

    def quietly(self, phrase: Any) -> object:
        """What a phrase comes to, without noting why it comes to nothing."""
        before, self.run.quiet = self.run.quiet, True
        try:
            return self.value(phrase)
        finally:
            self.run.quiet = before


def entry_of(context: Mapping[str, object], name: str) -> tuple[bool, object]:
    """Whether a context has an entry, and its value; the blanks in names do not count."""
    if name in context:
        return True, context[name]
    for key, value in context.items():
        if plain(key) == name:
            return True, value
    return False, None


def make_room() -> None:
    """Let Python call as deep as `DEEPEST` levels of FEEL need."""
    sys.setrecursionlimit(max(sys.getrecursionlimit(), FRAMES))
