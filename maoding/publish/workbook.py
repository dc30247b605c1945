"""Workbook: how is a list handed over as a sheet that says what it holds?

The same list gives the same bytes: the day asked stands for the day it was made. A text stays a text, whatever it
begins with: nothing is worked out in the reader's program, and only an address in the web can be pressed.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NARROWEST, WIDEST = 8, 60  # of a column, in letters
ADDRESS = ("https://", "http://")
MOST_ADDRESSES, LONGEST_ADDRESS = 60_000, 2_000  # what a sheet holds; beyond it they are plain texts

Cell = str | float


def workbook(
    title: str, lines: Sequence[str], heads: Sequence[str], rows: Sequence[Sequence[Cell]], day: dt.date
) -> bytes:
    """An xlsx file: title, lines that tell day and filters, heads that stay in sight, and the rows."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    book.set_properties({"title": title, "created": dt.datetime.combine(day, dt.time())})
    sheet = book.add_worksheet()
    strong = book.add_format({"bold": True})
    sheet.write_string(0, 0, title, strong)
    for at, line in enumerate(lines, start=1):
        sheet.write_string(at, 0, line)
    top = len(lines) + 1
    lined = book.add_format({"bold": True, "bottom": 1})
    for column, head in enumerate(heads):
        sheet.write_string(top, column, head, lined)
    linked = len(rows) * len(heads) <= MOST_ADDRESSES
    for at, row in enumerate(rows, start=top + 1):
        for column, cell in enumerate(row):
            if cell != "":
                _writer(sheet, cell, linked=linked)(at, column, cell)
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


def _writer(sheet: Worksheet, cell: Cell, *, linked: bool) -> Callable[[int, int, Any], int]:
    """How a cell is written; `write` would guess, and take some texts for formulas."""
    if not isinstance(cell, str):
        return sheet.write_number  # type: ignore[no-any-return]
    is_address = linked and cell.startswith(ADDRESS) and len(cell) <= LONGEST_ADDRESS
    return sheet.write_url if is_address else sheet.write_string  # type: ignore[no-any-return]


def _width(cell: Cell) -> int:
    """Width of a cell in letters; a Chinese one is as wide as two."""
    text = str(cell)
    return len(text) + sum(not letter.isascii() for letter in text)
