"""By intake: how does Maoding read a workbook? As text, as shown, with the address of every cell."""

from pathlib import Path

from bench import workbook
from maoding.intake.sheets import read_tables
from maoding.intake.tables import Table


def load(folder: Path) -> Path:
    """Where the workbook lies."""
    return folder / workbook.NAME


def work(file: Path) -> Table:
    """Its one table."""
    return read_tables(file)[0]


def checksum(table: Table) -> str:
    """Checksum of all cells, heads included."""
    return workbook.checksum(table.frame.iter_rows())
