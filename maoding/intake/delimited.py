"""Delimited: how does a text file of commas, semicolons or tabs become cells?"""

import contextlib
import csv
import io
import itertools
from collections.abc import Callable, Iterator

import polars as pl

from maoding.intake.problems import Problem, UnreadableFileError, about_file
from maoding.terms.language import say

DELIMITERS = ",;\t"
ENCODINGS = ("utf-8-sig", "gb18030")
UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
SAMPLED_ROWS = 40
MOST_CELLS = 30_000_000
LONGEST_CELL = 1_000_000


def decoded(data: bytes, file: str) -> str:
    """Text of a file in UTF-8 (with or without mark), UTF-16 with mark, or GB18030.

    Raises:
        UnreadableFileError: it is no text in any of these.
    """
    for encoding in ("utf-16",) if data.startswith(UTF_16_MARKS) else ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise UnreadableFileError(
        about_file(
            file,
            say("这不是文字文件，也不是 Excel 工作簿"),
            say("请用 Excel 打开，另存为 .xlsx 或“CSV UTF-8”后再上传"),
        )
    )


def read_delimited(text: str, file: str, is_heading: Callable[[str], bool]) -> pl.DataFrame:
    """Cells of a delimited text, a row for each record from the first; short rows are filled up with blanks.

    Raises:
        UnreadableFileError: quotes never close, or there are more cells than can be held.
    """
    text, delimiter = _delimiter(text, is_heading)
    records = _records(text, delimiter)
    rows: list[list[str]] = []
    try:
        rows.extend(records)
    except csv.Error as error:
        reason = say("这一行之前有引号没有成对，或有一格文字过长，分不出列")
        mend = say("请用 Excel 打开检查后另存为 .xlsx 再上传")
        raise UnreadableFileError(Problem(file, "", len(rows) + 1, "", "", reason, mend)) from error
    width = max(map(len, rows), default=0)
    if width * len(rows) > MOST_CELLS:
        raise UnreadableFileError(
            about_file(
                file,
                say("有 {rows} 行 {columns} 列，太大", rows=len(rows), columns=width),
                say("请删去多余的行和列，或分成几个文件"),
            )
        )
    padded = [row if len(row) == width else row + [""] * (width - len(row)) for row in rows]
    columns = zip(*padded, strict=True)
    return pl.DataFrame({f"c{n}": pl.Series(cells, dtype=pl.String) for n, cells in enumerate(columns)})


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    """Rows of a text. Strict: a quote that never closes would swallow the rows behind it in silence."""
    csv.field_size_limit(LONGEST_CELL)
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)


def _delimiter(text: str, is_heading: Callable[[str], bool]) -> tuple[str, str]:
    """The text and its delimiter: as the line ``sep=;`` says, else the one that gives most headings, then cells."""
    first, end, rest = text.partition("\n")
    stated = first.strip().lower().removeprefix("sep=")
    if stated != first.strip().lower() and len(stated.strip(" ")) <= 1:
        return end + rest, stated or "\t"
    return text, max(DELIMITERS, key=lambda delimiter: _promise(text, delimiter, is_heading))


def _promise(text: str, delimiter: str, is_heading: Callable[[str], bool]) -> tuple[int, int]:
    """Headings and cells that a delimiter finds in the first rows, up to the first broken quote."""
    rows: list[list[str]] = []
    with contextlib.suppress(csv.Error):
        rows.extend(itertools.islice(_records(text, delimiter), SAMPLED_ROWS))
    headings = max((sum(map(is_heading, row)) for row in rows), default=0)
    widths = sorted(len(row) for row in rows if row)
    return headings, widths[len(widths) // 2] if widths else 0
