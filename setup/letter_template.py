"""Letter template: where do the parts of a bulletin go in Word?

Makes `letter.docx` and `letter.en.docx` beside the code: the page of GB/T 9704—2012, the styles of `letter_styles.py`,
and Jinja tags where `maoding/publish/bulletins/word.py` puts the parts in. Run it after a change:
`.venv/bin/python -m setup.letter_template`. A county changes a copy in Word and keeps it in its pack.
"""

import datetime as dt
import io

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from maoding.publish.bulletins.word import unchanging
from maoding.publish.bulletins.word_template import NAMES, TEMPLATES
from setup.letter_styles import CHINESE, ENGLISH, RED, Look, dress, ruled

MADE = dt.date(2021, 1, 1)
# Each line is a paragraph: its style, then its runs; a run beginning with ^ is a source mark, one with / starts a line.
Lines = tuple[tuple[str, ...], ...]
HEAD: Lines = (
    ("", "{%p if organ %}"),
    ("Letter Organ", "{{ organ }}"),
    ("", "{%p endif %}"),
    ("", "{%p if organ or reference %}"),
    ("Letter Reference", "{{ reference }}"),
    ("", "{%p endif %}"),
    ("Title", "{{ title_lines }}"),
    ("", "{%p if addressee %}"),
    ("Letter Addressee", "{{ addressee }}"),
    ("", "{%p endif %}"),
    ("", "{%p for block in blocks %}"),
    ("", "{%p if block.kind == 'heading' %}"),
    ("Heading 1", "{{ block.text }}"),
    ("", "{%p elif block.kind == 'subheading' %}"),
    ("Heading 2", "{{ block.text }}"),
    ("", "{%p elif block.kind == 'paragraph' %}"),
    (
        "Letter Body",
        "{%r for each in block.sentences %}",
        "{{ each.text }}",
        "^{{ each.mark }}",
        "{{ each.end }}",
        "{%r endfor %}",
    ),
    ("", "{%p elif block.kind == 'chart' %}"),
    ("", "{%p if block.title %}"),
    ("Letter Caption", "{{ block.title }}"),
    ("", "{%p endif %}"),
    ("Letter Picture", "{{ block.picture }}"),
    ("", "{%p else %}"),
    ("", "{%p if block.title %}"),
    ("Letter Caption", "{{ block.title }}"),
    ("", "{%p endif %}"),
)
TAIL: Lines = (
    ("Letter Note", "{{ block.note }}"),
    ("", "{%p endif %}"),
    ("", "{%p endfor %}"),
    ("", "{%p if signed %}"),
    ("Letter Signed", "{{ signed }}"),
    ("", "{%p endif %}"),
    ("", "{%p if dated %}"),
    ("Letter Dated", "{{ dated }}"),
    ("", "{%p endif %}"),
    ("", "{%p for note in notes %}"),
    ("Letter Remark", "{{ note }}"),
    ("", "{%p endfor %}"),
    ("", "{%p if sources %}"),
    ("Letter List Head", "{{ sources_head }}"),
    ("", "{%p endif %}"),
    ("", "{%p for source in sources %}"),
    ("Letter List Entry", "{{ source.mark }}", "\t", "{{ source.line }}"),
    ("", "{%p if source.address %}"),
    ("Letter List Address", "{{ source.address }}"),
    ("", "{%p endif %}"),
    ("", "{%p endfor %}"),
    ("", "{%p if released %}"),
    ("Letter List Head", "{{ released_head }}"),
    ("", "{%p endif %}"),
    ("", "{%p for each in released %}"),
    ("Letter List Entry", "{{ loop.index }}.", "\t", "{{ each.text }}"),
    ("Letter List Address", "{{ each.reason }}"),
    ("", "{%p endfor %}"),
)
HEAD_CELL: Lines = (
    ("", "{%p if head.numeric %}"),
    ("Letter Head Number", "{{ head.text }}"),
    ("", "{%p if head.unit %}"),
    ("Letter Unit Number", "{{ head.unit }}"),
    ("", "{%p endif %}"),
    ("", "{%p else %}"),
    ("Letter Head", "{{ head.text }}"),
    ("", "{%p if head.unit %}"),
    ("Letter Unit", "{{ head.unit }}"),
    ("", "{%p endif %}"),
    ("", "{%p endif %}"),
)
CELL: Lines = (
    ("", "{%p if cell.numeric %}"),
    ("Letter Number", "{{r cell.shown }}", "^{{ cell.mark }}"),
    ("", "{%p else %}"),
    ("Letter Cell", "{{r cell.shown }}", "^{{ cell.mark }}"),
    ("", "{%p endif %}"),
)
SAMPLE: Lines = (("", "{%p if sample %}"), ("Letter Sample", "{{ sample }}"), ("", "{%p endif %}"))
UNUSED = ("/thumbnail", "/customXml", "/stylesWithEffects", "/numbering")
BORDERS = f"""<w:tblBorders {nsdecls("w")}>
<w:top w:val="single" w:sz="8" w:space="0" w:color="000000"/>
<w:bottom w:val="single" w:sz="8" w:space="0" w:color="000000"/>
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="B3B3B3"/>
</w:tblBorders>"""
MARGINS = f"""<w:tblCellMar {nsdecls("w")}>
<w:left w:w="90" w:type="dxa"/>
<w:right w:w="90" w:type="dxa"/>
</w:tblCellMar>"""


def template(looks: dict[str, Look], gap: str) -> bytes:
    """The template in the given styles; `gap` stands between two sentences."""
    document = docx.Document()
    _lighten(document)
    dress(document, looks)
    ruled(document.styles["Letter Reference"], "bottom", 12, 11, RED)
    ruled(document.styles["Letter List Head"], "top", 6, 3, "000000")
    ruled(document.styles["Letter Sample"], "bottom", 4, 3, "595959")
    _page(document)
    _write(document, HEAD, gap)
    _table(document)
    _write(document, TAIL, gap)
    document.core_properties.author = ""
    document.core_properties.comments = ""
    content = io.BytesIO()
    document.save(content)
    return unchanging(content.getvalue(), MADE)


def _lighten(document: Document) -> None:
    """Leave out what python-docx's own template brings and no letter uses: table styles, a thumbnail, old copies."""
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name != "Normal Table":
            style.delete()
    for rels in (document.part.rels, document.part.package.rels):
        for name in [name for name, each in rels.items() if each.reltype.endswith(UNUSED)]:
            del rels[name]


def _write(place: Document | _Cell, lines: Lines, gap: str = "") -> None:
    for style, *runs in lines:
        paragraph = place.add_paragraph(style=style or "Normal")
        for text in runs:
            run = paragraph.add_run(text.removeprefix("^"), style="Letter Mark" if text[0] == "^" else None)
            if text == "{{ each.end }}" and gap:
                run.add_text("{% if not loop.last %}" + gap + "{% endif %}")


def _table(document: Document) -> None:
    """Head row that repeats, then rows that stay whole; both go through the cells of a row."""
    table = document.add_table(rows=4, cols=3)
    table.style = document.styles["Normal Table"]
    table.autofit = False
    layout = table._tbl.tblPr.find(qn("w:tblLayout"))
    layout.addprevious(parse_xml(BORDERS))
    layout.addnext(parse_xml(MARGINS))
    _row(table.rows[0], "head in block.heads", HEAD_CELL, "w:tblHeader")
    _fill(table.rows[1].cells[0], (("", "{%tr for row in block.rows %}"),))
    _row(table.rows[2], "cell in row", CELL)
    _fill(table.rows[3].cells[0], (("", "{%tr endfor %}"),))


def _row(row: _Row, each: str, lines: Lines, *marks: str) -> None:
    properties = row._tr.get_or_add_trPr()
    for mark in ("w:cantSplit", *marks):
        properties.append(OxmlElement(mark))
    opening, content, closing = row.cells
    _fill(opening, (("", "{%tc for " + each + " %}"),))
    _fill(content, lines)
    _fill(closing, (("", "{%tc endfor %}"),))


def _fill(cell: _Cell, lines: Lines) -> None:
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    _write(cell, lines)
    first = cell.paragraphs[0]._p
    first.getparent().remove(first)


def _page(document: Document) -> None:
    """A4, text of 156 × 225 mm with its lines, page numbers outside, the sample's mark on every page."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.header_distance, section.footer_distance = Mm(20), Mm(23)
    document.settings.odd_and_even_pages_header_footer = True
    grid = section._sectPr.find(qn("w:docGrid"))
    for name, value in (("type", "lines"), ("linePitch", "579")):
        grid.set(qn(f"w:{name}"), value)
    _of_today(document)
    for header in (section.header, section.even_page_header):
        _write(header, SAMPLE)
    for footer, style in (
        (section.footer, "Letter Page Odd"),
        (section.even_page_footer, "Letter Page Even"),
    ):
        paragraph = footer.paragraphs[0]
        paragraph.style = document.styles[style]
        _page_number(paragraph)


def _of_today(document: Document) -> None:
    """Not a file of 2010, for which Word would set tables a little to the left."""
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def _page_number(paragraph: Paragraph) -> None:
    paragraph.add_run("— ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)
    paragraph.add_run(" —")


if __name__ == "__main__":
    for language, looks, gap in (("zh", CHINESE, ""), ("en", ENGLISH, " ")):
        (TEMPLATES / NAMES[language]).write_bytes(template(looks, gap))
