"""The source page and the way to it: does every number lead to its own words, and back?"""

import re

from maoding.ledger import find
from maoding.publish.pages.marked import paragraphs
from tests.publish import town
from tests.publish.test_pages_board import Rows, get, words


def test_a_number_leads_to_the_words_it_came_from(told_site, reader):
    page = get(reader)
    href = next(
        link
        for id_, links in Rows(page).links.items()
        for link in links
        if "道路投资" in Rows(page).text[id_] and link.startswith("/source/S1/") and "#r-" in link
    )
    entry = href.partition("#")[2]
    source = get(reader, href)
    mark = re.search(
        rf'<mark class="result">(?:<span[^>]*></span>)*<span class="anchor" id="{entry}"></span>', source
    )
    assert mark
    assert source[mark.end() :].partition("</mark>")[0].endswith("道路投资完成45亿元。")


def test_one_gets_back_to_the_row_one_came_from(told_site, reader):
    page = get(reader, rule="wuhan", day="2021-07-31")
    href = next(link for links in Rows(page).links.values() for link in links if link.startswith("/source/"))
    back = re.search(r'<a href="(/sometown/\?[^"]+)">‹', get(reader, href))[1].replace("&amp;", "&")
    assert "rule=wuhan" in back
    assert "day=2021-07-31" in back
    query, _, row = back.partition("#")
    assert f'id="{row}"' in get(reader, query)


def test_the_head_says_who_when_and_which_file(told_site, reader):
    page = words(get(reader, "/source/S1/"))
    assert "某日报" in page
    assert "年中综述" in page
    assert "2021年6月" in page
    assert find.entries("A1")[0].place["sha256"] in page


def test_kinds_are_marked_apart(told_site, reader):
    page = get(reader, "/source/S1/")
    kinds = set(re.findall(r'<mark class="(\w+)"><span', page))
    assert kinds == {"promise", "result", "expectation"}


def test_the_text_is_shown_as_it_stands(told_site, reader):
    page = re.sub(r"<[^>]+>", "", get(reader, "/source/S1/").partition('class="document"')[2])
    assert "全年固定资产投资力争超550亿元，增长15%以上；年底预计有15条生产线投产。" in page


def test_without_the_document_its_places_are_listed(told_site, reader):
    (told_site.shared / "paper.txt").unlink()
    page = get(reader, "/source/S1/")
    assert "不在手边" in page
    assert "1至5月，甲类项目" not in page
    assert find.entries("A1")[0].id in page


def test_a_file_of_another_content_is_not_the_document(told_site, reader):
    (told_site.shared / "paper.txt").write_text("别的文字", encoding="utf-8")
    assert "不在手边" in get(reader, "/source/S1/")


def test_a_source_without_text_lists_what_was_taken(told_site, reader):
    page = get(reader, "/source/S2/")
    assert "&lt;b&gt;公报&lt;/b&gt;" in page
    assert "<b>公报</b>" not in page
    assert "https://example.org/2" in page
    for said in ("出口总额", "≈ 80 亿美元", "540", "开工仪式 2021年3月"):
        assert said in words(page)


def test_the_address_of_a_copy_is_not_passed_on(told_site, reader):
    page = get(reader, "/source/rule-wuhan/")
    assert "mirror.example" not in page
    assert "武汉" in page


def test_nothing_taken_is_said(told_site, reader):
    town.tell(town.Source(source="S9", code="S9", publisher="", title="空白", kind="press"))
    page = words(get(reader, "/source/S9/"))
    assert "还没有从这里取用任何内容" in page
    assert "未注明" in page
    assert "未标日期" in page


def test_an_unknown_source_is_not_found(told_site, reader):
    assert "没有编号为 S77 的出处" in words(get(reader, "/source/S77/", status=404))


def test_the_way_back_takes_no_foreign_address(told_site, reader):
    page = get(reader, "/source/S1/", **{"from": "//evil.example/"})
    assert not re.search('href="[^"]*evil', page)


def test_the_way_from_a_number_to_its_source(told_site, reader):
    page = get(reader, "/why/A3/")
    text = words(page)
    for step in ("某市 道路投资 45 亿元 从哪里来", "道路投资完成45亿元。", "paper.txt", "某日报", "A3"):
        assert step in text
    assert "/source/S1/" in page


def test_the_way_says_when_the_words_are_not_at_hand(told_site, reader):
    (told_site.shared / "paper.txt").unlink()
    page = words(get(reader, "/why/A3/"))
    assert "原文不在手边" in page
    assert "道路投资完成45亿元。" not in page


def test_the_way_of_an_entry_without_words_names_file_and_row(told_site, reader):
    event = find.said_by("S2")[-1]
    assert "days.csv" in get(reader, f"/why/{event.id}/")


def test_an_unknown_entry_is_not_found(told_site, reader):
    assert "台账里没有 A999" in words(get(reader, "/why/A999/", status=404))


def test_paragraphs_keep_every_word_and_begin_each_entry_once(told_site):
    entries = find.said_by("S1")
    found = list(paragraphs(town.PAPER, entries))
    assert ["".join(piece.words for piece in each.pieces) for each in found] == [
        line.lstrip("# ") for line in town.PAPER.splitlines() if line
    ]
    placed = [entry.id for entry in entries if "start" in entry.place]
    assert sorted(name for each in found for name in each.starts) == sorted(placed)
    assert [each.heading for each in found] == [True, False, False]


def test_words_that_run_over_a_line_are_marked_in_both():
    text = "一二\n三四"
    entry = find.Found("c-1", "commitment", "S", "", {}, {"start": 1, "end": 4}, 1)
    first, second = paragraphs(text, [entry])
    assert [(p.words, p.kinds) for p in first.pieces] == [("一", ()), ("二", ("promise",))]
    assert [(p.words, p.kinds) for p in second.pieces] == [("三", ("promise",)), ("四", ())]
    assert (first.starts, second.starts) == (("c-1",), ())


def test_of_many_entries_the_rest_folds_and_keeps_its_places(told_site, reader):
    many = [
        town.promise("ROADS", str(100 + n), "亿元", source="S2", record=f"M{n}", published=town.JUNE)
        for n in range(70)
    ]
    town.tell(*many)
    page = get(reader, "/source/S2/")
    shown, folded = page.split('<details class="rest">', 1)
    assert len(re.findall(r'<section class="form', shown)) == 60
    assert "其余 12 条" in words(folded)
    last = find.entries("M69")[0].id
    assert f'id="{last}"' in folded


def test_beside_a_passage_four_forms_stand_open(told_site, reader):
    place = town.said("道路投资完成45亿元。", 3, "A3")
    town.tell(*(town.reading("SCHOOLS", str(n), "所", place=place, record=f"B{n}") for n in range(6)))
    passage = get(reader, "/source/S1/").split("道路投资完成45亿元", 1)[1]
    shown, folded = passage.split('<details class="rest">', 1)
    assert len(re.findall(r'<section class="form', shown)) == 4
    assert len(re.findall(r'<section class="form', folded.partition("</details>")[0])) > 2
