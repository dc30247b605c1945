"""Word template: may a file lay out letters, or did anyone type a number into it?

A number comes from the ledger or not at all, so a template may say where one goes but never what it is.
"""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import docx
import jinja2
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from maoding.publish.bulletins.typed_numbers import has_digit, typed_numbers
from maoding.terms.language import say

TEMPLATES = Path(__file__).parent
NAMES = {"zh": "letter.docx", "en": "letter.en.docx"}
TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
TYPED = ("integer", "float", "string")
PAGE_FIELDS = ("PAGE", "NUMPAGES", "SECTIONPAGES")


class TemplateFaultError(ValueError):
    """A template that holds numbers of its own, or asks for what no letter has."""


def accepted(file: Path) -> bytes:
    """Content of a template; TemplateFaultError, naming the paragraphs, where someone typed a number into it."""
    content = file.read_bytes()
    if faults := "；".join(_with_numbers(content)):
        raise TemplateFaultError(
            say("Word 模板 {file} 里写有数字，应改为标签：{faults}", file=file.name, faults=faults)
        )
    return content


def _with_numbers(content: bytes) -> Iterator[str]:
    document = docx.Document(io.BytesIO(content))
    related = [each.target_part for each in document.part.rels.values() if not each.is_external]
    for part in (document.part, *related):
        for paragraph in part.element.iter(qn("w:p")) if isinstance(part, XmlPart) else ():
            text = _typed(paragraph)
            if typed_numbers(TAG.sub("", text)) or any(map(_counts, TAG.findall(text))):
                yield text


def _typed(paragraph: BaseOxmlElement) -> str:
    """Text of a paragraph but for page numbers, which Word remembers as it last showed them."""
    text, asked, shown = "", "", False
    for node in paragraph.iter(qn("w:fldChar"), qn("w:instrText"), qn("w:fldSimple"), qn("w:t")):
        if node.tag == qn("w:fldChar"):
            shown = node.get(qn("w:fldCharType")) == "separate"
            asked = asked if shown else ""
        elif node.tag == qn("w:instrText"):
            asked += node.text or ""
        elif node.tag == qn("w:t") and not _is_page(asked if shown else _simple(node)):
            text += node.text or ""
    return text


def _simple(node: BaseOxmlElement) -> str:
    return next((each.get(qn("w:instr"), "") for each in node.iterancestors(qn("w:fldSimple"))), "")


def _is_page(asked: str) -> bool:
    return asked.split()[:1] in [[field] for field in PAGE_FIELDS]


def _counts(tag: str) -> bool:
    tokens = jinja2.Environment(autoescape=True).lex(tag)
    return any(kind in TYPED and has_digit(value) for _, kind, value in tokens)
