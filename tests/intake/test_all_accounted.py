"""Is every row that comes in recorded or given back, and does no file whatever make reading fail?"""

import io
import random
from contextlib import suppress

import xlsxwriter
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from maoding.intake.feeds import read_feed
from maoding.intake.problems import UnreadableFileError
from maoding.intake.sheets import read_tables
from maoding.terms.numbers import Printed
from maoding.terms.units import unit
from tests.intake.conftest import TODAY, WORDS
from tests.intake.old_format import xls

QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
NASTY = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters='\0"'), max_size=12)


def cell(*usual: str):
    return st.one_of(st.sampled_from(["", "-", *usual]), st.sampled_from(usual), NASTY)


ROWS = st.lists(
    st.tuples(
        cell("太仓市", "TC", "沙溪镇", "苏州"),
        cell("GDP", "FAI", "RATE", "有效高新技术企业总数"),
        cell("2021年1-5月", "2021年1月", "2020年", "1-5月", "44201", "2021年13月"),
        cell("329.6", "１，２３４", "30.6%", "1.2亿", "很多", "1e5", "9" * 30),
        cell("亿元", "%", "家", "亿美元"),
        cell("11.7", "-2.65", "百分之三"),
        cell("快报", "stale", "reported"),
        cell("2021-06", "2021", "44364", "2022-01-01"),
        cell("月报", "S1"),
    ),
    max_size=12,
)
HEADINGS = "主体,指标,时期,数值,单位,同比(%),状态,发布日期,来源"


def accounted(read, rows):
    """What must hold of any reading: each row once, with entries or with a reason, and every problem in its place."""
    assert [row.row for row in read.rows] == sorted({row.row for row in read.rows})
    assert read.rows_in == rows == sum(bool(row.entries) for row in read.rows) + read.rejected
    for row in read.rows:
        assert row.entries or row.problems
        for problem in row.problems:
            assert problem.reason
            assert problem.mend
            assert problem.row == row.row
    for entry in read.entries:
        printed = Printed(entry.number)
        parts = printed.value.scaleb(unit(entry.unit).exponent)
        assert parts == int(parts)
        assert abs(parts) < 2**63
        assert entry.number.isascii()


@QUICK
@given(ROWS)
def test_every_row_of_a_text_file_is_recorded_or_given_back(tmp_path, rows):
    path = tmp_path / "表.csv"
    lines = [
        "\t".join(HEADINGS.split(",")),
        *("\t".join(" ".join(cell.split()) for cell in row) for row in rows),
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    filled = sum(bool(line.strip()) for line in lines[1:])
    accounted(read_feed(path, WORDS, TODAY), filled)


@settings(QUICK, max_examples=40)
@given(ROWS)
def test_every_row_of_a_workbook_is_recorded_or_given_back(tmp_path, rows):
    path = tmp_path / "表.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, HEADINGS.split(","))
        for number, row in enumerate(rows, 1):
            for column, text in enumerate(row):
                sheet.write_string(number, column, "".join(text.split()))
    accounted(read_feed(path, WORDS, TODAY), sum(any(text.strip() for text in row) for row in rows))


def fails_only_in_plain_words(path):
    with suppress(UnreadableFileError):
        read_tables(path)
    read = read_feed(path, WORDS, TODAY)
    assert read.failures or read.rows or read.notices
    assert all(failure.reason and failure.mend for failure in read.failures)


@QUICK
@given(
    st.binary(max_size=300),
    st.sampled_from(["csv", "xlsx", "xls"]),
    st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe", b"\xef\xbb\xbf"]),
)
@example(b'"', "csv", b"")
@example("主体,指标\n".encode(), "xlsx", b"")
def test_no_bytes_make_reading_fail(tmp_path, body, suffix, head):
    path = tmp_path / f"表.{suffix}"
    path.write_bytes(head + body)
    fails_only_in_plain_words(path)


@QUICK
@given(st.text(max_size=200))
def test_no_text_makes_reading_fail(tmp_path, text):
    path = tmp_path / "表.csv"
    path.write_text(f"{HEADINGS}\n{text}", encoding="utf-8", errors="replace")
    fails_only_in_plain_words(path)


def whole_book() -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, HEADINGS.split(","))
        sheet.write_row(1, 0, ["太仓市", "GDP", "2021年1-5月", 1, "亿元"])
        sheet.merge_range("A3:B4", "合")
        sheet.write_formula("C3", "=1", workbook.add_format({"num_format": "0%"}), "")
    return buffer.getvalue()


BOOKS = (whole_book(), xls([HEADINGS.split(","), ["太仓市", "GDP", "2021年1-5月", 1.0, "亿元"]]))


@QUICK
@given(st.sampled_from(range(len(BOOKS))), st.integers(0, 2**32), st.integers(1, 30))
@example(0, 11, 10)
def test_no_damage_makes_reading_fail(tmp_path, book, seed, bytes_changed):
    chance, body = random.Random(seed), bytearray(BOOKS[book])  # noqa: S311 - damage, not secrets
    for _ in range(bytes_changed):
        body[chance.randrange(len(body))] = chance.randrange(256)
    path = tmp_path / "表.xlsx"
    path.write_bytes(bytes(body))
    fails_only_in_plain_words(path)
