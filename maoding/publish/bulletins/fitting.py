"""Fitting: what of a Word letter depends on how long its texts are: red head, columns, place of the date?

Word can neither shrink a head to one line nor see how wide a name is, so it is reckoned here, by square characters.
"""

from collections.abc import Iterator

from docx.document import Document
from docx.shared import Length, Mm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

from maoding.publish.bulletins.columns import LARGEST
from maoding.publish.bulletins.lengths import squares
from maoding.publish.bulletins.parts import Part

WIDE = Mm(156)
SMALLEST = 22
ORDINARY = Pt(16)


def fit(document: Document, known: Part) -> None:
    """Set what the template cannot know; a template that leaves a part out loses nothing."""
    for paragraph, size in _of("Letter Organ", document):
        fitting = int(WIDE.pt / max(squares(known["organ"]), 1))
        for run in paragraph.runs:
            run.font.size = Pt(max(SMALLEST, min(int(size), fitting)))
    _sign(document, known)
    tables = [block for block in known["blocks"] if block["kind"] == "table"]
    for table, block in zip(_tables(document), tables, strict=False):
        _columns(table, block["widths"], block["size"])


def _sign(document: Document, known: Part) -> None:
    """Two characters from the right, the date beginning two further in than the name (GB/T 9704—2012, 7.3.5.2)."""
    name, date = squares(known["signed"]), squares(known["dated"]) + 2
    wide = max(name, date)
    for style, long in (("Letter Signed", name), ("Letter Dated", date)):
        for paragraph, size in _of(style, document):
            paragraph.paragraph_format.right_indent = Pt(size * (2 + wide - long))


def _columns(table: Table, widths: list[float], size: float) -> None:
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Length(Pt(width))
        for cell in column.cells:
            cell.width = Length(Pt(width))
    for paragraph in (line for row in table.rows for cell in row.cells for line in cell.paragraphs):
        wished = paragraph.style.font.size if paragraph.style is not None else None
        for run in paragraph.runs:
            run.font.size = Pt((wished or Pt(LARGEST)).pt * size / LARGEST)


def _of(style: str, document: Document) -> Iterator[tuple[Paragraph, float]]:
    """Paragraphs of a style, and the size of its letters in points."""
    for paragraph in document.paragraphs:
        if paragraph.style is not None and paragraph.style.name == style:
            yield paragraph, (paragraph.style.font.size or ORDINARY).pt


def _tables(document: Document) -> list[Table]:
    """Tables of the letter: those whose first row is repeated on every page."""
    return [table for table in document.tables if table._tbl.xpath("./w:tr[1]/w:trPr/w:tblHeader")]
