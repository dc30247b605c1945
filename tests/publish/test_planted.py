"""Planted: are old figures, figures from the future, contradictions, inferred days and empty places shown as such?

Each is planted in a town of its own kind and looked for on every page that speaks of it: the board's row, the reason
behind it, the project's page, the way from an entry to its source, and the source.
"""

import re
import shutil

import pytest
from django.conf import settings

from maoding.terms.entries import Event, Subject
from maoding.terms.published import Published
from tests.publish import town
from tests.publish.test_pages_board import get, row, words
from tests.publish.test_pages_reason import named

BEFORE, AFTER = "2021-07-14", "2021-07-31"
ONCE_RECORDED = {"day": "2026-11-21", "year": "2021"}
JULY, LATE_JULY = Published("2021-07-15", "day"), Published("2021-07-20", "day")
INFERRED = Published("2021-06", "inferred")
EAST = {"subject": "Z"}
OLD = town.reading("ROADS", "41.25", "亿元", **EAST)
NEW = town.reading("ROADS", "43.75", "亿元", **EAST, published=JULY, release="correction")
ONE = town.reading("SCHOOLS", "7", "所")
OTHER = town.reading("SCHOOLS", "9", "所", source="S2")
INFERRED_ONE = town.reading("DONE", "23.5", "亿元", **EAST, published=INFERRED)
TO_MARCH = town.reading("FAI", "111", "亿元", **EAST, period=town.months(2021, 1, 3))
PROJECT = "/sometown/projects/P1/"


def said(kind, number, unit, published, source="S1"):
    place = {"file": "projects.csv", "row": 2}
    return Event(
        subject="P1", kind=kind, number=number, unit=unit, published=published, source=source, place=place
    )


WORTH = said("total_investment", "12.5", "亿元", town.JUNE)
WORTH_ELSEWHERE = said("total_investment", "13.5", "亿元", town.JUNE, "S2")
WORTH_LATER = said("total_investment", "14.5", "亿元", JULY)
LAND = said("land", "230", "亩", INFERRED)


@pytest.fixture
def planted_site(told_site):
    """The town with promises whose evidence is not what it seems, and a project of which several things are said."""
    shutil.copy(settings.CITIES / "taicang" / "stages.yaml", told_site.cities / "sometown")
    project = {"code": "P1", "name": "产业园", "name_en": "", "level": "project", "parent": "Z"}
    town.tell(
        town.promise("ROADS", "110", "亿元", **EAST),
        town.promise("SCHOOLS", "16", "所"),
        town.promise("DONE", "77", "亿元", **EAST),
        town.promise("FAI", "333", "亿元", **EAST),
        town.promise("EXPORTS", "66", "亿美元", **EAST),
        Subject(source="S1", published=town.JUNE, **project),
        *(OLD, NEW, ONE, OTHER, INFERRED_ONE, TO_MARCH),
        *(WORTH, WORTH_ELSEWHERE, WORTH_LATER, LAND),
    )
    return told_site


def in_words(cells: list[str]) -> str:
    return words(" ".join(cells))


def reason(reader, name, **asked) -> str:
    return words(get(reader, f"/sometown/row/{named(reader, name, **asked)}/", **asked))


def way(reader, entry, day) -> str:
    return get(reader, f"/why/{entry.id}/", day=day)


def form(reader, entry, day) -> str:
    """What the source's page says of an entry."""
    page = get(reader, f"/source/{entry.source}/", day=day)
    return words(
        re.search(rf'<section class="form[^>]*data-entries="[^"]*{entry.id}.*?</section>', page, re.DOTALL)[0]
    )


def test_an_old_figure_gives_way_and_is_shown_as_old(planted_site, reader):
    cells = in_words(row(get(reader, day=AFTER, body="Z"), "道路投资"))
    assert "43.75" in cells
    assert "41.25" not in cells
    told = reason(reader, "道路投资", day=AFTER, body="Z")
    assert re.search(r"41\.25 亿元 上报数 已被后来的数取代", told)
    assert not re.search(r"43\.75 亿元 更正数 已被", told)
    page = way(reader, OLD, AFTER)
    assert "◆ 已被取代 自 2021年7月15日起已被后来的说法取代： 43.75 亿元" in words(page)
    assert f'href="/why/{NEW.id}/' in page
    assert "已被取代" in form(reader, OLD, AFTER)
    assert "◆" not in words(way(reader, NEW, AFTER))


def test_a_row_whose_figure_was_not_renewed_says_so(planted_site, reader):
    cells = in_words(row(get(reader, day=AFTER, body="Z"), "全社会固定资产投资"))
    assert "111" in cells
    assert "未更新" in cells
    assert "未更新" not in in_words(row(get(reader, day=AFTER, body="Z"), "道路投资"))
    assert "实绩只到 2021-03-31，此后没有更新" in reason(reader, "全社会固定资产投资", day=AFTER, body="Z")


def test_what_is_published_later_is_on_no_page_of_an_earlier_day(planted_site, reader):
    board, asked = get(reader, day=BEFORE), {"day": BEFORE, "body": "Z"}
    for page in (words(board), reason(reader, "道路投资", **asked), words(get(reader, PROJECT, day=BEFORE))):
        assert "43.75" not in page
        assert "14.5" not in page
    assert "41.25" in words(board)
    assert "已被后来的数取代" not in reason(reader, "道路投资", **asked)
    assert "◆" not in words(way(reader, OLD, BEFORE))


@pytest.mark.parametrize("entry", [NEW, WORTH_LATER])
def test_whoever_asks_for_a_later_entry_is_told_that_nobody_knew_it(planted_site, reader, entry):
    mark = "◆ 当时未知 2021年7月15日才知道；截至 2021年7月14日还没有人知道"
    assert mark in words(way(reader, entry, BEFORE))
    assert mark in form(reader, entry, BEFORE)
    assert "当时未知" not in form(reader, entry, AFTER)


def test_a_contradiction_is_marked_and_has_no_light(planted_site, reader):
    cells = in_words(row(get(reader, day=AFTER, body="X"), "新建学校"))
    assert "未知" in cells
    assert "说法不一" in cells
    told = reason(reader, "新建学校", day=AFTER, body="X")
    assert "另有 1 个同期数不一致，核对之前不判灯" in told
    for number in (7, 9):
        assert f"{number} 所 上报数 说法不一" in told
    for one, other, number in ((ONE, OTHER, 9), (OTHER, ONE, 7)):
        page = way(reader, one, AFTER)
        assert f"◆ 说法不一 同一件事另有说法，哪个对由人核定： {number} 所" in words(page)
        assert f'href="/why/{other.id}/' in page
    assert "说法不一" not in in_words(row(get(reader, day=AFTER, body="Z"), "新建学校"))


def test_a_project_of_which_two_things_are_said_shows_both(planted_site, reader):
    page = words(get(reader, PROJECT, day=BEFORE))
    assert "说法不一" in page
    assert "12.5 亿元" in page
    assert "13.5 亿元" in page
    assert "2 种说法" in words(get(reader, "/sometown/projects/", day=BEFORE))
    assert "13.5 亿元" in words(way(reader, WORTH, BEFORE))
    later = words(get(reader, PROJECT, day=AFTER))
    assert len(re.findall("1[23].5 亿元 已被后来的说法取代", later)) == 2


def test_an_inferred_day_is_known_once_recorded_and_marked(planted_site, reader):
    assert "尚无数据" in in_words(row(get(reader, day=AFTER, body="Z"), "甲类项目完成投资"))
    assert "230 亩" not in words(get(reader, PROJECT, day=AFTER))
    cells = in_words(row(get(reader, **ONCE_RECORDED, body="Z"), "甲类项目完成投资"))
    assert "23.5" in cells
    assert "日期推断" in cells
    assert "实绩日期为推断" in reason(reader, "甲类项目完成投资", **ONCE_RECORDED, body="Z")
    for entry in (INFERRED_ONE, LAND):
        mark = "◆ 日期推断 公布日期不确切，从记入台账的 2026年11月21日起才算已知"
        assert mark in words(way(reader, entry, ONCE_RECORDED["day"]))
        assert mark in form(reader, entry, ONCE_RECORDED["day"])
    assert "2021年6月（推断）" in words(get(reader, PROJECT, day=ONCE_RECORDED["day"]))


def test_where_there_is_no_evidence_there_is_neither_nought_nor_the_target(planted_site, reader):
    cells = row(get(reader, day=AFTER, body="Z"), "出口总额")
    assert [cell for cell in cells if re.search(r"\d", cell)] == ["66"]
    assert cells[-1] == "尚无数据"
    told = reason(reader, "出口总额", day=AFTER, body="Z")
    assert "实绩 尚无数据" in told
    assert not re.search(r"(?<!\d)0(?!\d)", told.partition("为什么是这个灯")[2].partition("原句")[0])
    page = words(get(reader, PROJECT, day=AFTER))
    assert "业主 尚无数据" in page
    assert "所处步骤 尚无数据" in page
