"""Columns: by what is a list ordered, by what is it sifted, and what stands in its head?"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from maoding.publish.workbook import Cell

Row = Any


@dataclass(frozen=True)
class Column:
    """A column: what orders it (None: nothing does) and its cell in the workbook, a text or a number.

    `greatest_first` is what a first press on the head does; rows whose order is None or empty stand last either way,
    and rows of one `group` (a currency) stay together. A column that is not `on_page` stands in the workbook only.
    """

    key: str
    words: str
    cell: Callable[[Row], Cell]
    order: Callable[[Row], Any] | None = None
    greatest_first: bool = False
    numeric: bool = False
    group: Callable[[Row], Any] | None = None
    on_page: bool = True

    @property
    def usual(self) -> str:
        """The order a first press on the head asks for."""
        return f"-{self.key}" if self.greatest_first else self.key

    @property
    def other(self) -> str:
        """The order a second press asks for."""
        return self.key if self.greatest_first else f"-{self.key}"

    def ordered(self, rows: list[Row], *, backwards: bool) -> list[Row]:
        """Rows in the column's order, equals as they came; those it says nothing of last."""
        if self.order is None:
            return rows
        keyed = [(self.order(row), row) for row in rows]
        known = [pair for pair in keyed if _is_known(pair[0])]
        known.sort(key=lambda pair: pair[0], reverse=backwards)  # stable either way: equals keep their order
        if group := self.group:
            known.sort(key=lambda pair: group(pair[1]))
        return [row for _, row in known] + [row for key, row in keyed if not _is_known(key)]


def _is_known(key: Any) -> bool:
    return key is not None and key not in ("", ())


@dataclass(frozen=True)
class Choice:
    """A filter: the values a row has of it, and how a value is named; `order` sorts the values, else by name."""

    key: str
    words: str
    values: Callable[[Row], Collection[str]]
    label: Callable[[str], str] = str
    order: Callable[[str], Any] | None = None


@dataclass(frozen=True)
class Head:
    """Head of a column: its words, where pressing it leads (empty: nowhere), and how the list stands in its order."""

    key: str
    words: str
    href: str
    sorted: str
    numeric: bool
