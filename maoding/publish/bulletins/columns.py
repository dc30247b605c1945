"""Columns: how wide is each column of a table, so that no number, light, head or short word is broken in it?

Reckoned once for all layouts, over the width of the text, 156 mm.
"""

import re
from math import ceil

from maoding.publish.bulletins.lengths import squares
from maoding.publish.bulletins.letter import Cell, Head, Table

ROOM = 156 / 25.4 * 72
SIZES = (
    10.0,
    9.0,
    8.0,
    7.5,
)  # points; a table of many columns is set in smaller letters rather than in pieces
LARGEST = SIZES[0]
PADDING = 9.5  # points beside the text of a cell, both sides together
LETTER = 0.56  # of a sans face, whose figures are the widest
BOLD = 0.64  # likewise, bold; Chinese characters are as wide as ever
UNIT = 0.86  # of the size of the table
MARK = 0.6  # likewise, of a raised mark
SHORT = 5  # squares; what is no longer stays on one line
WIDE_ENOUGH = 6  # squares; what is longer may take more lines
WORD = re.compile(r"[!-~]{1,12}")
SHAPE = re.compile(r"^(\S) ")  # of a light, which never stands alone


def size(table: Table) -> float:
    """The largest size, in points, in which every column has the room it needs; else the smallest."""
    return next((each for each in SIZES if sum(_least(table, each)) <= ROOM), SIZES[-1])


def widths(table: Table) -> list[float]:
    """Points of each column: as the heads wish, but none narrower than it needs.

    Where they wish too much, all give way; what is left over goes to texts that would else be broken. Where there is
    not even room for what is needed, all are narrowed alike and words break.
    """
    points = size(table)
    least, whole = _least(table, points), _whole(table, points)
    if sum(least) >= ROOM:
        return [low * ROOM / sum(least) for low in least]
    shares = [ROOM * head.width / sum(each.width for each in table.heads) for head in table.heads]
    wished = [max(low, min(share, high)) for low, share, high in zip(least, shares, whole, strict=True)]
    bound = least if sum(wished) > ROOM else [max(pair) for pair in zip(wished, whole, strict=True)]
    return _towards(wished, bound)


def _towards(wished: list[float], bound: list[float]) -> list[float]:
    """Fill the room: each column goes the same part of its way from what it wished to its bound, and beyond, alike."""
    ways = [end - wish for wish, end in zip(wished, bound, strict=True)]
    part = min(1, (ROOM - sum(wished)) / sum(ways)) if sum(ways) else 1
    reached = [wish + part * way for wish, way in zip(wished, ways, strict=True)]
    return [width * ROOM / sum(reached) for width in reached]


def _least(table: Table, points: float) -> list[float]:
    return [
        PADDING + points * max([_head(head), *(_cell(row[at], head) for row in table.rows)])
        for at, head in enumerate(table.heads)
    ]


def _whole(table: Table, points: float) -> list[float]:
    """Widths in which no text would be broken."""
    return [
        PADDING + points * max([squares(head.text, BOLD), *(_long(row[at]) for row in table.rows)])
        for at, head in enumerate(table.heads)
    ]


def _head(head: Head) -> float:
    """A head is bold; its unit stands below it, on a line of its own."""
    unit = f"（{head.unit}）"
    return max(_lines(head.text, 4, BOLD), UNIT * _lines(unit, SHORT, LETTER) if head.unit else 0)


def _cell(cell: Cell, head: Head) -> float:
    """A number and a short text stand on one line with their mark; others as `_lines` says."""
    if head.numeric or squares(cell.text, LETTER) <= SHORT:
        return _long(cell)
    return _lines(SHAPE.sub(r"\1\1", cell.text), SHORT, BOLD if cell.tone else LETTER)


def _long(cell: Cell) -> float:
    marks = MARK * squares(f"[{','.join(map(str, cell.sources))}]", LETTER) if cell.sources else 0
    return squares(cell.text, BOLD if cell.tone else LETTER) + marks


def _lines(text: str, short: float, letter: float) -> float:
    """Width for a text: the whole of a short one, half of a longer one up to a bound, and its longest word."""
    long = squares(text, letter)
    return max(long if long <= short else min(ceil(long / 2), WIDE_ENOUGH), _longest_word(text, letter))


def _longest_word(text: str, letter: float) -> float:
    return max((squares(word, letter) for word in WORD.findall(text)), default=0)
