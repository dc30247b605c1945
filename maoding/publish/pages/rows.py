"""Rows: what is worked out once of a list's rows, however often they are picked from?"""

from collections.abc import Iterable, Iterator

from maoding.publish.pages.columns import Choice, Column, Row


class Rows:
    """Rows that do not change, their orders and the values their filters offer.

    Whoever keeps rows for many questions may do so where orders and filters, told apart by their keys, look at nothing
    but the row.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows = tuple(rows)
        self._ordered: dict[tuple[str, bool], list[Row]] = {}
        self._offered: dict[str, frozenset[str]] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows)

    def ordered(self, column: Column | None, *, backwards: bool) -> list[Row]:
        """All rows in a column's order; without one as they came."""
        if column is None:
            return list(self._rows)
        key = column.key, backwards
        if key not in self._ordered:
            self._ordered[key] = column.ordered(list(self._rows), backwards=backwards)
        return self._ordered[key]

    def offered(self, choice: Choice) -> frozenset[str]:
        """Values that any row has of a filter."""
        if choice.key not in self._offered:
            self._offered[choice.key] = frozenset(
                value for row in self._rows for value in choice.values(row) if value
            )
        return self._offered[choice.key]
