"""Workbook: how is a list handed over as a sheet that says what it holds?

The same list gives the same bytes: the day asked stands for the day it was made.
"""

import datetime as dt
from collections.abc import Sequence
from io import BytesIO

import xlsxwriter

TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NARROWEST, WIDEST = 8, 60  # of a column, in letters

Cell = str | float


def workbook(
    title: str, lines: Sequence[str], heads: Sequence[str], rows: Sequence[Sequence[Cell]], day: dt.date
) -> bytes:
    """An xlsx file: title, lines that tell day and filters, heads that stay in sight, and the rows."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"title": title, "created": dt.datetime.combine(day, dt.time())})
    sheet = book.add_worksheet()
    strong = book.add_format({"bold": True})
    sheet.write_string(0, 0, title, strong)
    for at, line in enumerate(lines, start=1):
        sheet.write_string(at, 0, line)
    top = len(lines) + 1
    sheet.write_row(top, 0, heads, book.add_format({"bold": True, "bottom": 1}))
    for at, row in enumerate(rows, start=top + 1):
        sheet.write_row(at, 0, row)
    for column, head in enumerate(heads):
        width = max(_width(text) for text in (head, *(row[column] for row in rows)))
        sheet.set_column(column, column, min(max(width + 2, NARROWEST), WIDEST))
    sheet.freeze_panes(top + 1, 0)
    sheet.autofilter(top, 0, top + max(len(rows), 1), len(heads) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)
    book.close()
    return file.getvalue()


def _width(cell: Cell) -> int:
    """Width of a cell in letters; a Chinese one is as wide as two."""
    text = str(cell)
    return len(text) + sum(not letter.isascii() for letter in text)
