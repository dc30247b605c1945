"""Are legacy and locked workbooks read or refused, and is nothing guessed that they do not show?"""

import pytest

from maoding.intake.feeds import read_feed
from maoding.intake.problems import UnreadableFileError
from maoding.intake.sheets import read_tables
from tests.intake.conftest import TODAY, WORDS, told
from tests.intake.old_format import compound, xls
from tests.intake.test_workbooks import HEAD, ROW, numbers


def test_a_legacy_book_is_read_with_a_warning(tmp_path):
    path = tmp_path / "表.xls"
    path.write_bytes(xls([[*HEAD, "同比(%)"], [*ROW, 11.7], [*ROW[:3], 1.0, "亿元", "11.7%"]], left=1))
    read = read_feed(path, WORDS, TODAY)
    assert numbers(read) == [("756.3", "亿元"), ("1", "亿元"), ("11.7", "%")]
    assert read.entries[0].place["cell"] == "E2"
    assert "看不到百分比" in read.remarks[0].reason
    # 0.306 may have been shown as 30.6%: it is not guessed.
    (remark,) = [remark for remark in read.lost_cells if remark.cell]
    assert (
        told(remark)
        == "数据 G2 “同比(%)”列：旧格式 .xls 里看不出“11.7”显示为百分之几。请另存为 .xlsx 后再上传"
    )


def test_hidden_sheets_of_a_legacy_book_are_not_read(tmp_path):
    path = tmp_path / "表.xls"
    path.write_bytes(xls([HEAD, ROW], state=1))
    with pytest.raises(UnreadableFileError, match="没有可见的数据"):
        read_tables(path)


def test_a_locked_book_is_refused(tmp_path):
    path = tmp_path / "表.xlsx"
    path.write_bytes(compound({"EncryptionInfo": b"x", "EncryptedPackage": b"y"}))
    (problem,) = read_feed(path, WORDS, TODAY).failures
    assert "打开密码" in problem.reason
    assert "取消密码" in problem.mend


def test_a_locked_legacy_book_is_refused(tmp_path):
    path = tmp_path / "表.xls"
    body = xls([HEAD, ROW])
    codepage = b"\x42\x00\x02\x00\xb0\x04"
    assert codepage in body
    path.write_bytes(body.replace(codepage, b"\x2f\x00\x02\x00\x00\x00"))
    assert "打开密码" in read_feed(path, WORDS, TODAY).failures[0].reason


def test_another_compound_file_is_refused(tmp_path):
    path = tmp_path / "文.xls"
    path.write_bytes(compound({"WordDocument": b"x"}))
    assert "不是能读的表格文件" in read_feed(path, WORDS, TODAY).failures[0].reason
