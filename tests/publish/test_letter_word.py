"""A letter in Word: nothing lost, nothing obeyed, the same bytes, the standard's page, a city's own template."""

import dataclasses
import datetime as dt
import hashlib
import io
import re
import subprocess
import sys
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

from maoding.publish.bulletins.word import word
from maoding.publish.bulletins.word_template import NAMES, TEMPLATES, TemplateFaultError
from setup.letter_styles import CHINESE, ENGLISH
from setup.letter_template import template
from tests.publish import letters
from tests.publish.test_letter_pdf import AGAIN, bare

EVERYTHING = letters.everything()


def opened(letter, file=None):
    return docx.Document(io.BytesIO(word(letter, file)))


def said(document):
    """All text of the file, a line for each paragraph, heads and feet of its pages last."""
    section = document.sections[0]
    places = (document.element.body, section.header._element, section.even_page_header._element)
    lines = [paragraph for place in places for paragraph in place.iter(qn("w:p"))]
    return "\n".join("".join(run.text or "" for run in line.iter(qn("w:t"))) for line in lines)


def written(tmp_path, *lines):
    """A city's template of a few lines."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(tmp_path / "letter.docx")
    return tmp_path / "letter.docx"


@pytest.fixture(scope="module")
def everything():
    return opened(EVERYTHING)


def test_the_same_letter_gives_the_same_bytes_in_another_process_too():
    content = word(EVERYTHING)
    assert word(EVERYTHING) == content
    again = subprocess.run([sys.executable, "-c", AGAIN], capture_output=True, text=True, check=True)
    assert again.stdout.split()[1] == hashlib.sha256(content).hexdigest()
    stamps = {member.date_time for member in zipfile.ZipFile(io.BytesIO(content)).infolist()}
    assert stamps == {(2021, 7, 8, 0, 0, 0)}


@pytest.mark.parametrize("made", ["everything", "typical", "bare", "english"])
def test_no_text_of_a_letter_is_lost(made):
    letter = getattr(letters, made)()
    text = bare(said(opened(letter)))
    assert not [each for each in (*letters.texts(letter), letter.sample) if bare(each) not in text]


def test_what_looks_like_a_command_is_only_text():
    for awkward in (
        letters.AWKWARD,
        "{{ 7*7 }}",
        "{_{ 1 }_}",
        "{%p if %}",
        "</w:t><w:p/>",
        "a\tb",
        "{_% x %_}",
    ):
        letter = dataclasses.replace(EVERYTHING, title=awkward)
        title = next(each for each in opened(letter).paragraphs if each.style.name == "Title")
        assert title.text == awkward


def test_characters_that_are_none_are_left_out():
    document = opened(dataclasses.replace(letters.bare(), title="通\x00报\x0b\ud800稿"))
    assert "通报稿" in said(document)
    assert document.core_properties.title == "通报稿"


def test_the_page_is_that_of_an_official_letter(everything):
    section = everything.sections[0]
    sides = (section.page_width, section.page_height, section.top_margin, section.left_margin)
    assert [round(side.mm, 1) for side in sides] == [210, 297, 37, 28]
    wide = section.page_width - section.left_margin - section.right_margin
    tall = section.page_height - section.top_margin - section.bottom_margin
    assert (wide, tall) == (pytest.approx(Mm(156), abs=Mm(0.05)), pytest.approx(Mm(225), abs=Mm(0.05)))
    body = everything.styles["Letter Body"]
    assert (
        body.paragraph_format.line_spacing.pt * 22 <= Mm(225).pt < body.paragraph_format.line_spacing.pt * 23
    )
    closer = int(body.element.rPr.find(qn("w:spacing")).get(qn("w:val"))) / 20
    assert (body.font.size.pt + closer) * 28 <= Mm(156).pt < (body.font.size.pt + closer) * 29


@pytest.mark.parametrize(
    ("style", "face", "size"),
    [
        ("Letter Organ", "方正小标宋简体", 44),
        ("Title", "方正小标宋简体", 22),
        ("Heading 1", "黑体", 16),
        ("Heading 2", "楷体_GB2312", 16),
        ("Letter Body", "仿宋_GB2312", 16),
        ("Letter Page Odd", "宋体", 14),
    ],
)
def test_faces_are_those_the_standard_names(everything, style, face, size):
    dressed = everything.styles[style]
    assert dressed.element.rPr.rFonts.get(qn("w:eastAsia")) == face
    assert dressed.font.size.pt == size
    assert not [name for name in dressed.element.rPr.rFonts.attrib if "Theme" in name]


def test_page_numbers_stand_outside_and_the_sample_is_marked_on_every_page(everything):
    section = everything.sections[0]
    assert everything.settings.odd_and_even_pages_header_footer
    odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]
    assert [each.style.paragraph_format.alignment for each in (odd, even)] == [2, 0]
    assert all(each._p.find(qn("w:fldSimple")).get(qn("w:instr")) == "PAGE" for each in (odd, even))
    for header in (section.header, section.even_page_header):
        assert [each.text for each in header.paragraphs if each.text] == [EVERYTHING.sample]


def test_heads_of_tables_are_repeated_and_rows_stay_whole(everything):
    for table in everything.tables:
        marks = [row._tr.trPr for row in table.rows]
        assert marks[0].find(qn("w:tblHeader")) is not None
        assert all(mark.find(qn("w:cantSplit")) is not None for mark in marks)
        assert not [mark for mark in marks[1:] if mark.find(qn("w:tblHeader")) is not None]
        assert sum(column.width for column in table.columns) == pytest.approx(Mm(156), rel=0.001)
    assert [len(table.rows) for table in everything.tables] == [46, 4, 3]


def test_numbers_stand_right_and_never_find_their_column_too_narrow():
    heads = letters.progress(1).heads
    crowded = dataclasses.replace(heads[0], width=40)
    table = dataclasses.replace(letters.progress(45), heads=(crowded, *heads[1:]))
    shown = opened(dataclasses.replace(EVERYTHING, blocks=(table,))).tables[0]
    done = shown.rows[-1].cells[2]
    assert done.paragraphs[0].style.name == "Letter Number"
    assert shown.columns[2].width.pt > len(done.text) * 10.5 / 2


def test_columns_too_many_for_the_page_share_it():
    heads = tuple(dataclasses.replace(letters.progress(1).heads[1], text=f"第{n}列") for n in range(12))
    row = tuple(letters.Cell("123,456,789.00") for _ in heads)
    table = opened(dataclasses.replace(EVERYTHING, blocks=(letters.Table("", heads, (row,)),))).tables[0]
    assert sum(column.width for column in table.columns) == pytest.approx(Mm(156), rel=0.001)


def test_a_light_is_a_shape_a_word_and_a_colour(everything):
    light = everything.tables[0].rows[1].cells[5].paragraphs[0].runs
    assert [(run.text, run.style.name) for run in light if run.text] == [("● 绿", "Light good")]
    assert {str(everything.styles[f"Light {tone}"].font.color.rgb) for tone in ("good", "watch", "bad")} == {
        "17693B",
        "7A5200",
        "A3241A",
    }


def test_source_marks_are_raised(everything):
    marks = [
        run
        for line in everything.paragraphs
        for run in line.runs
        if run.style.name == "Letter Mark" and run.text
    ]
    assert [mark.text for mark in marks] == ["[1,2]", "[1]", "[1]", "[3]"]
    assert everything.styles["Letter Mark"].font.superscript


def test_a_chart_is_a_sharp_picture_that_says_in_words_what_it_shows(everything):
    picture = everything.inline_shapes[0]
    assert picture._inline.docPr.get("descr") == letters.chart().words
    part = everything.part.related_parts[picture._inline.graphic.graphicData.pic.blipFill.blip.embed]
    assert part.blob.startswith(b"\x89PNG")
    pixels = int.from_bytes(part.blob[16:20], "big")
    assert pixels / picture.width.inches >= 200
    assert picture.width == Mm(156)


def test_the_date_begins_two_characters_after_the_name():
    """2021年7月8日 is 3 + 6 halves wide and has five gaps of a quarter between Chinese and digits."""
    for signed, name, date in (("某市发展和改革委员会", 2, 2 + 10 - 2 - 7.25), ("某局", 2 + 2 + 7.25 - 2, 2)):
        lines = opened(dataclasses.replace(EVERYTHING, signed=signed)).paragraphs
        indents = {
            line.style.name: line.paragraph_format.right_indent.pt / 16
            for line in lines
            if line.style.name in ("Letter Signed", "Letter Dated")
        }
        assert indents == {
            "Letter Signed": pytest.approx(name, abs=0.05),
            "Letter Dated": pytest.approx(date, abs=0.05),
        }


def test_a_long_organ_still_stands_on_one_line():
    for organ, size in (("某市", 44), ("某市" * 8, 27), ("某市" * 20, 22)):
        document = opened(dataclasses.replace(EVERYTHING, organ=organ))
        head = next(each for each in document.paragraphs if each.style.name == "Letter Organ")
        assert {run.font.size.pt for run in head.runs} == {size}


def test_the_file_is_dated_by_the_letter(everything):
    about = everything.core_properties
    assert (about.title, about.author) == (EVERYTHING.title, EVERYTHING.signed)
    assert {about.created.date(), about.modified.date()} == {dt.date(2021, 7, 8)}


def test_without_sources_there_is_no_list_of_them():
    text = said(opened(dataclasses.replace(EVERYTHING, sources=(), released=())))
    assert "数据来源" not in text
    assert "放行" not in text


def test_english_sentences_stand_apart():
    assert re.search(r"schedule\.\[1,2\] Investment", said(opened(letters.english())))


def test_the_templates_are_those_that_set_up_makes():
    for language, looks, gap in (("zh", CHINESE, ""), ("en", ENGLISH, " ")):
        made, kept = template(looks, gap), (TEMPLATES / NAMES[language]).read_bytes()
        members = [
            {name: archive.read(name) for name in archive.namelist()}
            for archive in (zipfile.ZipFile(io.BytesIO(each)) for each in (made, kept))
        ]
        assert members[0] == members[1]


def test_a_citys_own_template_wins(tmp_path):
    own = written(tmp_path, "本县自定格式", "{{ title }}")
    assert [line.text for line in opened(EVERYTHING, own).paragraphs] == ["本县自定格式", EVERYTHING.title]


@pytest.mark.parametrize(
    "typed", ["共６项", "三项落后", "{{ 55 }}", "{{ '5.5' }}", "{% if 1.5 %}{% endif %}"]
)
def test_nobody_types_a_number_into_a_template(tmp_path, typed):
    with pytest.raises(TemplateFaultError, match=re.escape(typed)):
        word(EVERYTHING, written(tmp_path, "{{ title }}", typed))


@pytest.mark.parametrize("tag", ["{{ titel }}", "{{ title.__class__.__mro__ }}", "{{ title", "{% for %}"])
def test_a_tag_that_asks_for_what_no_letter_has_is_refused(tmp_path, tag):
    with pytest.raises(TemplateFaultError, match=r"letter\.docx"):
        word(EVERYTHING, written(tmp_path, tag))


def fields(kind):
    complex_field = "".join(
        f"<w:r>{inner}</w:r>"
        for inner in (
            '<w:fldChar w:fldCharType="begin"/>',
            f"<w:instrText>{kind}</w:instrText>",
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>7</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    return complex_field, f'<w:fldSimple w:instr="{kind}"><w:r><w:t>7</w:t></w:r></w:fldSimple>'


@pytest.mark.parametrize("field", fields(" PAGE \\* MERGEFORMAT "))
def test_a_page_number_that_word_remembers_is_no_typed_number(tmp_path, field):
    file = written(tmp_path, "{{ title }}")
    document = docx.Document(file)
    document.sections[0].footer._element.append(parse_xml(f"<w:p {nsdecls('w')}>{field}</w:p>"))
    document.save(file)
    assert said(opened(EVERYTHING, file)).startswith(EVERYTHING.title)


@pytest.mark.parametrize("field", fields("QUOTE seven"))
def test_a_number_in_another_field_is_typed(tmp_path, field):
    file = written(tmp_path, "{{ title }}")
    document = docx.Document(file)
    document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{field}</w:p>"))
    document.save(file)
    with pytest.raises(TemplateFaultError, match="7"):
        word(EVERYTHING, file)
