"""Trees: which phrase does each part of the parser's tree stand for?"""

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from lark import Token
from lark.tree import Meta
from lark.visitors import Transformer_NonRecursive

from maoding.decisions.faults import At, RuleError
from maoding.decisions.phrases import (
    Call,
    Comparison,
    ContextSaid,
    EntrySaid,
    Filter,
    Fits,
    For,
    FunctionSaid,
    If,
    InstanceOf,
    Iteration,
    Junction,
    ListSaid,
    Null,
    OneSided,
    ParameterSaid,
    Passes,
    Path,
    Phrase,
    Quantified,
    RangeSaid,
    Temporal,
    TypeSaid,
    Within,
    names_in,
)
from maoding.decisions.syntax import Arithmetic, Compare, Floor, Literal, Name, Negative
from maoding.decisions.values.numbers import DIGITS, GREATEST_EXPONENT
from maoding.terms.language import say

ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{6})|([\"'\\nrt]))")
ESCAPED = {"n": "\n", "r": "\r", "t": "\t"}
Parts = list[Any]


def _said(parts: Parts) -> Parts:
    """What is left of the parts without the words of the grammar itself."""
    return [part for part in parts if not isinstance(part, Token)]


def unescaped(word: str) -> str:
    """The text a string in quotation marks stands for; two halves of a character make one."""
    text = ESCAPE.sub(_letter, word[1:-1])
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _letter(found: re.Match[str]) -> str:
    code = found[1] or found[2]
    if code:
        return chr(min(int(code, 16), 0x10FFFF))
    return ESCAPED.get(found[3], found[3])


def _joined(word: str) -> Callable[[At, Parts], Junction]:
    """``a and b and c`` as one phrase of three parts."""

    def join(at: At, parts: Parts) -> Junction:
        left, right = _said(parts)
        earlier = left.parts if isinstance(left, Junction) and left.word == word else (left,)
        return Junction(word, (*earlier, right), at)

    return join


def _all(_at: At, parts: Parts) -> tuple[Any, ...]:
    return tuple(_said(parts))


def _only(_at: At, parts: Parts) -> Any:
    return _said(parts)[0]


def _compared(at: At, parts: Parts) -> Comparison:
    left, sign, right = parts
    return Comparison(str(sign), left, right, at)


def _arithmetic(at: At, parts: Parts) -> Arithmetic:
    left, sign, right = parts
    return Arithmetic(str(sign), left, right, at)


def _within(at: At, parts: Parts) -> Within:
    value, low, high = _said(parts)
    return Within(value, low, high, at)


def _passes_one(at: At, parts: Parts) -> Passes:
    value, test = _said(parts)
    return Passes(value, (test,), at)


def _passes_any(at: At, parts: Parts) -> Passes:
    value, test, others = _said(parts)
    return Passes(value, (test, *others), at)


def _instance_of(at: At, parts: Parts) -> InstanceOf:
    value, type_ = _said(parts)
    return InstanceOf(value, type_, at)


def _filter(at: At, parts: Parts) -> Filter:
    of, by = _said(parts)
    return Filter(of, by, at)


def _call(at: At, parts: Parts) -> Call | Floor:
    said = _said(parts)
    function, arguments = said[0], tuple(said[1]) if len(said) > 1 else ()
    if function == Name("floor", at) and len(arguments) == 1:
        return Floor(arguments[0], at)
    return Call(function, arguments, (), at)


def _call_by_name(at: At, parts: Parts) -> Call:
    function, arguments = _said(parts)
    names = tuple(name for name, _ in arguments)
    if len(set(names)) < len(names):
        raise RuleError(say("参数名用了两次"), say("每个参数只写一次"), at=at)
    return Call(function, tuple(value for _, value in arguments), names, at)


def _argument(_at: At, parts: Parts) -> tuple[str, Phrase]:
    name, value = _said(parts)
    return name.name, value


def _number(at: At, parts: Parts) -> Literal:
    number = Decimal(str(parts[0]))
    if not -GREATEST_EXPONENT - DIGITS < number.adjusted() <= GREATEST_EXPONENT:
        raise RuleError(say("数字太大或太小"), say("最多写到 1e6144"), at=at)
    return Literal(Fraction(number), at)


def _range(at: At, parts: Parts) -> RangeSaid:
    opening, low, _, high, closing = parts
    return RangeSaid(low, high, opening.type == "LSQB", closing.type == "RSQB", at)


def _listing(at: At, parts: Parts) -> ListSaid:
    items = _said(parts)
    return ListSaid(items[0] if items else (), at)


def _entry(at: At, parts: Parts) -> EntrySaid:
    key, _, value = parts
    return EntrySaid(key.name if isinstance(key, Name) else unescaped(key), value, at)


def _if_then(at: At, parts: Parts) -> If:
    condition, this, other = _said(parts)
    return If(condition, this, other, at)


def _for_each(at: At, parts: Parts) -> For:
    iterations, result = _said(parts)
    return For(iterations, result, at)


def _quantified(at: At, parts: Parts) -> Quantified:
    iterations, condition = _said(parts)
    return Quantified(str(parts[0]), iterations, condition, at)


def _iteration(at: At, parts: Parts) -> Iteration:
    name, _, items, _, to = parts
    return Iteration(name.name, items, to, at)


def _function(at: At, parts: Parts) -> FunctionSaid:
    external = any(isinstance(part, Token) and part.type == "EXTERNAL" for part in parts)
    *parameters, body = _said(parts)
    return FunctionSaid(parameters[0] if parameters else (), body, external, at)


def _parameter(at: At, parts: Parts) -> ParameterSaid:
    name, _, type_ = parts
    return ParameterSaid(name.name, type_, at)


def _type_name(_at: At, parts: Parts) -> str:
    return ".".join(part.name for part in _said(parts))


def _type(at: At, parts: Parts) -> TypeSaid:
    name, *of = _said(parts)
    return _type_of(name, of, None, at)


def _function_type(at: At, parts: Parts) -> TypeSaid:
    *of, result = (part for part in _said(parts) if part is not None)
    return _type_of("function", of, result, at)


def _type_part(_at: At, parts: Parts) -> tuple[str, TypeSaid]:
    name, _, type_ = parts
    return name.name if name else "", type_


def _type_of(name: str, of: list[tuple[str, TypeSaid]], result: TypeSaid | None, at: At) -> TypeSaid:
    return TypeSaid(name, tuple(each for _, each in of), tuple(entry for entry, _ in of), result, at)


MAKERS: dict[str, Callable[[At, Parts], Any]] = {
    "anything": lambda _at, _parts: ((), False),
    "any_of": lambda _at, parts: (parts[0], False),
    "none_of": lambda at, parts: (_only(at, parts), True),
    "tests": _all,
    "expressions": _all,
    "arguments": _all,
    "iterations": _all,
    "parameters": _all,
    "fits": lambda _at, parts: Fits(parts[0], "?" in names_in(parts[0])),
    "stands": lambda _at, parts: Compare(str(parts[0]), parts[1]),
    "either": _joined("or"),
    "both": _joined("and"),
    "compared": _compared,
    "within": _within,
    "passes_one": _passes_one,
    "passes_any": _passes_any,
    "arithmetic": _arithmetic,
    "negative": lambda at, parts: Negative(parts[1], at),
    "instance_of": _instance_of,
    "path": lambda at, parts: Path(parts[0], parts[2].name, at),
    "filter": _filter,
    "call": _call,
    "call_by_name": _call_by_name,
    "argument": _argument,
    "number": _number,
    "string": lambda at, parts: Literal(unescaped(parts[0]), at),
    "temporal": lambda at, parts: Temporal(unescaped(parts[0]), at),
    "true": lambda at, _parts: Literal(True, at),
    "false": lambda at, _parts: Literal(False, at),
    "null": lambda at, _parts: Null(at),
    "name": lambda at, parts: Name(" ".join(parts), at),
    "named": _only,
    "parenthesis": _only,
    "one_sided": lambda at, parts: OneSided(str(parts[1]), parts[2], at),
    "range": _range,
    "listing": _listing,
    "context": lambda at, parts: ContextSaid(_all(at, parts), at),
    "entry": _entry,
    "if_then": _if_then,
    "for_each": _for_each,
    "quantified": _quantified,
    "iteration": _iteration,
    "function": _function,
    "parameter": _parameter,
    "type_name": _type_name,
    "type": _type,
    "function_type": _function_type,
    "type_part": _type_part,
}


class Phrases(Transformer_NonRecursive[Token, Any]):
    """Makes a phrase of each part of the tree, from the inside out and without recursion."""

    def __default__(self, data: str, children: Parts, meta: Meta) -> Any:
        """The phrase for one part of the tree."""
        return MAKERS[data](At(meta.line, meta.column), children)
