"""Sheets: which tables of text does a file hold, whatever it calls itself?"""

import re
from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path

from maoding.intake.archives import locked, not_a_workbook
from maoding.intake.delimited import decoded, read_delimited
from maoding.intake.headings import is_heading, plain
from maoding.intake.heads import find_head
from maoding.intake.problems import UnreadableFileError, about_file
from maoding.intake.tables import Table
from maoding.intake.workbooks import read_xls, read_xlsx
from maoding.terms.language import say

MOST_BYTES = 256 * 2**20
ZIP = b"PK\x03\x04"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
LEGACY_BOOKS = tuple(f"{name}\0".encode("utf-16-le") for name in ("Workbook", "Book"))
# The lock of a legacy book is a record right behind the one that begins it, which is sixteen bytes long.
LEGACY_LOCK = re.compile(rb"\x09\x08\x10\x00.{16}(?:\x86\x00\x00\x00)?\x2f\x00", re.DOTALL)
OTHER_KINDS = (b"%PDF", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"PK\x05\x06", b"Rar!", b"7z\xbc\xaf")
MARKUP = re.compile(r"\s*<(?:!doctype|html|table|head|meta|\?xml|script|style)\b", re.IGNORECASE)
WORKBOOK_NAMES = {".xlsx", ".xlsm", ".xls"}
TEXT_NAMES = {".csv", ".txt", ".tsv"}


def read_tables(path: Path, expected: Collection[str] = (), name: str = "") -> list[Table]:
    """Read every table of a file as text: .csv, .xlsx, .xlsm or legacy .xls, known by content and not by name.

    `expected` are headings to look for beside those of the feeds; `name` is what problems call the file.

    Raises:
        UnreadableFileError: nothing can be read; its `problem` tells the clerk why and how to mend it.
    """
    file = name or path.name
    data = _bytes(path, file)
    wanted = {plain(heading) for heading in expected}

    def known(text: str) -> bool:
        return is_heading(text) or plain(text) in wanted

    tables = _read(data, file, known)
    return _said_if_misnamed(tables, path.suffix.lower(), file, is_text=not data.startswith((ZIP, COMPOUND)))


def _bytes(path: Path, file: str) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UnreadableFileError(
                about_file(
                    file, say("文件超过 {most} MB", most=MOST_BYTES // 2**20), say("请分成几个文件上传")
                )
            )
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFileError(
            about_file(file, say("找不到文件或没有权限读"), say("请检查文件名和所在的文件夹"))
        ) from error
    if not data.strip():
        raise UnreadableFileError(
            about_file(file, say("文件是空的"), say("请检查是否选错了文件，或没有保存"))
        )
    return data


def _read(data: bytes, file: str, known: Callable[[str], bool]) -> list[Table]:
    if data.startswith(ZIP):
        return read_xlsx(data, file, known)
    if data.startswith(COMPOUND):
        if ENCRYPTED in data:
            raise locked(file)
        if not any(mark in data for mark in LEGACY_BOOKS):
            raise not_a_workbook(file)
        if LEGACY_LOCK.search(data):
            raise locked(file)
        return read_xls(data, file, known)
    if data.startswith(OTHER_KINDS):
        raise not_a_workbook(file)
    text = decoded(data, file)
    if MARKUP.match(text):
        raise UnreadableFileError(
            about_file(
                file, say("这是网页格式的表，不是工作簿"), say("请用 Excel 打开，另存为 .xlsx 后再上传")
            )
        )
    return [_delimited(text, file, known)]


def _delimited(text: str, file: str, known: Callable[[str], bool]) -> Table:
    frame = read_delimited(text, file, known)
    head = find_head(frame.head(60).rows(), known)
    if head is None:
        raise UnreadableFileError(about_file(file, say("文件里没有文字"), say("请检查是否选错了文件")))
    titles = tuple(cell for row in frame.head(head.start).rows() for cell in row if cell.strip())
    return Table(file, "", head.start + 1, head.start + head.depth + 1, head.heads, frame, titles)


def _said_if_misnamed(tables: list[Table], suffix: str, file: str, *, is_text: bool) -> list[Table]:
    """Tell of a file that is not what its name says, though it could be read."""
    if is_text and suffix in WORKBOOK_NAMES:
        reason, mend = (
            say("文件名说是 Excel 工作簿，内容是文字表；已按文字表读"),
            say("请把扩展名改为 .csv"),
        )
    elif not is_text and suffix in TEXT_NAMES:
        reason, mend = (
            say("文件名说是文字表，内容是 Excel 工作簿；已按工作簿读"),
            say("请把扩展名改为 .xlsx"),
        )
    else:
        return tables
    first = replace(tables[0], remarks=(*tables[0].remarks, about_file(file, reason, mend)))
    return [first, *tables[1:]]
