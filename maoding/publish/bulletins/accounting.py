"""Accounting: does every digit of a letter belong to a checked number, a name, a date or the number of a heading?"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from maoding.publish.bulletins.letter import Cell, Chart, Heading, Letter, Paragraph, Table
from maoding.publish.bulletins.said import Number
from maoding.publish.bulletins.statements import Statement
from maoding.publish.bulletins.typed_numbers import typed_numbers

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
MONTH = f"(?:{'|'.join(MONTHS)}|{'|'.join(name[:3] for name in MONTHS)})"
YEAR = r"(?:19|20)\d\d"
DATES = re.compile(
    "|".join(
        (
            rf"{YEAR}年(?:\d{{1,2}}(?:[—-]\d{{1,2}})?月(?:\d{{1,2}}日)?)?(?:[—-]\d{{1,2}}月\d{{1,2}}日)?",
            r"(?<!\d)\d{1,2}[—-]\d{1,2}月",
            r"(?<!\d)\d{1,2}月\d{1,2}日",
            r"(?<!\d)\d{1,2}月",
            rf"{YEAR}-\d\d-\d\d",
            rf"(?:\d{{1,2}} )?{MONTH} {YEAR}",
            rf"(?<!\d)\d{{1,2}} {MONTH}\b",
        )
    )
)
BARE_YEAR = re.compile(rf"(?<![\d.,]){YEAR}(?!\d|[.,]\d)")  # Chinese writes 年 behind it
BLANK = "\ufffc"


Span = tuple[int, int, Number]


def placed(
    text: str, numbers: Iterable[Number], names: Iterable[str], language: str
) -> tuple[list[Span], list[Number], str]:
    """Where in a text its numbers stand, those that are not in it, and the text with all of it blotted out.

    Names and dates are set aside first, then each number is looked for behind the one before it.
    """
    left = _without(text, names, language)
    found: list[Span] = []
    missing, place = [], 0
    for number in numbers:
        at = re.compile(rf"(?<![\d.,]){re.escape(number.printed)}(?!\d|[.,]\d)").search(left, place)
        if at is None:
            missing.append(number)
            continue
        found.append((at.start(), at.end(), number))
        left, place = _blotted(left, at), at.end()
    return found, missing, left


def unaccounted(
    text: str, numbers: Iterable[Number], names: Iterable[str], language: str
) -> tuple[list[str], list[Number]]:
    """Numbers in a text that nothing accounts for, and numbers said to be printed that are not in it."""
    _, missing, left = placed(text, numbers, names, language)
    return typed_numbers(left), missing


def _blotted(text: str, at: re.Match[str]) -> str:
    return text[: at.start()] + _blot(at) + text[at.end() :]


def _blot(at: re.Match[str]) -> str:
    return BLANK * (at.end() - at.start())


def _without(text: str, names: Iterable[str], language: str) -> str:
    """The text with names and dates blotted out, the longest first; every letter keeps its place."""
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, BLANK * len(name))
    text = DATES.sub(_blot, text)
    return BARE_YEAR.sub(_blot, text) if language == "en" else text


def texts(letter: Letter, statements: Iterable[Statement]) -> dict[str, str]:
    """What the letter prints of each statement, by its id: the letter's own words, in the order they stand in."""
    stated = list(statements)
    rows = iter([each for each in stated if each.kind == "row"])
    charts = iter([each.id for each in stated if each.kind == "chart"])
    found: dict[str, str] = {}
    for block in letter.blocks:
        if isinstance(block, Paragraph):
            found |= {each.id: each.text for each in block.sentences}
        elif isinstance(block, Table):
            found |= {
                each.id: _row(row, each, block.note) for row, each in zip(block.rows, rows, strict=False)
            }
        elif isinstance(block, Chart):
            found[next(charts, "")] = block.words
    return found


def _row(cells: tuple[Cell, ...], statement: Statement, note: str) -> str:
    """A table's row with those of its remarks that stand below the table."""
    told = (remark for remark in statement.remarks if remark in note)
    return " | ".join((*(cell.text for cell in cells), *told))


def drawn(option: dict[str, Any]) -> list[float]:
    """Numbers a chart draws, series by series."""
    points = (point for series in option["series"] for point in series["data"] if point is not None)
    return [point["value"] if isinstance(point, dict) else point for point in points]


def around(letter: Letter, statements: Iterable[Statement]) -> Iterator[tuple[str, str]]:
    """Everything else the letter prints, with a name for each: head, title, headings, heads and notes of tables."""
    remarks = {remark for each in statements for remark in each.remarks}
    for name in ("organ", "reference", "title", "addressee", "signed", "dated", "sample"):
        yield name, getattr(letter, name)
    for place, note in enumerate(letter.notes, 1):
        yield f"notes-{place}", note
    for place, block in enumerate(letter.blocks, 1):
        match block:
            case Heading(text, level):
                yield f"heading-{place}", _without_number(text, level)
            case Table(title, heads, _, note):
                for remark in remarks:
                    note = note.replace(remark, BLANK)
                yield f"table-{place}", " | ".join((title, *(head.text for head in heads), note))
            case Chart(title):
                yield f"chart-{place}", title
            case _:
                pass


def _without_number(text: str, level: int) -> str:
    numbered = (
        r"^(?:[一二三四五六七八九十]+、|\d+\. )"
        if level == 1
        else r"^(?:（[一二三四五六七八九十]+）|\(\d+\) )"
    )
    return re.sub(numbered, "", text)
