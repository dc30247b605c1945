"""Word: how does a letter become a file that a clerk can go on writing in?

`letter.docx` is the layout: a Word file with tags, made by `setup/letter_template.py`. A city's own, in the folder
`bulletins` of its pack, wins (for English `letter.en.docx`). Tags take what the letter says; a number typed into a
template is refused.
"""

import datetime as dt
import io
import zipfile
from html import escape
from pathlib import Path
from typing import Any, cast

import jinja2
from docx.document import Document
from docx.shared import Mm
from docxtpl import DocxTemplate
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from maoding.publish.bulletins.fitting import fit
from maoding.publish.bulletins.letter import Letter
from maoding.publish.bulletins.parts import Part, drawings, parts
from maoding.publish.bulletins.typesetting import NOON, picture
from maoding.publish.bulletins.word_template import NAMES, TEMPLATES, TemplateFaultError, accepted
from maoding.terms.language import say

WIDE = Mm(156)
BRACES = {ord("{"): "&#123;", ord("}"): "&#125;"}
EPOCH = (1980, 1, 1, 0, 0, 0)


class Picture:
    """A chart where its tag stands, with what it shows in words for those who cannot see it."""

    def __init__(self, template: DocxTemplate, png: bytes, words: str) -> None:
        self.template, self.png, self.words = template, png, words

    def __html__(self) -> str:
        inline = self.template.current_rendering_part.new_pic_inline(io.BytesIO(self.png), WIDE, None)
        inline.docPr.set("descr", self.words)
        for side in "TBLR":  # where nothing is said, LibreOffice leaves room and pushes the picture aside
            inline.set(f"dist{side}", "0")
        return f"</w:t></w:r><w:r><w:drawing>{inline.xml.translate(BRACES)}</w:drawing></w:r><w:r><w:t>"


def word(letter: Letter, template: Path | None = None) -> bytes:
    """The letter as docx, the same bytes for the same letter and template.

    TemplateFaultError where the template may not be used; LookupError where fonts or ECharts are missing.
    """
    file = template or TEMPLATES / NAMES[letter.language]
    known = parts(letter)
    try:
        filled = DocxTemplate(io.BytesIO(accepted(file)))
        words = ImmutableSandboxedEnvironment(undefined=jinja2.StrictUndefined)
        filled.render(_context(known, drawings(letter), filled), words, autoescape=True)
    except jinja2.TemplateError as fault:
        raise TemplateFaultError(
            say("Word 模板 {file} 有误：{fault}", file=file.name, fault=fault)
        ) from fault
    fit(filled.docx, known)
    _about(filled.docx, known, letter.day)
    saved = io.BytesIO()
    filled.docx.save(saved)
    return unchanging(saved.getvalue(), letter.day)


def _context(known: Part, drawn: list[str], template: DocxTemplate) -> Part:
    """What the tags may name: the letter's parts, pictures for its charts, cells with their lights."""
    context = cast("Part", _as_it_is(known))
    charts = [block for block in context["blocks"] if block["kind"] == "chart"]
    for block, svg in zip(charts, drawn, strict=True):
        block["picture"] = Picture(template, picture(svg), block["words"].unescape())
    for block in context["blocks"]:
        for cell in (cell for row in block.get("rows", ()) for cell in row):
            cell["shown"] = _run(cell["text"], cell["tone"])
    return context


def _run(text: Markup, tone: Markup) -> Markup:
    style = Markup('<w:rPr><w:rStyle w:val="Light{}"/></w:rPr>').format(tone) if tone else ""
    return Markup('<w:r>{}<w:t xml:space="preserve">{}</w:t></w:r>').format(style, text)


def _as_it_is(value: Any) -> Any:
    """Texts as XML; braces too, for docxtpl reads some of them as its own."""
    if isinstance(value, str):
        return Markup(escape(value).translate(BRACES))  # noqa: S704 - this is where text is escaped
    if isinstance(value, dict):
        return {key: _as_it_is(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_as_it_is(each) for each in value]
    return value


def _about(document: Document, known: Part, day: dt.date) -> None:
    """What the file says of itself: dated by the letter, not by the machine that made it."""
    about = document.core_properties
    about.title, about.author, about.last_modified_by = known["title"][:255], known["signed"][:255], ""
    about.created = about.modified = dt.datetime.combine(day, NOON)
    about.language, about.revision = known["language"], 1


def unchanging(content: bytes, day: dt.date) -> bytes:
    """The same zip with its members in one order and of one date, so that equal contents are equal bytes."""
    out = io.BytesIO()
    stamp = max(EPOCH, (day.year, day.month, day.day, 0, 0, 0))
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            member = zipfile.ZipInfo(name, stamp)
            member.create_system = 3  # the machine's own kind would stand here
            member.compress_type, member.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            new.writestr(member, old.read(name))
    return out.getvalue()
