"""The list of rules: is it sifted, ordered and handed over like every list?"""

import re
from html import unescape
from io import BytesIO

import openpyxl
import pytest

from tests.publish.test_pages_board import get, words

LIST = "/sometown/rules/"


def names(page: str) -> list[str]:
    return [unescape(link).split("/")[2] for link in re.findall(r'<th scope="row"><a href="([^"]+)"', page)]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"name": "yinchuan kaigong"}, ["yinchuan-start"]),
        ({"name": "wuhan"}, ["wuhan"]),
        ({"name": "人民政府"}, ["wuhan"]),
        ({"published_in": "2015"}, ["xinhuang"]),
        ({"asks": "本月任务"}, ["xinhuang"]),
        ({"reliability": "G"}, ["nanning"]),
        ({"replays": "yes", "sort": "title"}, ["nanning", "sanya", "tianjin", "wuhan", "xinhuang", "yinchuan"]),
        ({"sort": "published", "replays": "yes"}, ["xinhuang", "nanning", "tianjin", "sanya", "yinchuan", "wuhan"]),
        ({"reliability": "Z"}, []),
    ],
    ids=str,
)  # fmt: skip
def test_rules_are_sifted_and_ordered(told_site, reader, asked, found):
    assert names(get(reader, LIST, **asked)) == found


def test_the_address_without_a_city_means_the_first(told_site, reader):
    page = get(reader, "/rules/", name="wuhan")
    assert names(page) == ["wuhan"]
    assert 'action="/sometown/rules/"' in page
    assert names(get(reader, "/rules/", city="sometown", day="2021-07-31", name="wuhan")) == ["wuhan"]


def test_nothing_found_leads_back_to_all(told_site, reader):
    page = get(reader, LIST, name="无此规则")
    assert "没有符合条件的" in words(page)
    assert "看全部 14 个" in words(page)


def test_the_workbook_names_its_filters(told_site, reader):
    answer = reader.get("/sometown/rules.xlsx", {"replays": "no", "name": "yinchuan"})
    rows = list(openpyxl.load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True))
    told = [row[0] for row in rows]
    assert {"公布过的亮灯规则", "看板：缺事实", "查找：yinchuan", "共 3 行"} <= set(told)
    assert rows[-1][-1].startswith("http://testserver/rules/yinchuan-")


def test_an_empty_ledger_has_no_rules(empty_site, reader):
    assert "台账还是空的" in get(reader, "/rules/")
