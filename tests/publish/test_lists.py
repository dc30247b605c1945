"""Lists: are the rows those an address picks, in its order, and does the workbook say which they are?"""

import datetime as dt
import re
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from django.core.exceptions import BadRequest
from django.urls import get_resolver, reverse
from hypothesis import given
from hypothesis import strategies as st

from maoding.publish import workbook as workbooks
from maoding.publish.pages import lists
from maoding.publish.pages.asked import Asked
from maoding.publish.pages.lists import Choice, Column, Listing
from maoding.publish.pages.templating import STATIC
from maoding.publish.workbook import workbook

DAY = dt.date(2021, 6, 30)
TEMPLATES = STATIC.parent / "templates"


@dataclass(frozen=True)
class Town:
    name: str
    done: int | None = None
    currency: int = 0
    kinds: tuple[str, ...] = ()


TOWNS = (
    Town("沙溪镇", 30, kinds=("镇",)),
    Town("璜泾镇", None, kinds=("镇",)),
    Town("港区", 10, kinds=("区", "港")),
    Town("高新区", 30, kinds=("区",)),
    Town("太仓市", 20, currency=1),
)
COLUMNS = (
    Column("name", "名称", lambda town: town.name, lambda town: town.name),
    Column(
        "done",
        "完成",
        lambda town: "尚无数据" if town.done is None else town.done,
        lambda town: town.done,
        greatest_first=True,
        numeric=True,
        group=lambda town: town.currency,
    ),
    Column("note", "备注", lambda town: "=1+1", on_page=False),
)
ORDER = {"镇": 0, "区": 1, "港": 2}
KINDS = Choice("kind", "类别", lambda town: town.kinds, lambda kind: f"[{kind}]", lambda kind: ORDER[kind])
LISTING = Listing("projects", COLUMNS, (KINDS,), lambda town: town.name, a_page=2)
ASKED = Asked("sometown", DAY, "yinchuan", "亿元")


def picked(rows=TOWNS, listing=LISTING, **said):
    return listing.of(rows, listing.pick(ASKED, said))


def names(list_) -> list[str]:
    return [town.name for town in list_.found]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({}, "沙溪镇 璜泾镇 港区 高新区 太仓市"),
        ({"kind": "区"}, "港区 高新区"),
        ({"kind": "区", "name": "gx"}, "高新区"),
        ({"name": "qu"}, "港区 高新区"),
        ({"kind": "村"}, ""),
        ({"name": " "}, "沙溪镇 璜泾镇 港区 高新区 太仓市"),
    ],
    ids=str,
)
def test_filters_leave_the_rows_that_have_all_of_them(said, found):
    assert names(picked(**said)) == found.split()
    assert picked(**said).is_sifted == any(value.strip() for value in said.values())


def test_what_no_single_choice_can_say_is_asked_of_the_row():
    odd = replace(LISTING, fits=lambda asked: (lambda town: town.done == 10) if asked.pick("kind") else None)
    assert names(picked(listing=odd, kind="区")) == ["港区"]
    assert len(names(picked(listing=odd))) == len(TOWNS)


@pytest.mark.parametrize(
    ("sort", "found"),
    [
        ("name", "太仓市 沙溪镇 港区 璜泾镇 高新区"),
        ("-name", "高新区 璜泾镇 港区 沙溪镇 太仓市"),
        ("done", "港区 沙溪镇 高新区 太仓市 璜泾镇"),
        ("-done", "沙溪镇 高新区 港区 太仓市 璜泾镇"),
    ],
)
def test_unknown_stands_last_either_way_equals_as_they_came_and_currencies_apart(sort, found):
    assert names(picked(sort=sort)) == found.split()


def test_the_usual_order_holds_where_none_is_asked():
    assert names(picked(listing=replace(LISTING, usual="-name")))[0] == "高新区"
    assert names(picked(listing=replace(LISTING, usual="-name"), sort="name"))[0] == "太仓市"


@given(st.lists(st.builds(Town, st.text(max_size=3), st.none() | st.integers(), st.integers(0, 2))))
def test_no_order_loses_a_row(towns):
    for sort in ("", "name", "-name", "done", "-done"):
        assert sorted(map(repr, picked(towns, sort=sort).found)) == sorted(map(repr, towns))


@pytest.mark.parametrize(
    "said", [{"sort": "note"}, {"sort": "beauty"}, {"page": "0"}, {"page": "-1"}, {"page": "²"}]
)
def test_an_order_or_page_that_is_none_is_refused(said):
    with pytest.raises(BadRequest):
        picked(**said)


@pytest.mark.parametrize(
    ("rows", "page", "near"),
    [
        (0, "", [1]),
        (2, "", [1]),
        (3, "", [1, 2]),
        (20, "1", [1, 2, 3, 0, 10]),
        (20, "5", [1, 0, 3, 4, 5, 6, 7, 0, 10]),
        (20, "4", [1, 2, 3, 4, 5, 6, 0, 10]),
        (20, "99", [1, 0, 8, 9, 10]),
    ],
)
def test_pages_offered_are_the_first_the_last_and_those_near(rows, page, near):
    assert picked([Town(str(n)) for n in range(rows)], page=page).near == near


def test_a_page_holds_its_rows_and_a_page_too_far_is_the_last():
    assert [town.name for town in picked(page="2").rows] == ["港区", "高新区"]
    last = picked(page="7")
    assert ([town.name for town in last.rows], last.first, last.page) == (["太仓市"], 5, 3)
    assert (picked(kind="村").rows, picked(kind="村").pages) == ([], 1)


def test_links_keep_what_was_picked_and_begin_at_the_first_page():
    list_ = picked(kind="区", page="2", sort="name")
    assert "kind=%E5%8C%BA&sort=name&page=3" in list_.href(page=3)
    for other in (
        list_.href(sort="-name"),
        list_.on(dt.date(2021, 7, 31)),
        list_.export(),
        list_.everything(),
    ):
        assert "page=" not in other
        assert "sort=" in other
    assert "kind" not in list_.everything()
    assert "day=2021-07-31" in list_.on(dt.date(2021, 7, 31))
    assert list_.export().startswith(reverse("projects-workbook", kwargs={"city": "sometown"}))
    assert list_.action() == reverse("projects", kwargs={"city": "sometown"})


def test_a_head_asks_for_its_order_and_pressed_again_for_the_other():
    name, done = picked().heads()
    assert (name.sorted, done.sorted, done.numeric) == ("", "", True)
    assert "sort=-done" in done.href
    name, done = picked(sort="-done").heads()
    assert done.sorted == "descending"
    assert done.href.endswith("sort=done")
    name, done = picked(sort="done").heads()
    assert done.sorted == "ascending"
    assert done.href.endswith("sort=-done")
    assert picked(sort="name").turned == ("升序", picked().href(sort="-name"))
    assert picked().turned is None
    plain = replace(LISTING, columns=(replace(COLUMNS[0], order=None),))
    assert picked(listing=plain).heads()[0].href == ""


def test_orders_are_offered_with_the_one_in_use_as_it_is():
    assert picked().orders() == [("name", "名称", False), ("-done", "完成", False)]
    assert picked(sort="done").orders() == [("name", "名称", False), ("done", "完成", True)]


def test_a_filter_offers_what_the_rows_have_in_its_order_or_by_sound():
    assert picked().choosers() == [("kind", "类别", "", [("镇", "[镇]"), ("区", "[区]"), ("港", "[港]")])]
    by_sound = replace(LISTING, choices=(replace(KINDS, order=None),))
    assert [value for value, _ in picked(listing=by_sound).choosers()[0][3]] == ["港", "区", "镇"]


def test_a_filter_that_no_row_has_today_is_still_shown_as_it_was_said():
    assert picked(kind="村").choosers()[0][2:] == ("村", [*picked().choosers()[0][3], ("村", "村")])
    assert picked(kind="村").said() == ["类别：村"]


def test_filters_are_said_in_words():
    assert picked(kind="区", name="港").said() == ["类别：[区]", "查找：港"]
    assert picked(sort="name").said() == ["筛选：无"]


def sheet(answer):
    return openpyxl.load_workbook(BytesIO(answer.content)).active


def cells(answer) -> list[list[object]]:
    return [[cell for cell in row if cell is not None] for row in sheet(answer).iter_rows(values_only=True)]


def test_the_workbook_holds_all_pages_and_names_day_filters_and_order():
    answer = picked(kind="区", sort="-done", page="9").workbook("各地", "口径：一")
    told = cells(answer)
    assert told[:6] == [
        ["各地"],
        ["截至 2021年6月30日所知"],
        ["口径：一"],
        ["类别：[区]"],
        ["排序：完成，降序"],
        ["共 2 行"],
    ]
    assert told[6:] == [["名称", "完成", "备注"], ["高新区", 30, "=1+1"], ["港区", 10, "=1+1"]]
    assert 'filename="projects-2021-06-30.xlsx"' in answer["Content-Disposition"]
    assert ["璜泾镇", "尚无数据", "=1+1"] in cells(picked().workbook("各地"))
    assert "排序" not in str(cells(picked().workbook("各地")))


def test_the_same_list_is_the_same_workbook_byte_for_byte():
    first, second = (picked(kind="区").workbook("各地").content for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    "text", ["=1+1", "{=SUM(A1)}", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "file:///x", "mailto:a"]
)
def test_a_text_is_never_worked_out_or_pressed(text):
    made = workbook("题", [text], [text], [[text]], DAY)
    with ZipFile(BytesIO(made)) as parts:
        page = parts.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in page
    assert "hyperlink" not in page
    cell = openpyxl.load_workbook(BytesIO(made)).active["A4"]
    assert (cell.value, cell.data_type) == (text, "s")


def test_an_address_in_the_web_can_be_pressed_unless_there_are_too_many(monkeypatch):
    rows = [["https://example.org/1", 2.5], ["https://example.org/" + "x" * 3000, 1]]
    made = openpyxl.load_workbook(BytesIO(workbook("题", [], ["甲", "乙"], rows, DAY))).active
    assert made["A3"].hyperlink.target == "https://example.org/1"
    assert made["A4"].hyperlink is None
    assert made["A4"].value == rows[1][0]
    assert made["B3"].value == 2.5
    monkeypatch.setattr(workbooks, "MOST_ADDRESSES", 3)
    made = openpyxl.load_workbook(BytesIO(workbook("题", [], ["甲", "乙"], rows, DAY))).active
    assert made["A3"].hyperlink is None


def test_what_is_empty_is_no_cell():
    made = workbook("题", [], ["甲", "乙"], [["", 1]], DAY)
    with ZipFile(BytesIO(made)) as parts:
        page = parts.read("xl/worksheets/sheet1.xml").decode()
    assert 'r="B3"' in page
    assert 'r="A3"' not in page


def test_an_empty_list_is_a_workbook_too():
    assert cells(picked(kind="村").workbook("各地"))[-1] == ["名称", "完成", "备注"]


def test_scripts_that_every_page_has_are_loaded_once():
    """A second htmx would send every question twice."""
    loading = {
        path.name: re.findall(
            r"static\('(vendor/htmx\.min\.js|asking\.js|finding\.js)'\)", path.read_text(encoding="utf-8")
        )
        for path in TEMPLATES.glob("*.html")
    }
    assert loading.pop("layout.html") == ["vendor/htmx.min.js", "asking.js", "finding.js"]
    assert not [name for name, found in loading.items() if found]


def test_every_listing_has_a_workbook_at_an_address():
    pages = Path(lists.__file__).parent.glob("*.py")
    declared = {
        name for page in pages for name in re.findall(r'Listing\(\s*"([a-z-]+)"', page.read_text("utf-8"))
    }
    assert {"board", "projects"} <= declared
    known = get_resolver().reverse_dict
    assert not [name for name in declared if f"{name}-workbook" not in known]
