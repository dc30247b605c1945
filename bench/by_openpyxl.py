"""By openpyxl: how does the usual library read a workbook? Row by row, read only, values only: its quickest way."""

from pathlib import Path
from typing import Any

import openpyxl

from bench import workbook

Rows = list[tuple[Any, ...]]


def load(folder: Path) -> Path:
    """Where the workbook lies."""
    return folder / workbook.NAME


def work(file: Path) -> Rows:
    """All rows of its first sheet."""
    book = openpyxl.load_workbook(file, read_only=True, data_only=True)
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    book.close()
    return rows


def checksum(rows: Rows) -> str:
    """Checksum of all cells, heads included, in the words in which they were shown."""
    return workbook.checksum([workbook.text_of(*cell) for cell in enumerate(row)] for row in rows)
