"""Lines: what does one row say in each field, and what is wrong with it?"""

from collections.abc import Callable
from typing import TypeVar

from maoding.intake.cells import BLANKS
from maoding.intake.headings import Layout
from maoding.intake.problems import MisfitUnitError, Problem, UnfitCellError
from maoding.intake.tables import NOT_COMPUTED, Table
from maoding.terms.language import say

T = TypeVar("T")


def fault_of(spoilt: str) -> UnfitCellError:
    """Why a spoilt cell has no value: its formula was never worked out, or it holds an error such as ``#REF!``."""
    if spoilt == NOT_COMPUTED:
        return UnfitCellError(say("公式没有计算结果"), say("请用 Excel 打开，保存后再上传"))
    return UnfitCellError(say("单元格是错误值 {error}", error=spoilt), say("请改正公式，或直接填写数字"))


class Line:
    """One row while it is read: its cells by field, and the problems found so far.

    `doubtful` rows have a unit that does not fit: they may be about something else than they say.
    """

    __slots__ = ("_cells", "_layout", "doubtful", "number", "problems", "table")

    def __init__(self, table: Table, layout: Layout, number: int, cells: tuple[str, ...]) -> None:
        self.table = table
        self.number = number
        self.problems: list[Problem] = []
        self.doubtful = False
        self._layout = layout
        self._cells = cells

    def has(self, field: str) -> bool:
        """Whether the table has a column for the field."""
        return field in self._layout.columns

    def first(self, *fields: str) -> str:
        """The first of the fields that says something here; else the first that has a column."""
        own = [field for field in fields if self.has(field)]
        return next((field for field in own if self._text(field)), own[0] if own else fields[0])

    def unit(self, field: str) -> str:
        """Unit that the heading of the field states; empty if none."""
        return self._layout.units.get(field, "")

    def _text(self, field: str) -> str:
        text = self._cells[self._layout.columns[field]].strip()
        return "" if text in BLANKS else text

    def said(self, field: str) -> str:
        """What the row says in the field; empty if nothing, or if there is no such column.

        Raises:
            UnfitCellError: the cell holds an error or a formula that was never worked out.
        """
        column = self._layout.columns.get(field)
        if column is None:
            return ""
        spoilt = self.table.spoilt.get((self.number, column))
        if spoilt:
            raise fault_of(spoilt)
        return self._text(field)

    def alone(self, field: str) -> str:
        """What the row says in the field, where a merged block of several cells cannot be understood.

        Raises:
            UnfitCellError: the cell is part of a merged block, or is spoilt.
        """
        column = self._layout.columns.get(field, -1)
        if (self.number, column) in self.table.merged:
            raise UnfitCellError(
                say("几格合并写了一个数，不知道属于哪一行"), say("请取消合并，每行各填各的数")
            )
        return self.said(field)

    def take(self, field: str, read: Callable[[str], T], otherwise: T, *, alone: bool = False) -> T:
        """Read the field; where it does not fit, note the problem and go on with `otherwise`."""
        try:
            return read(self.alone(field) if alone else self.said(field))
        except UnfitCellError as unfit:
            self.doubtful |= isinstance(unfit, MisfitUnitError)
            self.note(field, unfit.reason, unfit.mend)
            return otherwise

    def text(self, field: str) -> str:
        """What the row says in the field in words."""
        return self.take(field, str, "")

    def note(self, field: str, reason: str, mend: str) -> None:
        """Note what is wrong in a field, or with the whole row where it has no such column."""
        problem = self.table.where(self.number, self._layout.columns.get(field), reason, mend)
        if problem not in self.problems:
            self.problems.append(problem)

    def place(self, record: str, field: str = "") -> dict[str, str | int]:
        """Where this row stands: file, sheet, row, record, the cell of a field, and the words it was taken from."""
        place: dict[str, str | int] = {"file": self.table.file}
        if self.table.sheet:
            place["sheet"] = self.table.sheet
        place["row"] = self.number
        if self.table.sheet and self.has(field):
            place["cell"] = self.table.address(self.number, self._layout.columns[field])
        if record:
            place["record"] = record
        for name in ("document", "sha256"):
            if self.has(name) and (text := self._text(name)):
                place[name] = text
        for name in ("start", "end"):
            if self.has(name) and (text := self._text(name)).isdecimal() and len(text) < 10:
                place[name] = int(text)
        return place
