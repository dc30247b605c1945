"""A letter on paper: nothing lost, nothing obeyed, the same bytes, and the page the standard asks for."""

import dataclasses
import hashlib
import re
import subprocess
import sys
import types

import pytest

from maoding.publish.bulletins import typesetting
from maoding.publish.bulletins.letter import Cell, Head, Paragraph, Table
from maoding.publish.bulletins.pdf import pdf
from maoding.publish.bulletins.typesetting import FontsMissingError
from maoding.terms.language import spoken
from tests.publish import letters, pdf_text

MARK = re.compile(r"\[[\d,-]+\]")
AGAIN = """
import hashlib
from tests.publish import letters
from maoding.publish.bulletins.pdf import pdf
from maoding.publish.bulletins.word import word
for lay_out in (pdf, word):
    print(hashlib.sha256(lay_out(letters.everything())).hexdigest())
"""


def bare(text):
    """Without marks, and without gaps and places where a word may break, which depend on the width of a line."""
    return re.sub(r"[\s\u200b\u2060]", "", MARK.sub("", text))


def read(letter):
    return bare("".join(pdf_text.pages(pdf(letter))))


@pytest.fixture(scope="module")
def everything():
    return pdf(letters.everything())


def test_the_same_letter_gives_the_same_bytes_in_another_process_too(everything):
    assert pdf(letters.everything()) == everything
    again = subprocess.run([sys.executable, "-c", AGAIN], capture_output=True, text=True, check=True)
    assert again.stdout.split()[0] == hashlib.sha256(everything).hexdigest()


@pytest.mark.parametrize("made", ["everything", "typical", "bare", "english"])
def test_no_text_of_a_letter_is_lost(made):
    letter = getattr(letters, made)()
    text = read(letter)
    assert not [said for said in letters.texts(letter) if bare(said) not in text]
    assert letter.sample in "".join(pdf_text.pages(pdf(letter), artifacts=True))


def test_what_looks_like_a_command_is_only_text():
    letter = dataclasses.replace(letters.everything(), title=letters.AWKWARD, reference="#pagebreak()*b*")
    assert bare(letters.AWKWARD) in read(letter)
    assert bare("#pagebreak()*b*") in read(letter)
    assert pdf_text.titles(pdf(letter))[-1] == letters.AWKWARD


def test_characters_that_are_none_are_left_out():
    letter = dataclasses.replace(letters.bare(), title="通\x00报\x0b\ud800稿")
    assert "通报稿" in read(letter)


def test_a_page_holds_22_lines_of_28_characters():
    def with_body(characters):
        text = letters.said(1, "国" * characters)
        return dataclasses.replace(letters.bare(), blocks=(Paragraph((text,)),))

    shown = pdf_text.pages(pdf(with_body(3000)))
    assert [page.count("国") for page in shown[1:3]] == [22 * 28] * 2


def test_a_long_table_shows_its_heads_on_every_page_and_breaks_no_row(everything):
    with_heads = [page for page in pdf_text.pages(everything, artifacts=True) if "较序时" in page]
    assert len(with_heads) >= 2
    rows = [re.findall(r"（第(\d+)项）[\d,.]+\[1\]", page) for page in pdf_text.pages(everything)]
    assert [int(row) for page in rows for row in page] == list(range(1, 46))


def test_a_row_of_many_lines_stays_on_one_page():
    rows = tuple((Cell(f"始{number}" + "长" * 70 + f"末{number}"), Cell("–")) for number in range(40))
    heads = (Head("甲", width=1), Head("乙", numeric=True, width=9), *[Head("金额", numeric=True)] * 4)
    table = Table("表", heads, tuple((*row, *[Cell("12,345.67")] * 4) for row in rows))
    shown = pdf_text.pages(pdf(dataclasses.replace(letters.bare(), blocks=(table,))))
    assert len(shown) > 3
    assert [re.findall(r"始(\d+)", page) for page in shown] == [
        re.findall(r"末(\d+)", page) for page in shown
    ]


def test_a_row_taller_than_a_page_is_shown_whole():
    tall = Table("表", (Head("甲"), Head("乙")), ((Cell("长" * 4000), Cell("末尾")),))
    text = read(dataclasses.replace(letters.bare(), blocks=(tall,)))
    assert text.count("长") == 4000
    assert "末尾" in text


def test_pages_are_numbered(everything):
    shown = [bare(page) for page in pdf_text.pages(everything, artifacts=True)]
    assert [f"—{number}—" in page for number, page in enumerate(shown, start=1)] == [True] * len(shown)


def test_a_reader_by_ear_hears_what_the_chart_shows(everything):
    assert pdf_text.said_of_pictures(everything) == [letters.chart().words]
    assert b"/StructTreeRoot" in everything


def test_the_file_is_for_the_archive_and_dated_by_the_letter(everything):
    assert b"<pdfaid:part>2</pdfaid:part>" in everything
    assert b"/CreationDate(D:20210708040000Z)" in everything


def test_marks_and_addresses_lead_on(everything):
    assert everything.count(b"/Subtype/Link") > 45 * 2
    assert b"/URI(https://www.example.org/stat/2021-05)" in everything
    unsafe = dataclasses.replace(letters.SOURCES[0], address="javascript:alert(1)")
    letter = dataclasses.replace(letters.typical(), sources=(unsafe, *letters.SOURCES[1:]))
    assert b"javascript" not in pdf(letter)
    assert "javascript:alert(1)" in read(letter)


def test_a_mark_without_its_source_is_still_shown():
    letter = dataclasses.replace(letters.typical(), sources=())
    text = "".join(pdf_text.pages(pdf(letter)))
    assert "序时进度[1,2]。" in text
    assert "数据来源" not in text


def test_what_the_layout_adds_is_in_the_language_of_the_letter():
    before = spoken.set("zh")
    try:
        text = "".join(pdf_text.pages(pdf(letters.english())))
        assert "Sources" in text
        assert "数据来源" not in text
        assert spoken.get() == "zh"
    finally:
        spoken.reset(before)


def test_without_the_faces_the_reader_hears_what_to_install(monkeypatch):
    poor = types.SimpleNamespace(families=lambda: ["Libertinus Serif", typesetting.SANS])
    monkeypatch.setattr(typesetting.typst, "Fonts", lambda: poor)
    typesetting._fonts.cache_clear()
    with pytest.raises(FontsMissingError, match=r"Noto Serif CJK SC.*fonts-noto-cjk") as fault:
        pdf(letters.bare())
    assert typesetting.SANS not in str(fault.value)
