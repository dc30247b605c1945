"""Tables: what does a sheet or a delimited file hold, cell by cell, and where does each cell stand?"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import polars as pl

from maoding.intake.problems import Problem

Spot = tuple[int, int]  # row as Excel numbers it, column counted from 0 within the table
NOT_COMPUTED = "="
UNIT_OF_TABLE = re.compile(r"单位\s*[:：]\s*([^\s（）()，,、;；]+)\s*[）)]?\s*\Z")


@dataclass(frozen=True)
class Table:
    """One table as text: a column of `frame` for each column of the sheet, a row for each row from the very first.

    `heads` are the words above each column, from the top; `spoilt` tells of cells without a usable value (an error
    such as ``#REF!``, or ``=`` for a formula never worked out); `merged` are cells of which one number cannot be told:
    those of blocks of several rows, and those filled from the left.
    `first_column` is the sheet's column (A is 1) that column 0 stands in; `formats_seen` is false where the file
    does not tell how numbers were shown (legacy .xls).
    """

    file: str
    sheet: str
    head_row: int
    first_row: int
    heads: tuple[tuple[str, ...], ...]
    frame: pl.DataFrame
    titles: tuple[str, ...] = ()
    first_column: int = 1
    formats_seen: bool = True
    spoilt: Mapping[Spot, str] = field(default_factory=dict)
    merged: frozenset[Spot] = frozenset()
    remarks: tuple[Problem, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """Headings, those of several rows joined by a stroke: ``完成情况/累计``."""
        return tuple("/".join(parts) for parts in self.heads)

    @property
    def unit(self) -> str:
        """Unit that a title above the table states for all of it (单位：亿元); empty if none."""
        return next((found[1] for title in self.titles if (found := UNIT_OF_TABLE.search(title))), "")

    def rows(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Rows below the head that hold anything, with the number Excel shows for them."""
        for number, cells in enumerate(self.frame[self.first_row - 1 :].iter_rows(), self.first_row):
            if any(cell.strip() for cell in cells):
                yield number, cells

    def address(self, row: int, column: int) -> str:
        """Address of a cell as Excel writes it: ``C6``."""
        return f"{letters(self.first_column + column)}{row}"

    def where(self, row: int, column: int | None, reason: str, mend: str) -> Problem:
        """Make a problem of a cell, or of a whole row."""
        if column is None:
            return Problem(self.file, self.sheet, row, "", "", reason, mend)
        return Problem(
            self.file, self.sheet, row, self.columns[column], self.address(row, column), reason, mend
        )


def letters(column: int) -> str:
    """Letters of a column counted from 1: 28 → ``AB``."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def column_number(text: str) -> int:
    """Column counted from 1 by its letters: ``AB`` → 28."""
    number = 0
    for letter in text:
        number = number * 26 + ord(letter) - 64
    return number
