"""Parsing: which phrase of FEEL is this text?"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from lark import Lark, Token
from lark.exceptions import UnexpectedToken
from lark.lexer import Lexer

from maoding.decisions.faults import At, LimitError
from maoding.decisions.feel.names import Names
from maoding.decisions.feel.stumbling import cut_short, nothing_said, out_of_place
from maoding.decisions.feel.trees import Phrases
from maoding.decisions.feel.words import CLOSING, OPENING, words_of
from maoding.decisions.phrases import CellTest, Phrase, TypeSaid, depth_of
from maoding.terms.language import say

DEEPEST = 300


@dataclass(frozen=True)
class TestsSaid:
    """A cell of a decision table: that one of the tests holds, or with `negated` that none does; no test is ``-``."""

    text: str = field(compare=False)
    tests: tuple[CellTest, ...] = ()
    negated: bool = False


def parse_phrase(text: str, names: Collection[str] = ()) -> Phrase:
    """Read an expression; of the names that can be meant, those matter that have blanks or signs in them.

    Raises:
        RuleError: the text is no such expression; line and column say where it stops making sense.
        LimitError: it is too long, or nested too deeply.
    """
    phrase: Phrase = _read(text, "expression", frozenset(names))
    return phrase


def parse_tests(text: str, names: Collection[str] = ()) -> TestsSaid:
    """Read one cell of a row (DMN unary tests): ``-``, ``>= 10``, ``[10..30)``, ``"a", "b"``, ``not(0)``, ``null``.

    Raises:
        RuleError: the text is no such cell; line and column say where it stops making sense.
        LimitError: it is too long, or nested too deeply.
    """
    tests, negated = _read(text, "cell", frozenset(names))
    return TestsSaid(text, tests, negated)


def parse_type(text: str, names: Collection[str] = ()) -> TypeSaid:
    """Read the name of a type: ``number``, ``list<string>``.

    Raises:
        RuleError: the text is no type.
    """
    said: TypeSaid = _read(text, "type_only", frozenset(names))
    return said


@lru_cache(maxsize=8192)
def _read(text: str, start: str, names: frozenset[str]) -> Any:
    if not text.strip():
        raise nothing_said()
    words = words_of(text, Names(names))
    if start == "cell":
        words = _negation_told(words)
    try:
        tree = _grammar().parse(words, start=start)
    except UnexpectedToken as error:
        raise cut_short(text) if error.token.type == "$END" else out_of_place(error.token) from None
    said = Phrases().transform(tree)
    for part in said[0] if start == "cell" else (said,):
        if depth_of(part) > DEEPEST:
            reason = say("式子套了超过{most}层", most=DEEPEST)
            raise LimitError(reason, say("请拆成几个式子"), at=At(1, 1))
    return said


@cache
def _grammar() -> Lark:
    text = resources.files(__package__).joinpath("feel.lark").read_text(encoding="utf-8")
    starts = ["cell", "expression", "type_only"]
    return Lark(
        text, parser="lalr", lexer=_Told, start=starts, propagate_positions=True, maybe_placeholders=True
    )


class _Told(Lexer):
    """Hands on words that were told apart before."""

    def __init__(self, _configuration: object) -> None: ...

    def lex(self, lexer_state: Any, parser_state: Any = None) -> Iterator[Token]:  # noqa: ARG002
        """The words as they are: lark gives a lexer of this kind just what it was given itself."""
        yield from lexer_state


def _negation_told(words: list[Token]) -> list[Token]:
    """Tell ``not(…)`` that is the whole cell from a call of the function ``not``."""
    if [str(word) for word in words[:2]] != ["not", "("] or words[-1].type != "RPAR":
        return words
    depth = 0
    for word in words[1:-1]:
        depth += (word.type in OPENING) - (word.type in CLOSING)
        if not depth:
            return words
    return [words[0].update(type="NOT"), *words[1:]]
