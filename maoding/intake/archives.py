"""Archives: is a workbook's zip safe to open, and what is inside?"""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

from maoding.intake.problems import UnreadableFileError, about_file
from maoding.terms.language import say

MOST_BYTES = 512 * 2**20
MOST_PARTS = 2_000
HIGHEST_RATIO = 100  # a sheet of 100,000 rows packs to about an eighth
RATIO_MATTERS = 16 * 2**20
LOCAL_HEADER = 30
LOCKED_FLAG = 1
EXAMINED = (".xml", ".rels")
NOT_EXAMINED = ("xl/drawings/", "docprops/")


def opened(data: bytes, file: str) -> Mapping[str, bytes]:
    """Parts of a workbook by name in small letters: the book, its styles, texts and sheets; others are only measured.

    Refused before anything is inflated: too many parts, or too large or too tightly packed by what the archive
    itself declares. Then every part is inflated no further than declared, so an archive that lies is refused too.

    Raises:
        UnreadableFileError: no workbook, locked, broken, or a zip bomb.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            listed = archive.infolist()
    except Exception as error:  # a damaged list of parts fails in a dozen ways, some of them undocumented
        raise broken(file) from error
    _check_kind({info.filename.lower() for info in listed}, file)
    _check_size(listed, file)
    parts: dict[str, bytes] = {}
    for info in listed:
        part = _inflated(data, info, file)
        name = info.filename.lower()
        if name.endswith(EXAMINED) and not name.startswith(NOT_EXAMINED):
            parts[name] = part
    return parts


def broken(file: str) -> UnreadableFileError:
    """Say that a file is damaged."""
    return UnreadableFileError(
        about_file(
            file,
            say("文件已损坏或没有传完整，打不开"),
            say("请用 Excel 打开，确认能显示后另存为 .xlsx 再上传"),
        )
    )


def locked(file: str) -> UnreadableFileError:
    """Say that a file asks for a password."""
    return UnreadableFileError(
        about_file(
            file,
            say("工作簿设了打开密码，读不了"),
            say("请在 Excel 里取消密码（文件—信息—保护工作簿），保存后再上传"),
        )
    )


def not_a_workbook(file: str) -> UnreadableFileError:
    """Say that a file is of another kind."""
    return UnreadableFileError(
        about_file(file, say("这不是能读的表格文件"), say("请用 Excel 打开，另存为 .xlsx 后再上传"))
    )


def _check_kind(names: set[str], file: str) -> None:
    if "xl/workbook.xml" not in names:
        raise not_a_workbook(file)


def _check_size(listed: list[zipfile.ZipInfo], file: str) -> None:
    whole, packed = sum(info.file_size for info in listed), sum(info.compress_size for info in listed)
    tight = whole > RATIO_MATTERS and whole > HIGHEST_RATIO * packed
    if whole > MOST_BYTES or tight or len(listed) > MOST_PARTS:
        raise bomb(file)


def bomb(file: str) -> UnreadableFileError:
    """Say that a file is small outside and huge inside."""
    return UnreadableFileError(
        about_file(
            file,
            say("文件解压后大得不正常，为安全起见没有打开"),
            say("请把需要的表复制到一个新的工作簿，另存为 .xlsx 再上传"),
        )
    )


def _inflated(data: bytes, info: zipfile.ZipInfo, file: str) -> bytes:
    """Inflate one part, never beyond its declared size."""
    if info.flag_bits & LOCKED_FLAG:
        raise locked(file)
    lengths = data[info.header_offset + LOCAL_HEADER - 4 : info.header_offset + LOCAL_HEADER]
    if len(lengths) < 4:
        raise broken(file)
    start = info.header_offset + LOCAL_HEADER + sum(struct.unpack("<HH", lengths))
    raw = data[start : start + info.compress_size]
    if info.compress_type == zipfile.ZIP_STORED:
        part = raw
    elif info.compress_type == zipfile.ZIP_DEFLATED:
        try:
            part = zlib.decompressobj(-zlib.MAX_WBITS).decompress(raw, info.file_size + 1)
        except zlib.error as error:
            raise broken(file) from error
    else:
        raise broken(file)
    if len(part) > info.file_size:
        raise bomb(file)
    return part
