"""Matching: where does a pattern find itself in a text, and with which groups?

The machine goes through the steps of a pattern's program and back to its last choice where it is stuck, counting every
step, so that no pattern keeps it busy for ever.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from maoding.decisions.faults import LimitError, NoValue
from maoding.decisions.patterns.letters import Class, one_of, variants
from maoding.decisions.patterns.program import (
    BACK,
    CHOICE,
    END,
    JUMP,
    LETTER,
    MARK,
    ONWARD,
    SAVE,
    START,
    Program,
    Step,
)
from maoding.terms.language import say

MOST_STEPS = 1_000_000
FLAGS = "smixq"
SPECIAL = r".\?*+{}()|[]^$"


@dataclass(frozen=True)
class Found:
    """One place where the pattern was found: from, to (not counted in), and the texts of its groups, whole first."""

    start: int
    end: int
    groups: tuple[str, ...]


@dataclass(frozen=True)
class Pattern:
    """A pattern ready to be looked for, with its flags."""

    steps: tuple[Step, ...]
    groups: int
    flags: str

    def all_in(self, text: str) -> Iterator[Found]:
        """Every place, one after another, where the pattern is found.

        Raises:
            LimitError: it takes too many steps to find out.
        """
        machine, start = _Machine(self, text), 0
        while start <= len(text):
            found = machine.match(start)
            if found is None:
                start += 1
            else:
                yield found
                start = max(found.end, start + 1)

    def is_in(self, text: str) -> bool:
        """Whether the pattern is found anywhere."""
        return next(self.all_in(text), None) is not None

    @property
    def matches_nothing(self) -> bool:
        """Whether a text without letters is enough for the pattern."""
        return self.is_in("")


@lru_cache(maxsize=512)
def pattern_of(written: str, flags: str = "") -> Pattern:
    """The pattern with its flags: ``s m i x q`` of XPath.

    Raises:
        NoValue: it is no pattern, or there is no such flag.
    """
    if not set(flags) <= set(FLAGS):
        raise NoValue(say("没有“{flags}”这样的正则式选项，可用的有 s m i x q", flags=flags))
    if "q" in flags:
        written = "".join(f"\\{letter}" if letter in SPECIAL else letter for letter in written)
    elif "x" in flags:
        written = _without_blanks(written)
    lines = Class((one_of("\n\r"),), negated=True, less=None)
    program = Program(written, Class((), negated=True, less=None) if "s" in flags else lines)
    return Pattern(tuple(program.steps), program.groups, flags)


def _without_blanks(written: str) -> str:
    """The pattern without blanks, but those in brackets."""
    kept, depth, escaped = "", 0, False
    for letter in written:
        if not escaped:
            depth += (letter == "[") - (letter == "]")
        if depth or letter not in " \t\n\r":
            kept += letter
        escaped = letter == "\\" and not escaped
    return kept


State = tuple[int, int, dict[int, int]]


class _Machine:
    """Tries a pattern at positions of one text."""

    def __init__(self, pattern: Pattern, text: str) -> None:
        self.pattern = pattern
        self.text = text
        self.any_case = "i" in pattern.flags
        self.lines = "m" in pattern.flags
        self.spent = 0

    def match(self, start: int) -> Found | None:
        """The match that begins at a position, the first choices first."""
        waiting: list[State] = [(0, start, {})]
        while waiting:
            end = self._follow(waiting)
            if end is not None:
                return self._found(start, *end)
        return None

    def _follow(self, waiting: list[State]) -> tuple[int, dict[int, int]] | None:
        """Go on from the last state left waiting until the end of the program or until stuck."""
        at, position, kept = waiting.pop()
        while at < len(self.pattern.steps):
            self.spent += 1
            if self.spent > MOST_STEPS:
                reason = say("正则式匹配超过{most}步", most=MOST_STEPS)
                raise LimitError(reason, say("请改写正则式，避免重复里再套重复"))
            step = self.pattern.steps[at]
            if step.do == CHOICE:
                waiting.append((step.second, position, kept))
                at = step.first
            elif step.do == JUMP:
                at = step.first
            elif step.do in (SAVE, MARK):
                kept = kept | {step.number if step.do == SAVE else -step.number: position}
                at += 1
            else:
                length = self._length(step, position, kept)
                if length is None:
                    return None
                at, position = at + 1, position + length
        return position, kept

    def _length(self, step: Step, position: int, kept: dict[int, int]) -> int | None:
        """How many letters a step takes up; None where it does not fit."""
        if step.do == LETTER:
            return self._one_letter(step, position)
        if step.do == BACK:
            return self._repeat(step.number, position, kept)
        fits = self._stands(step, position, kept)
        return 0 if fits else None

    def _one_letter(self, step: Step, position: int) -> int | None:
        if position == len(self.text) or step.letters is None:
            return None
        return 1 if step.letters.holds(self.text[position], any_case=self.any_case) else None

    def _stands(self, step: Step, position: int, kept: dict[int, int]) -> bool:
        if step.do == ONWARD:
            return position > kept[-step.number]
        if step.do == START:
            return position == 0 or (
                self.lines and self.text[position - 1] == "\n" and position < len(self.text)
            )
        return position == len(self.text) or (self.lines and step.do == END and self.text[position] == "\n")

    def _repeat(self, group: int, position: int, kept: dict[int, int]) -> int | None:
        said = self._group(group, kept)
        there = self.text[position : position + len(said)]
        same = len(there) == len(said) and all(map(self._alike, said, there))
        return len(said) if same else None

    def _alike(self, one: str, other: str) -> bool:
        return one == other or (self.any_case and other in variants(one))

    def _group(self, group: int, kept: dict[int, int]) -> str:
        if 2 * group + 1 not in kept:
            return ""
        return self.text[kept[2 * group] : kept[2 * group + 1]]

    def _found(self, start: int, end: int, kept: dict[int, int]) -> Found:
        groups = (self._group(number, kept) for number in range(1, self.pattern.groups + 1))
        return Found(start, end, (self.text[start:end], *groups))
