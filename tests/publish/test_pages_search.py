"""The search page: is everything found by name, pinyin, initials and code, with where it stands, and not too early?"""

import re
import shutil
from html import unescape
from io import BytesIO

import openpyxl
import pytest
from django.conf import settings

from maoding.ledger import find
from tests.publish import town
from tests.publish.test_pages_board import get, words
from tests.publish.test_pages_projects import projects_site  # noqa: F401 - a fixture

FIND = "/sometown/search/"


def kinds(page: str) -> dict[str, int]:
    """How many of each kind were found, by the kind's code, in the order shown."""
    counted = re.search(r'<p class="kinds">(.*?)</p>', page, re.DOTALL)
    links = re.findall(r"kind=(\w+)[^>]*>\s*[^<]* <b>(\d+)</b>", counted[1]) if counted else []
    return {kind: int(count) for kind, count in links}


def named(page: str) -> list[str]:
    return [unescape(name) for name in re.findall(r'<p class="named"><a[^>]*>([^<]+)</a>', page)]


CASES = {
    "道路": {"promise": 1, "indicator": 1},
    "dltz": {"promise": 1, "indicator": 1},
    "daolu": {"promise": 1, "indicator": 1},
    "Road": {"promise": 1, "indicator": 1},
    "ROADS": {"indicator": 1},
    "东区": {"body": 1, "promise": 2},
    "东方": {"project": 1},
    "P1": {"project": 1},
    "银川": {"rule": 4},
    "年中": {"source": 1},
    "年中综述 日报": {"source": 1},
    "看板": {"section": 1},
    "T9": {"promise": 1},
    "t9": {"promise": 1},
    "A3": {"entry": 1},
    "T4": {"entry": 1},
    "产业园 开工": {"promise": 1},
}


@pytest.mark.usefixtures("projects_site")
def test_everything_is_found_by_name_pinyin_initials_and_code(reader):
    assert {looked_for: kinds(get(reader, FIND, find=looked_for)) for looked_for in CASES} == CASES


def test_the_title_is_the_answer(told_site, reader):
    assert "“道路”：找到 2 处" in words(get(reader, FIND, find="道路"))
    assert "“无此”：没有找到" in words(get(reader, FIND, find="无此"))
    page = words(get(reader, FIND))
    assert "查什么？" in page
    assert "两个字也能查" in page


@pytest.mark.usefixtures("projects_site")
def test_an_exact_code_comes_before_a_name_that_only_sounds_so(reader):
    page = get(reader, FIND, find="dq")
    assert next(iter(kinds(page))) == "body"
    town.tell(
        town.Source(source="dq", code="dq", publisher="", title="来源", kind="press", published=town.JUNE)
    )
    assert next(iter(kinds(get(reader, FIND, find="dq")))) == "source"


def test_a_promise_says_its_light_what_was_promised_and_the_period(told_site, reader):
    page = words(get(reader, FIND, find="甲类项目完成投资", kind="promise"))
    assert "某市 甲类项目完成投资 ▲ 黄灯 2021年 计划 62.09 * 亿元 2021年1—5月" in page
    assert "牌" in words(get(reader, FIND, find="甲类项目完成投资", kind="promise", rule="sanya"))


def test_a_promise_of_another_year_leads_to_its_own_year(told_site, reader):
    period = town.months(2022, 1, 12)
    town.tell(town.promise("ROADS", "150", "亿元", period=period, record="T22"))
    page = get(reader, FIND, find="T22")
    assert "2022年" in words(page)
    href = unescape(re.search(r'<p class="named"><a href="([^"]+)"', page)[1])
    assert "year=2022" in href
    assert "150" in get(reader, href)


@pytest.mark.usefixtures("projects_site")
def test_other_kinds_say_what_they_are_and_where_they_stand(reader):
    project = words(get(reader, FIND, find="P1", kind="project"))
    assert "东方半导体产业园 P1 东区 · 半导体 开工 2021年3月2日起" in project
    assert "某日报 · 2021年6月 取用条数" in words(get(reader, FIND, find="S1", kind="source"))
    assert "东区 Z 县（市、区） 2021年承诺项数 2" in words(get(reader, FIND, find="Z", kind="body"))
    assert "道路投资 ROADS 计量单位：亿元 2021年承诺项数 1" in words(get(reader, FIND, find="ROADS"))
    assert "银川市发展和改革委员会 · 2025年3月26日" in words(get(reader, FIND, find="yinchuan"))
    assert "A3 实绩 45 亿元 2021年1—5月" in words(get(reader, FIND, find="A3"))
    assert "看板 哪些目标落后，差多少，为什么？" in words(get(reader, FIND, find="看板"))


def test_bulletins_are_found_by_what_they_are_unless_their_plan_is_broken(told_site, reader):
    folder = told_site.cities / "sometown" / "bulletins"
    shutil.copytree(settings.CITIES / "taicang" / "bulletins", folder)
    (folder / "broken.yaml").write_text("kind: other", encoding="utf-8")
    page = get(reader, FIND, find="年中通报")
    assert kinds(page) == {"bulletin": 1}
    assert "/sometown/bulletins/mid-year/" in page
    assert not kinds(get(reader, FIND, find="broken"))


def test_an_event_says_what_it_is_about(told_site, reader):
    event = find.said_by("S2")[-1]
    assert "某市 大事 事件" in words(get(reader, FIND, find=event.id, day="2026-11-21"))


@pytest.mark.usefixtures("projects_site")
def test_a_project_without_a_step_says_that_none_is_known(reader):
    assert "风电场 P4 东区 尚无数据" in words(get(reader, FIND, find="P4", day="2021-07-31", kind="project"))


def test_what_is_only_expected_is_an_entry_and_no_promise(told_site, reader):
    page = get(reader, FIND, find="T4")
    assert kinds(page) == {"entry": 1}
    assert "15 条" in words(page)


@pytest.mark.usefixtures("projects_site")
def test_what_was_not_known_by_the_day_is_counted_and_not_named(reader):
    page = get(reader, FIND, find="码头")
    assert "没有找到" in words(page)
    assert "港口码头" not in page
    assert "另有 1 处那时还不知道。" in words(page)
    href = unescape(re.search(r'<p class="notice later">.*?href="([^"]+)"', page, re.DOTALL)[1])
    assert "day=2021-07-20" in href
    assert named(get(reader, href)) == ["港口码头"]


@pytest.mark.usefixtures("projects_site")
def test_the_first_and_the_last_day_of_what_comes_later_are_told(reader):
    told = town.Event(
        subject="P9", kind="started", on="2021-08", source="S2", published=town.Published("2021-08-09", "day")
    )
    subject = town.Subject(source="S2", code="P9", name="小码头", name_en="", level="project", parent="X")
    town.tell(subject, told)
    page = words(get(reader, FIND, find="码头"))
    assert "另有 2 处那时还不知道。 最早的到 2021年7月20日知道 · 到 2021年8月9日都知道" in page
    assert "还不知道" not in words(get(reader, FIND, find="码头", day="2021-08-31"))


def test_an_entry_of_a_later_day_is_counted_too(told_site, reader):
    page = words(get(reader, FIND, find="A3", day="2021-05-31"))
    assert "没有找到" in page
    assert "另有 1 处那时还不知道" in page


@pytest.mark.usefixtures("projects_site")
def test_where_nothing_is_found_names_that_sound_so_are_offered(reader):
    page = get(reader, FIND, find="东放半导体")
    assert "名字最像的" in words(page)
    href = unescape(re.search(r'<ul class="examples"><li><a href="([^"]+)"', page)[1])
    assert "东方半导体产业园" in named(get(reader, href))
    assert "名字最像的" not in get(reader, FIND, find="qqqq")


def test_one_kind_alone_is_shown_page_by_page(told_site, reader):
    sources = [
        town.Source(
            source=f"N{n}", code=f"N{n}", publisher="", title=f"通稿{n}", kind="press", published=town.JUNE
        )
        for n in range(60)
    ]
    town.tell(*sources)
    page = get(reader, FIND, find="通稿")
    assert len(named(page)) == 8
    assert "看全部 60 个" in words(page)
    page = get(reader, FIND, find="通稿", kind="source")
    assert len(named(page)) == 50
    assert len(named(get(reader, FIND, find="通稿", kind="source", page="2"))) == 10
    assert "没有符合条件的" in words(get(reader, FIND, find="通稿", kind="project"))


@pytest.mark.usefixtures("projects_site")
def test_every_hit_and_every_number_leads_somewhere(reader):
    for looked_for in ("投资", "东", "S", "A3", "T9", "规则"):
        page = get(reader, FIND, find=looked_for, day="2021-07-31").partition("<main")[2]
        links = {unescape(link).partition("#")[0] for link in re.findall(r'href="(/[^"]+)"', page)}
        assert not [link for link in links if reader.get(link).status_code != 200]


def test_one_comes_back_from_a_source_to_what_was_found(told_site, reader):
    page = get(reader, FIND, find="道路", kind="promise")
    source = unescape(re.search(r'class="n" href="(/source/[^"]+)"', page)[1])
    back = unescape(re.search(r'<a href="(/sometown/search/[^"]+)">‹', get(reader, source))[1])
    assert named(get(reader, back.partition("#")[0])) == ["某市 道路投资"]
    assert f'id="{back.partition("#")[2]}"' in page


def test_the_field_stands_on_every_page_and_keeps_the_question(told_site, reader):
    for path in ("/", "/sometown/projects/", "/rules/", "/source/S1/", "/sometown/sources/"):
        form = re.search(
            r'<form class="search".*?</form>', get(reader, path, day="2021-07-31", rule="wuhan"), re.DOTALL
        )[0]
        assert 'action="/sometown/search/"' in form
        assert 'name="day" value="2021-07-31"' in form
        assert 'name="rule" value="wuhan"' in form
    assert 'action="/search/"' in get(reader, "/nowhere/", status=404)
    assert named(get(reader, "/search/", find="ROADS")) == ["道路投资"]


def test_the_best_few_come_as_a_fragment_while_one_types(told_site, reader):
    answer = reader.get(FIND, {"find": "投资"}, headers={"hx-target": "suggested"}).content.decode()
    assert "<html" not in answer
    assert len(re.findall(r"<li><a href", answer)) == 8
    assert "看全部" in words(answer)
    none = reader.get(FIND, {"find": "无此"}, headers={"hx-target": "suggested"}).content.decode()
    assert "没有找到" in words(none)


def test_the_workbook_holds_all_that_was_found(told_site, reader):
    answer = reader.get("/sometown/search.xlsx", {"find": "道路"})
    rows = list(openpyxl.load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True))
    assert rows[0][0] == "某市：查找“道路”"
    assert {(row[0], row[2]) for row in rows[-2:]} == {("指标", "道路投资"), ("承诺", "某市 道路投资")}


def test_in_english_chinese_names_find_too(told_site, reader):
    page = reader.get(FIND, {"find": "道路"}, headers={"accept-language": "en"}).content.decode()
    assert '“<span lang="zh-CN">道路</span>”: 2 found' in page
    assert named(page) == ["Road investment", "Sometown Road investment"]


def test_an_empty_ledger_has_nothing_to_find(empty_site, reader):
    assert "台账还是空的" in get(reader, FIND, find="道路")
