"""The list of sources: is every source known by the day there, with what was taken from it, and none too early?"""

import re
from html import unescape
from io import BytesIO

import openpyxl
import pytest

from maoding.publish.known_sources import kind_of, publisher_kind, reliability
from maoding.terms.published import NoSuchDayError
from tests.publish import town
from tests.publish.test_pages_board import get, words

LIST = "/sometown/sources/"


def codes(page: str) -> list[str]:
    return re.findall(r'<tr class="line" id="([^"]+)"', page)


def row(page: str, code: str) -> list[str]:
    """Cells of a source's row as words."""
    found = re.search(rf'<tr class="line" id="{code}".*?</tr>', page, re.DOTALL)[0]
    return [words(cell).strip() for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", found, re.DOTALL)]


def press(code: str, on: str, kind: str = "press") -> town.Source:
    published = town.Published(on, {4: "year", 7: "month", 10: "day"}[len(on)])
    return town.Source(
        source=code, code=code, publisher="某报", title=f"通稿{code}", kind=kind, published=published
    )


def test_a_source_is_listed_from_the_day_something_of_it_is_known(told_site, reader):
    town.tell(press("N1", "2021-07-25"))
    assert codes(get(reader, LIST, day="2021-01-10")) == ["S2", "S1"]
    assert "N1" not in codes(get(reader, LIST, day="2021-07-24"))
    assert "N1" in codes(get(reader, LIST, day="2021-07-25"))
    assert "台账里没有任何出处" in words(get(reader, LIST, day="2019-01-01"))


def test_a_row_says_who_published_what_when_and_how_much_was_taken(told_site, reader):
    assert row(get(reader, LIST, day="2021-06-30"), "S1") == [
        "年中综述 S1", "某日报", "报纸或媒体", "原刊", "2021年6月", "7", "9", "–", "–", "16", "在手边",
    ]  # fmt: skip
    assert row(get(reader, LIST, day="2021-05-02"), "S1")[6] == "1"


def test_a_source_nothing_was_taken_from_has_no_numbers(told_site, reader):
    town.tell(press("N1", "2021-06"))
    assert row(get(reader, LIST), "N1")[5:] == ["–", "–", "–", "–", "–", "–"]


def test_the_title_counts_sources_and_what_was_taken(told_site, reader):
    page = words(get(reader, LIST))
    assert "某市：已知 2 份出处" in page
    assert "从中取用 17 条" in page
    assert "某市：查到 1 份出处" in words(get(reader, LIST, name="公报"))


def test_every_number_leads_to_what_was_taken_and_one_comes_back(told_site, reader):
    page = get(reader, LIST, kind="press")
    links = {unescape(link) for link in re.findall(r'class="n" href="([^"]+)"', page)}
    assert links
    assert all(link.startswith("/source/S") for link in links)
    back = unescape(re.search(r'<a href="(/sometown/sources/[^"]+)">‹', get(reader, min(links)))[1])
    assert codes(get(reader, back)) == codes(page)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"kind": "gov"}, ["N2"]),
        ({"reliability": "C"}, ["N2"]),
        ({"reliability": "B"}, ["S2", "S1", "N1"]),
        ({"published_in": "2020"}, ["N1"]),
        ({"hand": "yes"}, ["S1"]),
        ({"hand": "none"}, ["N2", "S2", "N1"]),
        ({"name": "tongg"}, ["N2", "N1"]),
        ({"sort": "published"}, ["N1", "S1", "S2", "N2"]),
        ({"sort": "-taken"}, ["S1", "S2", "N1", "N2"]),
        ({"sort": "title"}, ["S2", "S1", "N1", "N2"]),
    ],
    ids=str,
)
def test_sources_are_sifted_and_ordered(told_site, reader, asked, found):
    town.tell(press("N1", "2020"), press("N2", "2021-08-01", "gov-report-mirror"))
    assert codes(get(reader, LIST, day="2021-08-31", **asked)) == found


def test_a_document_is_at_hand_only_while_it_is_the_very_one(told_site, reader):
    assert row(get(reader, LIST), "S1")[-1] == "在手边"
    (told_site.shared / "paper.txt").write_text("别的文字", encoding="utf-8")
    assert row(get(reader, LIST), "S1")[-1] == "不在手边"
    (told_site.shared / "paper.txt").unlink()
    assert row(get(reader, LIST), "S1")[-1] == "不在手边"


def test_the_address_of_a_rules_copy_is_not_passed_on(told_site, reader):
    town.tell(press("N1", "2021-06"))
    copied = town.Source(
        source="N3", code="N3", publisher="某办", title="办法", kind="rule-C",
        address="https://mirror.example/3", published=town.JUNE,
    )  # fmt: skip
    town.tell(copied)
    rows = sheet(reader, day="2021-07-31")
    assert "https://example.org/2" in rows["S2"]
    assert "mirror.example" not in str(rows["N3"][:-1])
    assert rows["N3"][2:4] == ("规则的公布者", "转载，引用前应再核原文")


def sheet(reader, **asked) -> dict[str, tuple]:
    answer = reader.get("/sometown/sources.xlsx", asked)
    rows = list(openpyxl.load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True))
    heads = next(row for row in rows if "编号" in row)
    return {row[heads.index("编号")]: row for row in rows[rows.index(heads) + 1 :]} | {
        "": [r[0] for r in rows]
    }


def test_the_workbook_holds_all_and_says_from_which_day(told_site, reader):
    rows = sheet(reader, day="2021-07-31", name="综述")
    assert set(rows) == {"S1", ""}
    assert "查找：综述" in rows[""]
    assert "2021-01-10" in rows["S1"]
    assert any(str(cell).startswith("http://testserver/source/S1/") for cell in rows["S1"])


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("gov", ("gov", "A")),
        ("gov-report-mirror", ("gov", "C")),
        ("gov-report-nourl", ("gov", "N")),
        ("official", ("gov", "A")),
        ("seed", ("press", "B")),
        ("repost", ("repost", "C")),
        ("blog", ("blog", "O")),
        ("rule-D", ("rule", "D")),
        ("rule", ("rule", "O")),
        ("radio", ("radio", "O")),
        ("", ("", "O")),
    ],
)
def test_kind_and_place_of_a_source_are_read_from_its_feeds_word(said, told):
    assert kind_of(said) == told


def test_words_no_list_knows_are_shown_as_they_are():
    assert publisher_kind("radio") == "radio"
    assert reliability("X") == "X"
    with pytest.raises(NoSuchDayError):
        press("N9", "2021-13")


def test_in_english_the_list_is_english(told_site, reader):
    page = reader.get(LIST, headers={"accept-language": "en"}).content.decode()
    assert "Sometown: 2 sources known" in page
    assert ">press<" in page
