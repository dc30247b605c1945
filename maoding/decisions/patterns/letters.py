"""Letters: is a letter one of those a pattern names, by itself, by a span, by its category or its block of Unicode?"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import resources

from maoding.decisions.faults import NoValue
from maoding.terms.language import say

Holds = Callable[[str], bool]
CATEGORIES = {
    "L": "ultmo",
    "M": "nce",
    "N": "dlo",
    "P": "cdseifo",
    "Z": "slp",
    "S": "mcko",
    "C": "cfon",
}
KIN = ("kK\u212a", "sS\u017f", "åÅ\u212b", "ωΩ\u2126")
PLAIN = {"n": "\n", "r": "\r", "t": "\t"}


def _starts_name(letter: str) -> bool:
    return letter in "_:" or unicodedata.category(letter) in ("Lu", "Ll", "Lt", "Lo", "Nl")


def _in_name(letter: str) -> bool:
    return letter in "_:.-\u00b7" or unicodedata.category(letter)[0] in "LMN"


def _in_word(letter: str) -> bool:
    return unicodedata.category(letter)[0] not in "PZC"


def _is_digit(letter: str) -> bool:
    return unicodedata.category(letter) == "Nd"


SORTS: dict[str, Holds] = {
    "s": lambda letter: letter in " \t\n\r",
    "i": _starts_name,
    "c": _in_name,
    "d": _is_digit,
    "w": _in_word,
}


@dataclass(frozen=True)
class Member:
    """Some letters; those named one by one or by a span are `cased`: large and small may be taken for the same."""

    holds: Holds
    cased: bool


def one_of(letters: str) -> Member:
    """These letters."""
    return Member(lambda letter: letter in letters, cased=True)


def between(first: str, last: str) -> Member:
    """All letters from one to another.

    Raises:
        NoValue: they are the wrong way round.
    """
    if first > last:
        raise NoValue(say("正则式的字符范围上下颠倒：{first}-{last}", first=first, last=last))
    return Member(lambda letter: first <= letter <= last, cased=True)


def unlike(member: Member) -> Member:
    """All other letters."""
    return Member(lambda letter: not member.holds(letter), cased=False)


def escaped(after: str) -> Member:
    r"""What a backslash and a letter mean: ``\d``, ``\n``, ``\.``."""
    if after in SORTS:
        return Member(SORTS[after], cased=False)
    if after.lower() in SORTS:
        return unlike(Member(SORTS[after.lower()], cased=False))
    return one_of(PLAIN.get(after, after))


def category(name: str, *, negated: bool) -> Member:
    r"""What ``\p{name}`` means: a category, or a block with ``Is`` before its name.

    Raises:
        NoValue: there is none of that name.
    """
    if name[1:] in ("", *CATEGORIES.get(name[0], "")) and name[0] in CATEGORIES:
        member = Member(_in_category(name), cased=False)
    elif name.startswith("Is") and name[2:] in _blocks():
        member = Member(between(*_blocks()[name[2:]]).holds, cased=False)
    else:
        raise NoValue(say("正则式里没有“{name}”这类字符", name=name))
    return unlike(member) if negated else member


def _in_category(name: str) -> Holds:
    return lambda letter: unicodedata.category(letter).startswith(name)


@cache
def _blocks() -> dict[str, tuple[str, str]]:
    text = resources.files(__package__).joinpath("blocks.txt").read_text(encoding="utf-8")
    lines = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    return {name: (chr(int(first, 16)), chr(int(last, 16))) for first, last, name in lines}


@dataclass(frozen=True)
class Class:
    """Letters in brackets: those of the members, or with `negated` all others, less those of another class."""

    members: tuple[Member, ...]
    negated: bool
    less: "Class | None"

    def holds(self, letter: str, *, any_case: bool) -> bool:
        """Whether a letter, or with `any_case` the same one large or small, is among them."""
        forms = variants(letter) if any_case else (letter,)
        inside = any(
            member.holds(form) for member in self.members for form in (forms if member.cased else (letter,))
        )
        if inside is self.negated:
            return False
        return self.less is None or not self.less.holds(letter, any_case=any_case)


@cache
def variants(letter: str) -> tuple[str, ...]:
    """A letter large and small."""
    forms = {letter, letter.lower(), letter.upper(), letter.casefold(), letter.upper().lower(), *_kin(letter)}
    return tuple(form for form in forms if len(form) == 1)


def _kin(letter: str) -> tuple[str, ...]:
    """The few signs that are small or large forms of a common letter without being paired with it."""
    return tuple(other for group in KIN if letter in group for other in group)
