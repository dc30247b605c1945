"""Feel: what does a cell or an expression, as written in FEEL, ask for?

>>> parse_cell("[10..30]").tests[0].high.sign
'<='
"""

import re
import unicodedata
from fractions import Fraction
from functools import cache
from importlib import resources
from typing import cast

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedCharacters, UnexpectedInput, UnexpectedToken

from maoding.decisions.faults import At, RuleError
from maoding.decisions.syntax import (
    Arithmetic,
    Between,
    Cell,
    Compare,
    Expression,
    Floor,
    IsNull,
    Literal,
    Name,
    Negative,
    Test,
)
from maoding.terms.language import say

TYPED_OTHERWISE = {
    "≥": ">=",
    "≤": "<=",
    "“": '"',
    "”": '"',
    "、": ",",
    "—": "-",
    "–": "-",
    "−": "-",
    "×": "*",
}
TYPED_OTHERWISE |= {"÷": "/", "'": '"'}

Part = Tree[Token] | Token


@cache
def _grammar() -> Lark:
    text = resources.files(__package__).joinpath("feel.lark").read_text(encoding="utf-8")
    return Lark(text, parser="lalr", start=["cell", "expression"], propagate_positions=True)


@cache
def parse_cell(text: str) -> Cell:
    """Read one cell of a row (DMN unary tests): ``-``, ``>= 10``, ``[10..30)``, ``"a", "b"``, ``not(0)``, ``null``.

    Raises:
        RuleError: the text is no such cell; line and column say where it stops making sense.
    """
    tree = _parsed(text, "cell")
    if tree.data == "anything":
        return Cell(text)
    tests = cast("Tree[Token]", tree.children[0])
    return Cell(
        text, tuple(_test(cast("Tree[Token]", each)) for each in tests.children), tree.data == "none_of"
    )


@cache
def parse_expression(text: str) -> Expression:
    """Read an input expression: names, numbers, ``+ - * /``, parentheses and ``floor(…)``.

    Raises:
        RuleError: the text is no such expression; line and column say where it stops making sense.
    """
    return _expression(_parsed(text, "expression").children[0])


def _parsed(text: str, start: str) -> Tree[Token]:
    try:
        return _grammar().parse(text, start=start)
    except UnexpectedInput as error:
        raise _fault(text, error) from None


def _fault(text: str, error: UnexpectedInput) -> RuleError:
    """Say in the reader's words what the parser stumbled over."""
    if not text.strip():
        return RuleError(say("没有内容"), say("不限条件请写 -"), at=At(1, 1))
    if isinstance(error, UnexpectedToken) and error.token.type == "$END":
        lines = text.split("\n")
        reason, mend = say("写到这里就断了"), say("请把条件写完整")
        return RuleError(reason, mend, at=At(len(lines), len(lines[-1]) + 1))
    found = error.char if isinstance(error, UnexpectedCharacters) else str(getattr(error, "token", ""))
    reason = say("看不懂“{found}”", found=found)
    return RuleError(reason, _mend(found), at=At(error.line, error.column))


def _mend(found: str) -> str:
    half = TYPED_OTHERWISE.get(found, unicodedata.normalize("NFKC", found))
    if half != found:
        return say("请改用半角“{half}”", half=half)
    return say('可以写 >= 10、[10..30)、"甲","乙"、not(0)、null 或 -')


def _at(part: Part) -> At:
    place = part.meta if isinstance(part, Tree) else part
    return At(place.line or 1, place.column or 1)


def _test(part: Tree[Token]) -> Test:
    if part.data == "is_null":
        return IsNull()
    if part.data == "equals":
        return Compare("=", _expression(part.children[0]))
    if part.data == "compares":
        sign, than = part.children
        return Compare(str(sign), _expression(than))
    opened, low, high, closed = part.children
    return Between(
        Compare(">=" if opened == "[" else ">", _expression(low)),
        Compare("<=" if closed == "]" else "<", _expression(high)),
    )


def _expression(part: Part) -> Expression:
    if isinstance(part, Token):
        return _word(part)
    if part.data == "arithmetic":
        left, sign, right = part.children
        return Arithmetic(str(sign), _expression(left), _expression(right), _at(part))
    if part.data == "call":
        return _call(part)
    if part.data == "negative":
        return Negative(_expression(part.children[1]), _at(part))
    return _expression(part.children[1])


def _call(part: Tree[Token]) -> Expression:
    name, _, argument, _ = part.children
    if name != "floor":
        raise RuleError(
            say("没有函数“{name}”", name=name),
            say("目前只有 floor(…)，即向下取整"),
            at=_at(part),
        )
    return Floor(_expression(argument), _at(part))


def _word(token: Token) -> Expression:
    if token.type == "NAME":
        return Name(str(token), _at(token))
    if token.type == "NUMBER":
        return Literal(Fraction(str(token)), _at(token))
    if token.type == "STRING":
        return Literal(re.sub(r"\\(.)", r"\1", token[1:-1]), _at(token))
    return Literal(token.type == "TRUE", _at(token))
