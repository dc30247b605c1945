"""Columnar: which cells and expressions of FEEL can columns be worked out from?

>>> parse_cell("[10..30]").tests[0].high.sign
'<='
"""

from collections.abc import Collection

from maoding.decisions.faults import At, RuleError
from maoding.decisions.feel import parse_phrase, parse_tests
from maoding.decisions.phrases import COLUMNAR, CellTest, Null, OneSided, Phrase, RangeSaid
from maoding.decisions.syntax import (
    Arithmetic,
    Between,
    Cell,
    Compare,
    Expression,
    Floor,
    IsNull,
    Negative,
    Test,
)
from maoding.terms.language import say

SIGNS = ("=", "<", "<=", ">", ">=")
ARITHMETIC = ("+", "-", "*", "/")
DEEPEST = 60


def parse_cell(text: str, names: Collection[str] = ()) -> Cell:
    """Read one cell of a row (DMN unary tests): ``-``, ``>= 10``, ``[10..30)``, ``"a", "b"``, ``not(0)``, ``null``.

    Raises:
        RuleError: the text is no such cell, or asks for more than columns give; line and column say where.
    """
    said = parse_tests(text, names)
    return Cell(text, tuple(_test(each) for each in said.tests), said.negated)


def parse_expression(text: str, names: Collection[str] = ()) -> Expression:
    """Read an input expression: names, numbers, ``+ - * /``, parentheses and ``floor(…)``.

    Raises:
        RuleError: the text is no such expression, or asks for more than columns give; line and column say where.
    """
    return narrow(parse_phrase(text, names))


def narrow(phrase: Phrase, level: int = 1) -> Expression:
    """The phrase as an expression over columns.

    Raises:
        RuleError: it is none; line and column say where.
    """
    if not isinstance(phrase, COLUMNAR) or level > DEEPEST:
        raise _beyond(phrase.at)
    if isinstance(phrase, Arithmetic):
        if phrase.sign not in ARITHMETIC:
            raise _beyond(phrase.at)
        narrow(phrase.left, level + 1)
        narrow(phrase.right, level + 1)
    if isinstance(phrase, Negative | Floor):
        narrow(phrase.of, level + 1)
    return phrase


def _test(test: CellTest) -> Test:
    if isinstance(test, Compare):
        return _compare(test.sign, test.than)
    phrase = test.phrase
    if isinstance(phrase, Null):
        return IsNull()
    if isinstance(phrase, OneSided):
        return _compare(phrase.sign, phrase.end)
    if isinstance(phrase, RangeSaid):
        low = _compare(">=" if phrase.low_included else ">", phrase.low)
        return Between(low, _compare("<=" if phrase.high_included else "<", phrase.high))
    return _compare("=", phrase)


def _compare(sign: str, than: Phrase) -> Compare:
    if sign not in SIGNS:
        raise _beyond(than.at)
    return Compare(sign, narrow(than))


def _beyond(at: At) -> RuleError:
    return RuleError(
        say("这种写法还不能按列计算"),
        say("按列的规则表可用数字、文字、真假值、输入名、+ - * /、括号和 floor(…)"),
        at=at,
    )
