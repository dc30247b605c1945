"""Shapes: has a piece of a rule's plain data the form it should have?"""

import re
from collections.abc import Iterator
from typing import Any, TypeVar

from maoding.decisions.faults import RuleError
from maoding.decisions.table import Label
from maoding.terms.language import say

NAME = re.compile(r"[^\W\d]\w*\Z")
TAKEN = {"true", "false", "null", "not", "floor", "gap", "rule_row", "certain", "note"}

Data = dict[str, Any]
Shape = TypeVar("Shape")


def part(data: Data, key: str, shape: type[Shape], place: str) -> Shape:
    """What stands under a key, of the shape it must have (a yes/no is no whole number).

    Raises:
        RuleError: there is nothing, or something else.
    """
    if key not in data:
        raise RuleError(say("缺少“{key}”", key=key), say("请补上这一项"), place=place)
    value = data[key]
    if not isinstance(value, shape) or (shape is int and isinstance(value, bool)):
        raise wrong_shape(say("“{key}”", key=key), value, shape).within(place)
    return value


def named_parts(data: Data, key: str, place: str) -> Iterator[tuple[str, Data]]:
    """Name and data of each part listed under a key.

    Raises:
        RuleError: a name that cannot be one, or a part that is no mapping.
    """
    for name, each in part(data, key, dict, place).items():
        if not isinstance(name, str) or not NAME.match(name) or name in TAKEN:
            reason = say("“{name}”不能作名称", name=name)
            raise RuleError(reason, say("名称由文字、数字和下划线组成，不能是保留字"), place=place)
        if not isinstance(each, dict):
            raise wrong_shape(say("“{name}”", name=name), each, dict).within(place)
        yield name, each


def only(data: Data, allowed: tuple[str, ...], place: str) -> None:
    """Nothing but these keys.

    Raises:
        RuleError: there is another one (as a slip of the pen makes).
    """
    for key in data:
        one_of(key, allowed, place)


def one_of(value: object, choices: tuple[str, ...], place: str) -> None:
    """One of these.

    Raises:
        RuleError: it is none of them.
    """
    if value not in choices:
        raise RuleError(unlisted(value), listed(choices), place=place)


def all_differ(names: list[str], place: str) -> None:
    """No name twice.

    Raises:
        RuleError: one is.
    """
    for name in names:
        if names.count(name) > 1:
            raise RuleError(say("“{name}”用了两次", name=name), say("请换一个名称"), place=place)


def label(data: Data, place: str) -> Label:
    """What something is called in both languages."""
    return Label(part(data, "zh", str, place), part(data, "en", str, place))


def unit(data: Data, place: str) -> str:
    """Unit of a number, if one is named."""
    return part(data, "unit", str, place) if "unit" in data else ""


def words(data: Data, place: str) -> dict[str, Label]:
    """Words a text may be, in their order, if they are listed."""
    listing: Data = part(data, "words", dict, place) if "words" in data else {}
    return {str(word): label(part(listing, word, dict, place), place) for word in listing}


def wrong_shape(place: str, value: object, shape: type) -> RuleError:
    """The fault that something is of another shape than it should be."""
    wanted = {
        str: say("文字（必要时加引号）"),
        bool: say("true 或 false"),
        int: say("整数"),
        list: say("列表"),
    }
    mend = say("请写成{wanted}", wanted=wanted.get(shape, say("“名称: 内容”的形式")))
    return RuleError(say("写成了“{value}”", value=value), mend, place=place)


def unlisted(value: object) -> str:
    """Reason: the value is none of those listed."""
    return say("没有“{value}”这一项", value=value)


def listed(choices: tuple[str, ...]) -> str:
    """Mend: the values there are."""
    return say("可用的有：{choices}", choices="、".join(choices))
