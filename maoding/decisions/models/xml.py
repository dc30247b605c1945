"""Xml: which elements does a DMN file hold, each with its place?

Only plain elements are read. A file that declares a document type or entities is refused, whatever they are for, and so
is one that is too large or nested too deeply to be a model.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from maoding.decisions.faults import At, LimitError, RuleError
from maoding.terms.language import say

MOST_BYTES, MOST_ELEMENTS, DEEPEST = 32_000_000, 400_000, 200


@dataclass
class Element:
    """One element: its name and namespace, attributes by local name, texts put together, children, and its place."""

    name: str
    namespace: str
    attributes: dict[str, str]
    at: At
    children: list["Element"] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text directly inside of it."""
        return "".join(self.pieces).strip()

    def get(self, attribute: str) -> str:
        """An attribute; empty where there is none."""
        return self.attributes.get(attribute, "").strip()

    def all(self, *names: str) -> Iterator["Element"]:
        """Its children of these names."""
        return (child for child in self.children if child.name in names)

    def first(self, *names: str) -> "Element | None":
        """Its first child of these names, if there is one."""
        return next(self.all(*names), None)

    def text_of(self, name: str) -> str:
        """The text of its first child of that name; empty where there is none."""
        child = self.first(name)
        return child.text if child else ""

    def every(self, *names: str) -> Iterator["Element"]:
        """All elements of these names inside of it, however deep."""
        waiting = [self]
        while waiting:
            each = waiting.pop()
            waiting += reversed(each.children)
            if each.name in names:
                yield each


def read_xml(data: bytes) -> Element:
    """The outermost element of a file.

    Raises:
        RuleError: it is no XML, or declares a document type or entities.
        LimitError: it is too large, or nested too deeply.
    """
    if len(data) > MOST_BYTES:
        reason = say("文件超过 {most} 兆字节", most=MOST_BYTES // 1_000_000)
        raise LimitError(reason, say("请拆成几个模型"), place=say("DMN 文件"))
    reader = _Reader()
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        reason = say("不是完整的 XML：{reason}", reason=expat.ErrorString(error.code))
        raise _fault(reason, say("请用建模工具重新导出"), At(error.lineno, error.offset + 1)) from None
    return reader.found[0]


def _fault(reason: str, mend: str, at: At) -> RuleError:
    return RuleError(reason, mend, place=say("DMN 文件"), at=at)


class _Reader:
    """Takes down what the parser tells."""

    def __init__(self) -> None:
        self.found: list[Element] = []
        self.count = 0
        self.open: list[Element] = []
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.letters
        self.parser.StartDoctypeDeclHandler = self.refuse
        self.parser.EntityDeclHandler = self.refuse

    def here(self) -> At:
        return At(self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if self.count > MOST_ELEMENTS or len(self.open) > DEEPEST:
            reason = say("模型超过{most}个元素，或套了超过{deepest}层", most=MOST_ELEMENTS, deepest=DEEPEST)
            raise LimitError(reason, say("请拆成几个模型"), place=say("DMN 文件"), at=self.here())
        namespace, _, local = name.rpartition(" ")
        own = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        element = Element(local, namespace, own, self.here())
        (self.open[-1].children if self.open else self.found).append(element)
        self.open.append(element)

    def end(self, _name: str) -> None:
        self.open.pop()

    def letters(self, text: str) -> None:
        self.open[-1].pieces.append(text)

    def refuse(self, *_: object) -> None:
        reason = say("文件声明了 DOCTYPE 或实体，可能引用外部内容")
        raise _fault(reason, say("请删去 DOCTYPE 声明"), self.here())
