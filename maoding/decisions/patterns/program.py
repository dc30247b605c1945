"""Program: which steps does it take to find what a pattern describes?

A pattern becomes a list of steps for a machine that tries, and goes back to where it had a choice.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from lark import Lark, Token, Tree
from lark.exceptions import LarkError

from maoding.decisions.faults import NoValue
from maoding.decisions.patterns.letters import Class, Member, between, category, escaped, one_of
from maoding.terms.language import say

MOST_STEPS = 20_000
LETTER, CHOICE, JUMP, SAVE, BACK, START, END, MARK, ONWARD = range(9)

Node = Any


@dataclass
class Step:
    """One step: what to do, with which letters or number, and where to go on (first, or if that leads nowhere)."""

    do: int
    letters: Class | None = None
    number: int = 0
    first: int = 0
    second: int = 0


@cache
def _grammar() -> Lark:
    text = resources.files(__package__).joinpath("patterns.lark").read_text(encoding="utf-8")
    return Lark(text, parser="lalr")


class Program:
    """The steps of one pattern, and how many groups it counts."""

    def __init__(self, pattern: str, any_letter: Class) -> None:
        self.steps: list[Step] = []
        self.groups = 0
        self.loops = 0
        self._open: list[int] = []
        self._dot = any_letter
        try:
            tree = _grammar().parse(pattern)
        except LarkError:
            raise NoValue(say("看不懂正则式“{pattern}”", pattern=pattern)) from None
        self._alternatives(tree.children[0])

    def _add(self, step: Step) -> int:
        if len(self.steps) >= MOST_STEPS:
            raise NoValue(say("正则式太大"))
        self.steps.append(step)
        return len(self.steps) - 1

    def _letters(self, *members: Member) -> None:
        self._add(Step(LETTER, Class(members, negated=False, less=None)))

    def _emit(self, node: Node) -> None:
        way: Callable[[Node], None] = getattr(self, f"_{node.data}")
        way(node)

    def _alternatives(self, node: Node) -> None:
        *earlier, last = node.children
        ends = []
        for each in earlier:
            choice = self._add(Step(CHOICE, first=len(self.steps) + 1))
            self._emit(each)
            ends.append(self._add(Step(JUMP)))
            self.steps[choice].second = len(self.steps)
        self._emit(last)
        for end in ends:
            self.steps[end].first = len(self.steps)

    def _sequence(self, node: Node) -> None:
        for each in node.children:
            self._emit(each)

    def _repeated(self, node: Node) -> None:
        atom, quantifier = node.children
        least, most, lazy = _counts(str(quantifier))
        before = self.groups
        for _ in range(least):
            self._again(atom, before)
        if most is None:
            self._loop(atom, before, lazy=lazy)
        for _ in range((most or 0) - least):
            choice = self._add(Step(CHOICE))
            self._again(atom, before)
            self._turn(choice, lazy=lazy)
        self.groups = before + sum(1 for each in atom.iter_subtrees() if each.data == "group")

    def _again(self, atom: Node, groups: int) -> None:
        """One more copy of a part, whose groups bear the same numbers."""
        self.groups = groups
        self._emit(atom)

    def _loop(self, atom: Node, groups: int, *, lazy: bool) -> None:
        """Round and round, but not where a round leads nowhere further."""
        self.loops += 1
        number = self.loops
        top = self._add(Step(CHOICE))
        self._add(Step(MARK, number=number))
        self._again(atom, groups)
        self._add(Step(ONWARD, number=number))
        self._add(Step(JUMP, first=top))
        self._turn(top, lazy=lazy)

    def _turn(self, choice: int, *, lazy: bool) -> None:
        """Say what is tried first at a choice: the part after it, or what follows on that part."""
        ways = (choice + 1, len(self.steps))
        self.steps[choice].first, self.steps[choice].second = reversed(ways) if lazy else ways

    def _group(self, node: Node) -> None:
        self.groups += 1
        number = self.groups
        self._open.append(number)
        self._add(Step(SAVE, number=2 * number))
        self._emit(node.children[0])
        self._add(Step(SAVE, number=2 * number + 1))
        self._open.remove(number)

    def _plain_group(self, node: Node) -> None:
        self._emit(node.children[0])

    def _reference(self, node: Node) -> None:
        digits, rest = str(node.children[0])[1:], ""
        while len(digits) > 1 and int(digits) > self.groups:
            digits, rest = digits[:-1], digits[-1] + rest
        number = int(digits)
        if number > self.groups or number in self._open:
            raise NoValue(say("正则式里没有第{number}组", number=number))
        self._add(Step(BACK, number=number))
        for digit in rest:
            self._letters(one_of(digit))

    def _letter(self, node: Node) -> None:
        self._letters(_member(node))

    _character = _escaped = _category = _letter

    def _any_letter(self, _node: Node) -> None:
        self._add(Step(LETTER, self._dot))

    def _line_start(self, _node: Node) -> None:
        self._add(Step(START))

    def _line_end(self, _node: Node) -> None:
        self._add(Step(END))

    def _class(self, node: Node) -> None:
        self._add(Step(LETTER, _class_of(node)))


def _class_of(node: Node) -> Class:
    negated = isinstance(node.children[0], Token) and str(node.children[0]).endswith("^")
    parts = [each for each in node.children if isinstance(each, Tree)]
    less = _class_of(parts.pop()) if parts[-1].data == "class_rest" else None
    return Class(tuple(_member(each) for each in parts), negated, less)


def _member(node: Node) -> Member:
    written = str(node.children[0])
    if node.data == "category":
        return category(written[3:-1], negated=written[1] == "P")
    if node.data == "escaped":
        return escaped(written[1:])
    if node.data == "character":
        return one_of(written)
    first, last = _ends(written)
    return between(first, last)


def _ends(span: str) -> tuple[str, str]:
    """Both letters of ``a-z``, either of which may be escaped."""
    cut = 2 if span[0] == "\\" else 1
    return _plain(span[:cut]), _plain(span[cut + 1 :])


def _plain(written: str) -> str:
    return {"n": "\n", "r": "\r", "t": "\t"}.get(written[-1], written[-1]) if len(written) > 1 else written


def _counts(quantifier: str) -> tuple[int, int | None, bool]:
    """Fewest and most rounds (None: without end), and whether few are tried first."""
    lazy = len(quantifier) > 1 and quantifier.endswith("?")
    sign = quantifier.rstrip("?") or "?"
    if sign in ("*", "+", "?"):
        return int(sign == "+"), 1 if sign == "?" else None, lazy
    low, comma, high = sign[1:-1].partition(",")
    least, most = int(low), int(high) if high else None if comma else int(low)
    if max(least, most or 0) > MOST_STEPS or (most is not None and most < least):
        raise NoValue(say("正则式的重复次数不对：{sign}", sign=sign))
    return least, most, lazy
