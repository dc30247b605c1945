"""Heads: in which rows of a sheet stand the headings, and what stands above each column?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

SEARCHED_ROWS = 40
DEEPEST_HEAD = 3
FEWEST_KNOWN = 2  # one word may be a heading by chance


@dataclass(frozen=True)
class Head:
    """Rows of the head, counted from 0: its first row and how many there are; and the words above each column."""

    start: int
    depth: int
    heads: tuple[tuple[str, ...], ...]


def find_head(rows: Sequence[Sequence[str]], is_heading: Callable[[str], bool]) -> Head | None:
    """Find the head: the rows that name most known headings; else the first row that looks like one.

    Title rows above, blank rows and heads of up to three rows are understood. None if all rows are blank.
    """
    searched = rows[:SEARCHED_ROWS]
    best, most = None, FEWEST_KNOWN - 1
    for depth in range(1, DEEPEST_HEAD + 1):
        for start in range(len(searched) - depth + 1):
            head = _head(searched, start, depth)
            known = sum(any(is_heading(part) for part in (*parts, "".join(parts))) for parts in head.heads)
            if known > most:
                best, most = head, known
    return _with_words_above(searched, best) if best else _first_filled(searched)


def _with_words_above(rows: Sequence[Sequence[str]], head: Head) -> Head:
    """The head with the row above it, as long as a heading is merged over both: 完成情况 above 数值."""
    while head.start and head.depth < DEEPEST_HEAD:
        above, top = rows[head.start - 1], rows[head.start]
        if not any(upper.strip() and upper == lower for upper, lower in zip(above, top, strict=True)):
            break
        head = _head(rows, head.start - 1, head.depth + 1)
    return head


def _head(rows: Sequence[Sequence[str]], start: int, depth: int) -> Head:
    columns = zip(*rows[start : start + depth], strict=True)
    return Head(start, depth, tuple(_parts(cells) for cells in columns))


def _parts(cells: Sequence[str]) -> tuple[str, ...]:
    """Different words from the top down; a heading merged over two rows stands once."""
    words = ("".join(cell.split()) for cell in cells)
    return tuple(dict.fromkeys(word for word in words if word))


def _first_filled(rows: Sequence[Sequence[str]]) -> Head | None:
    """First row of two filled cells or more; in a table of one column the first that is filled."""
    filled = [sum(bool(cell.strip()) for cell in row) for row in rows]
    wide = next((start for start, count in enumerate(filled) if count > 1), None)
    start = wide if wide is not None else next((start for start, count in enumerate(filled) if count), None)
    return None if start is None else _head(rows, start, 1)
