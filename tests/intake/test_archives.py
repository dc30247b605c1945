"""Is a workbook that is no workbook, or that would burst the machine, refused before it is opened?"""

import re
import struct
import zipfile
import zlib

import pytest

from maoding.intake import archives, workbooks
from maoding.intake.problems import UnreadableFileError
from maoding.intake.sheets import read_tables
from tests.intake.test_workbooks import HEAD, ROW, rewritten


def refusal(path) -> str:
    with pytest.raises(UnreadableFileError) as refused:
        read_tables(path)
    return str(refused.value.problem)


def zipped(tmp_path, parts, name="表.xlsx", method=zipfile.ZIP_DEFLATED):
    path = tmp_path / name
    with zipfile.ZipFile(path, "w", method) as archive:
        for part, body in parts.items():
            archive.writestr(part, body)
    return path


def test_a_tightly_packed_part_is_refused_by_what_it_declares(tmp_path, monkeypatch):
    path = zipped(tmp_path, {"xl/workbook.xml": b"<a/>", "xl/worksheets/sheet1.xml": bytes(40 * 2**20)})
    monkeypatch.setattr(archives, "_inflated", lambda *_: pytest.fail("nothing may be inflated"))
    assert "解压后大得不正常" in refusal(path)


def test_a_large_part_is_refused_by_what_it_declares(tmp_path, monkeypatch):
    path = zipped(
        tmp_path,
        {"xl/workbook.xml": b"<a/>", "xl/media/a.bin": b"0123456789" * 10},
        method=zipfile.ZIP_STORED,
    )
    monkeypatch.setattr(archives, "MOST_BYTES", 100)
    monkeypatch.setattr(archives, "_inflated", lambda *_: pytest.fail("nothing may be inflated"))
    assert "解压后大得不正常" in refusal(path)


def test_too_many_parts_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "MOST_PARTS", 3)
    path = zipped(tmp_path, {"xl/workbook.xml": b"<a/>"} | {f"xl/{number}.xml": b"" for number in range(3)})
    assert "解压后大得不正常" in refusal(path)


def test_a_part_that_is_larger_than_it_declares_is_refused(tmp_path):
    """The declared size says 4 bytes, the stream behind it holds a million."""
    path = zipped(tmp_path, {"xl/workbook.xml": b"<a/>", "xl/sharedStrings.xml": bytes(10**6)})
    body = path.read_bytes()
    size, lie = struct.pack("<I", 10**6), struct.pack("<I", 4)
    assert body.count(size) == 2
    path.write_bytes(body.replace(size, lie))
    assert "解压后大得不正常" in refusal(path)


def test_an_inflated_part_is_never_held_beyond_what_it_declares():
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    raw = packed.compress(bytes(10**7)) + packed.flush()
    info = zipfile.ZipInfo("xl/a.xml")
    info.header_offset, info.file_size, info.compress_size = 0, 10, len(raw)
    info.compress_type = zipfile.ZIP_DEFLATED
    with pytest.raises(UnreadableFileError):
        archives._inflated(bytes(26) + struct.pack("<HH", 0, 0) + raw, info, "表.xlsx")


def test_a_real_sheet_of_many_rows_is_far_from_the_limit(book):
    path = book([HEAD, *[ROW] * 3000])
    with zipfile.ZipFile(path) as archive:
        listed = archive.infolist()
    assert sum(info.file_size for info in listed) * 4 < archives.HIGHEST_RATIO * sum(
        info.compress_size for info in listed
    )
    assert len(list(read_tables(path)[0].rows())) == 3000


def test_a_zip_that_is_no_workbook_is_refused(tmp_path):
    assert "不是能读的表格文件" in refusal(zipped(tmp_path, {"word/document.xml": b"<a/>"}))
    assert "不是能读的表格文件" in refusal(zipped(tmp_path, {"xl/workbook.bin": b""}, "表.xlsb"))


def test_a_locked_part_is_refused(tmp_path):
    path = zipped(tmp_path, {"xl/workbook.xml": b"<a/>"})
    body = bytearray(path.read_bytes())
    body[6] |= 1
    body[body.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(bytes(body))
    assert "打开密码" in refusal(path)


def test_another_way_of_packing_is_refused(tmp_path):
    assert "已损坏" in refusal(zipped(tmp_path, {"xl/workbook.xml": b"<a/>"}, method=zipfile.ZIP_BZIP2))


@pytest.mark.parametrize("kept", [0.2, 0.6, 0.99])
def test_half_a_workbook_is_refused(book, kept):
    path = book([HEAD, ROW])
    body = path.read_bytes()
    path.write_bytes(body[: int(len(body) * kept)])
    assert "已损坏" in refusal(path)


def test_a_broken_stream_is_refused(book):
    path = book([HEAD, ROW])
    body = bytearray(path.read_bytes())
    start = body.index(b"xl/worksheets/sheet1.xml") + 24
    body[start : start + 20] = b"\xff" * 20
    path.write_bytes(bytes(body))
    assert "已损坏" in refusal(path)


def test_a_part_whose_place_is_a_lie_is_refused(book):
    path = book([HEAD, ROW])
    body = bytearray(path.read_bytes())
    for found in re.finditer(rb"PK\x01\x02", bytes(body)):
        body[found.start() + 42 : found.start() + 46] = b"\xff\xff\xff\x00"
    path.write_bytes(bytes(body))
    assert "已损坏" in refusal(path)


def test_what_the_reader_cannot_make_out_is_refused(book):
    path = rewritten(book([HEAD, ROW]), lambda xml: xml.replace(b"</sheetData>", b""))
    assert "已损坏" in refusal(path)


def test_a_sheet_that_is_not_there_is_refused(book):
    path = rewritten(
        book([HEAD, ROW]),
        lambda xml: xml.replace(b"sheet1.xml", b"sheet9.xml"),
        part="xl/_rels/workbook.xml.rels",
    )
    assert "已损坏" in refusal(path)


def test_the_users_own_stop_is_let_through(book, monkeypatch):
    def stop(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(workbooks.fastexcel, "read_excel", stop)
    with pytest.raises(KeyboardInterrupt):
        read_tables(book([HEAD, ROW]))


def test_cells_that_do_not_say_where_they_stand_are_refused(book):
    path = rewritten(book([HEAD, ROW]), lambda xml: re.sub(rb' r="[A-Z]\d+"', b"", xml))
    assert "没有写明位置" in refusal(path)


def test_cells_with_their_place_behind_other_words_are_read(book):
    path = rewritten(book([HEAD, ROW]), lambda xml: re.sub(rb'<c (r="[A-Z]\d+") (t="s")', rb"<c \2 \1", xml))
    assert len(list(read_tables(path)[0].rows())) == 1


@pytest.mark.parametrize("place", [b"XFD1048576", b"A1048576", b"ZZ999999"])
def test_a_cell_far_away_is_refused(book, place, monkeypatch):
    monkeypatch.setattr(workbooks, "MOST_CELLS", 20_000_000)
    assert "很远的行或列" in refusal(rewritten(book([HEAD, ROW]), lambda xml: xml.replace(b"E2", place)))


def test_entities_are_not_expanded(book):
    """A billion laughs in a sheet: no entity is ever worked out."""
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    path = rewritten(book([HEAD, ROW]), lambda xml: xml.replace(b"<worksheet", laughs + b"<worksheet", 1))
    assert all("ha" not in cell for _, cells in read_tables(path)[0].rows() for cell in cells)


def test_a_workbook_packed_without_shrinking_is_read(book):
    path = book([HEAD, ROW])
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as new:
        for name, body in parts.items():
            new.writestr(name, body)
    assert len(list(read_tables(path)[0].rows())) == 1


def test_one_long_text_named_a_thousand_times_is_refused(book, monkeypatch):
    monkeypatch.setattr(workbooks, "MOST_TEXT", 10**6)
    assert "解压后大得不正常" in refusal(book([HEAD, *[["长" * 1000]] * 1000]))


def test_a_long_text_named_once_among_many_short_ones_is_fine(book, monkeypatch):
    monkeypatch.setattr(workbooks, "MOST_TEXT", 10**6)
    assert len(list(read_tables(book([HEAD, ["长" * 1000], *[["短"]] * 1000]))[0].rows())) == 1001


def test_a_sheet_in_an_encoding_that_hides_its_words_is_refused(book):
    path = rewritten(book([HEAD, ROW]), lambda xml: xml.decode().replace("UTF-8", "UTF-16").encode("utf-16"))
    assert "没有写明位置" in refusal(path)
