"""Matching: what do FEEL's functions of regular expressions give?"""

from maoding.decisions.faults import NoValue
from maoding.decisions.functions.registry import TEXT, Wanted, built_in, want
from maoding.decisions.patterns import Found, Pattern, pattern_of
from maoding.decisions.values.writing import MOST_LETTERS
from maoding.terms.language import say

FLAGS = Wanted("flags", TEXT, optional=True, nullable=True)


@built_in("matches", want("input", TEXT), want("pattern", TEXT), FLAGS)
def matches(text: str, pattern: str, flags: str | None = None) -> bool:
    """Whether the pattern is found anywhere in the text."""
    return pattern_of(pattern, flags or "").is_in(text)


@built_in("replace", want("input", TEXT), want("pattern", TEXT), want("replacement", TEXT), FLAGS)
def replace(text: str, pattern: str, replacement: str, flags: str | None = None) -> str:
    """The text with every match replaced; ``$1`` stands for the first group, ``\\$`` for the sign itself."""
    wanted = _not_of_nothing(pattern, flags or "")
    pieces: list[str | int] = [replacement] if "q" in wanted.flags else _pieces(replacement, wanted.groups)
    told, end = list[str](), 0
    for found in wanted.all_in(text):
        told += [text[end : found.start], _filled(pieces, found)]
        end = found.end
    replaced = "".join([*told, text[end:]])
    if len(replaced) > MOST_LETTERS:
        raise NoValue(say("文字太长，最多{most}个字", most=MOST_LETTERS))
    return replaced


@built_in("split", want("string", TEXT), want("delimiter", TEXT))
def split(text: str, delimiter: str) -> list[str]:
    """What stands between the matches of a pattern."""
    parts, end = list[str](), 0
    for found in _not_of_nothing(delimiter, "").all_in(text):
        parts.append(text[end : found.start])
        end = found.end
    return [*parts, text[end:]]


def _not_of_nothing(pattern: str, flags: str) -> Pattern:
    wanted = pattern_of(pattern, flags)
    if wanted.matches_nothing:
        raise NoValue(say("正则式“{pattern}”能匹配空文字，不能用来替换或拆分", pattern=pattern))
    return wanted


def _filled(pieces: list[str | int], found: Found) -> str:
    return "".join(piece if isinstance(piece, str) else found.groups[piece] for piece in pieces)


def _pieces(replacement: str, groups: int) -> list[str | int]:
    """The replacement in texts and numbers of groups; a group there is not stands for nothing.

    Raises:
        NoValue: a lone ``$`` or ``\\``.
    """
    pieces, rest = list[str | int](), replacement
    while rest:
        plain = rest[: min(rest.find(sign) % (len(rest) + 1) for sign in "$\\")]
        if plain:
            pieces.append(plain)
            rest = rest[len(plain) :]
        elif rest[:2] in ("\\$", "\\\\"):
            pieces.append(rest[1])
            rest = rest[2:]
        else:
            digits = _digits(rest, groups)
            pieces += [int(digits)] if int(digits) <= groups else [""]
            rest = rest[1 + len(digits) :]
    return pieces


def _digits(rest: str, groups: int) -> str:
    """The number of a group after ``$``: as many digits as there are groups for."""
    digits = rest[1:2]
    if rest[0] != "$" or digits not in tuple("0123456789"):
        raise NoValue(say("替换文字里的 $ 后面要跟组号，\\ 后面要跟 $ 或 \\"))
    while rest[len(digits) + 1 : len(digits) + 2] in tuple("0123456789"):
        longer = rest[1 : len(digits) + 2]
        if int(longer) > groups:
            break
        digits = longer
    return digits
