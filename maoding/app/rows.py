"""Rows: what does anyone's table hold, row by row, whatever kind of file it is?"""

from collections.abc import Collection
from pathlib import Path
from typing import Any

from maoding.intake.lines import fault_of
from maoding.intake.problems import Problem
from maoding.intake.sheets import read_tables
from maoding.intake.tables import Table

Row = dict[str, Any]


def rows_of(file: Path, headings: Collection[str]) -> tuple[list[Row], list[Problem]]:
    """Rows of all sheets by heading, blank cells as None; with what a reader should know of the file.

    Each row also has `row`, the number Excel shows for it. `headings` are words by which the head row is known. Cells
    that hold an error or a formula never worked out are blank here, and named among the problems.

    Raises:
        UnreadableFileError: nothing can be read from the file.
    """
    rows: list[Row] = []
    problems: list[Problem] = []
    for table in read_tables(file, expected=headings):
        problems += [*table.remarks, *_spoilt(table)]
        rows += [
            {name: cell.strip() or None for name, cell in zip(table.columns, cells, strict=True)}
            | {"row": number}
            for number, cells in table.rows()
        ]
    return rows, problems


def _spoilt(table: Table) -> list[Problem]:
    faults = [(row, column, fault_of(error)) for (row, column), error in sorted(table.spoilt.items())]
    return [table.where(row, column, fault.reason, fault.mend) for row, column, fault in faults]
