"""Marked YAML: what does a file say, and on which line does each part of it stand?

Every value is read as the text that stands there, so that `yes` and `2021` stay what was written.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from maoding.publish.bulletins.plan_faults import BadPlanError, PlanFault
from maoding.terms.language import say


@dataclass(frozen=True)
class Marked:
    """A text, list or mapping of marked values, with its line (from 1) and its place: ``sections[1].parts[2].say``."""

    value: "str | list[Marked] | dict[str, Marked]"
    line: int
    place: str

    @property
    def kind(self) -> str:
        """What it is: text, list or mapping."""
        return {str: "text", list: "list", dict: "mapping"}[type(self.value)]

    def items(self) -> "Iterator[tuple[str, Marked]]":
        """Names and values of a mapping, none of anything else."""
        if isinstance(self.value, dict):
            yield from self.value.items()

    def each(self) -> "list[Marked]":
        """Values of a list; a single text stands for a list of one."""
        if isinstance(self.value, list):
            return self.value
        return [self] if isinstance(self.value, str) and self.value else []

    @property
    def text(self) -> str:
        """The text; empty where it is none."""
        return self.value if isinstance(self.value, str) else ""


def read(text: str, file: str) -> Marked:
    """Read a file's text.

    Raises:
        BadPlanError: it is no YAML, or a name stands twice in one mapping.
    """
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        reason = say("不是可读的 YAML：{problem}", problem=getattr(error, "problem", None) or "?")
        raise BadPlanError([PlanFault(file, line, file, reason, say("请核对缩进、冒号和引号"))]) from error
    if node is None:
        raise BadPlanError([PlanFault(file, 1, file, say("文件是空的"), say("请照现有的方案写一份"))])
    return _marked(node, "", file)


def _marked(node: yaml.Node, place: str, file: str) -> Marked:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        parts = [_marked(each, f"{place}[{number}]", file) for number, each in enumerate(node.value, 1)]
        return Marked(parts, line, place)
    if isinstance(node, yaml.MappingNode):
        return Marked(_mapping(node, place, file), line, place)
    return Marked("" if node.tag.endswith(":null") else str(node.value), line, place)


def _mapping(node: yaml.MappingNode, place: str, file: str) -> dict[str, Marked]:
    found: dict[str, Marked] = {}
    for key, value in node.value:
        name = str(key.value)
        inside = f"{place}.{name}" if place else name
        if name in found:
            fault = PlanFault(
                file, key.start_mark.line + 1, inside, say("“{name}”写了两次", name=name), say("请只留一个")
            )
            raise BadPlanError([fault])
        found[name] = _marked(value, inside, file)
    return found
