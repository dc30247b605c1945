"""Fitting: what of a Word letter depends on how long its texts are: red head, columns, place of the signature?

Word can neither shrink a head to one line nor see how wide a name is, so it is reckoned here, by square characters.
"""

import re
import unicodedata
from collections.abc import Iterator

from docx.document import Document
from docx.shared import Length, Mm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

from maoding.publish.bulletins.parts import Part

WIDE = Mm(156)
MARK = 0.6  # a raised source mark is that much smaller than the number it stands by
PADDING = 1.2
ORDINARY = Pt(16)
SQUARE = ("F", "W", "A")
WORD = re.compile(r"[!-~]{1,12}")
GAP = re.compile("(?<=[0-9A-Za-z])(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])")


def fit(document: Document, known: Part) -> None:
    """Set what the template cannot know; a template that leaves a part out loses nothing."""
    for paragraph, size in _of("Letter Organ", document):
        squares = _squares(known["organ"])
        for run in paragraph.runs:
            run.font.size = Pt(max(22, min(int(size), int(WIDE.pt / max(squares, 1)))))
    _sign(document, known)
    tables = [block for block in known["blocks"] if block["kind"] == "table"]
    for table, block in zip(_tables(document), tables, strict=False):
        _columns(table, _widths(block))


def _sign(document: Document, known: Part) -> None:
    """Two characters from the right, the date beginning two further in than the name (GB/T 9704—2012, 7.3.5.2)."""
    name, date = _squares(known["signed"]), _squares(known["dated"]) + 2
    wide = max(name, date)
    for style, squares in (("Letter Signed", name), ("Letter Dated", date)):
        for paragraph, size in _of(style, document):
            paragraph.paragraph_format.right_indent = Pt(size * (2 + wide - squares))


def _widths(block: Part) -> list[float]:
    """Points of each column: as wished, but none narrower than what must not be broken in it; the others give way."""
    size, room = 10.5, WIDE.pt
    whole = sum(head["width"] for head in block["heads"])
    least = [
        size * (PADDING + max((_unbroken(row[column]) for row in block["rows"]), default=0))
        for column in range(len(block["heads"]))
    ]
    wished = [max(low, room * head["width"] / whole) for low, head in zip(least, block["heads"], strict=True)]
    spare = [wish - low for wish, low in zip(wished, least, strict=True)]
    over = sum(wished) - room
    if sum(spare) <= over:
        return [wish * room / sum(wished) for wish in wished]
    return [wish - over * gives / sum(spare) for wish, gives in zip(wished, spare, strict=True)]


def _unbroken(cell: Part) -> float:
    """Length of what stays on one line: a number with its mark, a light, a word or date of ordinary length."""
    if cell["numeric"] or cell["tone"]:
        return _squares(cell["text"]) + MARK * _squares(cell["mark"])
    return max((_squares(word) for word in WORD.findall(cell["text"])), default=0)


def _columns(table: Table, widths: list[float]) -> None:
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Length(Pt(width))
        for cell in column.cells:
            cell.width = Length(Pt(width))


def _squares(text: str) -> float:
    """Length of a text in square characters: letters and digits take half of one, the gap beside Chinese a quarter."""
    return sum(1 if each in SQUARE else 0.5 for each in map(unicodedata.east_asian_width, text)) + 0.25 * len(
        GAP.findall(text)
    )


def _of(style: str, document: Document) -> Iterator[tuple[Paragraph, float]]:
    """Paragraphs of a style, and the size of its letters in points."""
    for paragraph in document.paragraphs:
        if paragraph.style is not None and paragraph.style.name == style:
            yield paragraph, (paragraph.style.font.size or ORDINARY).pt


def _tables(document: Document) -> list[Table]:
    """Tables of the letter: those whose first row is repeated on every page."""
    return [table for table in document.tables if table._tbl.xpath("./w:tr[1]/w:trPr/w:tblHeader")]
