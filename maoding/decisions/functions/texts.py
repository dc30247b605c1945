"""Texts: what do FEEL's functions of strings give?"""

from decimal import Decimal

from maoding.decisions.faults import NoValue
from maoding.decisions.functions.numeric import truncated
from maoding.decisions.functions.registry import NUMBER, TEXT, TEXTS, Wanted, built_in, may, want
from maoding.decisions.values.writing import MOST_LETTERS
from maoding.terms.language import say


@built_in("substring", want("string", TEXT), want("start position", NUMBER), may("length", NUMBER))
def substring(string: str, start: Decimal, length: Decimal | None = None) -> str:
    """So many letters from a position, from 1, or from -1 at the end."""
    first = truncated(start)
    if not first or abs(first) > len(string):
        raise NoValue(say("文字有{count}个字，没有第{place}个", count=len(string), place=first))
    rest = string[first - 1 :] if first > 0 else string[first:]
    if length is None:
        return rest
    count = truncated(length)
    if count < 1:
        raise NoValue(say("长度至少是 1"))
    return rest[:count]


@built_in("string length", want("string", TEXT))
def string_length(string: str) -> Decimal:
    """How many letters there are."""
    return Decimal(len(string))


@built_in("upper case", want("string", TEXT))
def upper_case(string: str) -> str:
    """In capital letters."""
    return string.upper()


@built_in("lower case", want("string", TEXT))
def lower_case(string: str) -> str:
    """In small letters."""
    return string.lower()


@built_in("substring before", want("string", TEXT), want("match", TEXT))
def substring_before(string: str, match: str) -> str:
    """What stands before the first match; nothing where there is none."""
    before, found, _ = string.partition(match) if match else ("", "", string)
    return before if found else ""


@built_in("substring after", want("string", TEXT), want("match", TEXT))
def substring_after(string: str, match: str) -> str:
    """What stands after the first match; nothing where there is none."""
    return string.partition(match)[2] if match else string


@built_in("contains", want("string", TEXT), want("match", TEXT))
def contains(string: str, match: str) -> bool:
    """Whether the match stands somewhere in the text."""
    return match in string


@built_in("starts with", want("string", TEXT), want("match", TEXT))
def starts_with(string: str, match: str) -> bool:
    """Whether the text starts with the match."""
    return string.startswith(match)


@built_in("ends with", want("string", TEXT), want("match", TEXT))
def ends_with(string: str, match: str) -> bool:
    """Whether the text ends with the match."""
    return string.endswith(match)


@built_in("string join", want("list", TEXTS), Wanted("delimiter", TEXT, optional=True, nullable=True))
def string_join(texts: list[str | None], delimiter: str | None = None) -> str:
    """The texts one after another, with a delimiter between; nulls are left out."""
    joined = [each for each in texts if each is not None]
    if sum(map(len, joined)) + len(delimiter or "") * len(joined) > MOST_LETTERS:
        raise NoValue(say("文字太长，最多{most}个字", most=MOST_LETTERS))
    return (delimiter or "").join(joined)
