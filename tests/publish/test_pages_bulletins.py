"""The bulletin pages: what can go out, may it, and where does every number of it lead?"""

import json
import re
from html import unescape
from pathlib import Path

import pytest
from django.test import Client

from maoding.publish.pages.site import Site
from maoding.terms.periods import months
from tests.publish import town
from tests.publish.bulletin_town import PLANS
from tests.publish.test_pages_board import get, words

HERE = "/sometown/bulletins/mid-year/?day=2021-06-30"
NUMBER = re.compile(r'<a class="n" href="([^"]+)"')


@pytest.fixture
def with_plans(told_site: Site) -> Site:
    """The town with the plans that ship."""
    folder = told_site.cities / "sometown" / "bulletins"
    folder.mkdir()
    for name in ("mid-year", "plan-report"):
        (folder / f"{name}.yaml").write_bytes((PLANS / f"{name}.yaml").read_bytes())
    return told_site


@pytest.fixture
def held(with_plans: Site) -> Site:
    """The same with a published plan that amount and rate cannot give."""
    town.tell(town.reading("PLAN", "70", "亿元", period=months(2021, 1, 12)))
    return with_plans


def names_held(page: str) -> list[str]:
    return re.findall(r'<li id="held-([\d-]+)"', page)


def released(names: list[str], reason: str = "已核实") -> dict[str, object]:
    return {"release": names} | {f"because-{name}": reason for name in names}


def test_the_list_tells_what_each_kind_is(with_plans, reader):
    page = words(get(reader, "/sometown/bulletins/?day=2021-06-30"))
    assert "年中通报：上半年哪些目标落后" in page
    assert "计划执行情况：上年目标完成得怎样" in page
    assert "maoding bulletin mid-year --city sometown --day 2021-06-30" in page


def test_a_city_without_plans_is_told_where_to_write_one(told_site, reader):
    assert "这座城市还没有通报的方案" in words(get(reader, "/sometown/bulletins/"))


def test_a_plan_with_faults_is_listed_with_them(with_plans, reader):
    plan = Path(with_plans.cities / "sometown" / "bulletins" / "mid-year.yaml")
    plan.write_text(plan.read_text(encoding="utf-8").replace("共{total}项", "共47项"), encoding="utf-8")
    assert "文中直接写了数“47”" in words(get(reader, "/sometown/bulletins/"))
    answer = reader.get(HERE)
    assert answer.status_code == 409
    assert "这份方案还不能用" in answer.content.decode()
    assert reader.get("/sometown/bulletins/mid-year/docx").status_code == 404


def test_nothing_recorded_yet_says_what_to_do(empty_site, reader):
    for address in ("/sometown/bulletins/", "/sometown/bulletins/mid-year/"):
        assert "maoding load" in get(reader, address)
    assert reader.get("/sometown/bulletins/mid-year/pdf").status_code == 404


def test_the_preview_says_first_whether_it_may_go_out(with_plans, reader):
    page = words(get(reader, HERE))
    assert re.search(r"● 可以印发：\d+ 处陈述全部复算得出", page.replace("\u2009", " "))
    assert "样稿" in page
    assert "省略" not in page
    assert "下载 Word" in page


def test_every_number_of_the_letter_leads_somewhere(with_plans, reader):
    page = get(reader, HERE)
    links = {unescape(link) for link in NUMBER.findall(page)}
    assert len(links) > 8
    for link in links:
        assert reader.get(link.partition("#")[0]).status_code == 200, link
    assert any(link.startswith("/source/S1/") for link in links)
    assert any(link.startswith("/rules/yinchuan/") for link in links)
    assert any(link.startswith("/sometown/row/") for link in links)


def test_numbers_of_last_year_lead_to_last_year(with_plans, reader):
    page = get(reader, "/sometown/bulletins/plan-report/?day=2022-01-31")
    links = [unescape(link) for link in NUMBER.findall(page)]
    assert any("year=2021" in link for link in links)
    for link in set(links):
        assert reader.get(link.partition("#")[0]).status_code == 200, link


def test_the_record_stands_below(with_plans, reader):
    page = words(get(reader, HERE))
    record = page[page.index("核对记录：每处陈述怎样复算") :]
    assert "45亿元 ← 台账原数 45 ✓" in record
    assert "← 相除" in record
    assert "再套规则 绿灯 ✓" in record


@pytest.mark.parametrize(("suffix", "begins"), [("docx", b"PK"), ("pdf", b"%PDF"), ("record.json", b"{")])
def test_its_files_can_be_downloaded(with_plans, reader, suffix, begins):
    answer = reader.get(f"/sometown/bulletins/mid-year/{suffix}?day=2021-06-30")
    assert answer.status_code == 200
    assert answer.content.startswith(begins)
    assert f'filename="mid-year-2021-06-30.{suffix}"' in answer.headers["Content-Disposition"]


def test_an_unknown_kind_or_file_is_not_found(with_plans, reader):
    for address in (
        "/sometown/bulletins/weekly/",
        "/sometown/bulletins/mid-year/odt",
        "/sometown/bulletins/weekly/pdf",
    ):
        assert reader.get(address).status_code == 404


def test_what_is_held_back_is_shown_with_the_numbers_and_cannot_be_downloaded(held, reader):
    page = get(reader, HERE)
    assert re.search(r"■</span> \d+\s*处对不上，不能印发", page)
    assert "四舍五入解释不了印出的 30.6%" in words(page).replace("\u2009", " ")
    assert "下载 Word" not in page
    answer = reader.get("/sometown/bulletins/mid-year/pdf?day=2021-06-30")
    assert "处对不上，不能印发" in answer.content.decode()
    assert answer.headers["Content-Type"].startswith("text/html")


def test_a_person_lets_sentences_out_for_this_once(held, reader):
    names = names_held(get(reader, HERE))
    answer = reader.post(HERE, released(names))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "可以印发：对不上的已由人放行" in page
    assert "〔未能复算〕" in page
    assert "理由：已核实" in page
    files = reader.post("/sometown/bulletins/mid-year/record.json?day=2021-06-30", released(names))
    record = json.loads(files.content)
    assert {each["reason"] for each in record["releases"]} == {"已核实"}
    assert "处对不上，不能印发" in get(reader, HERE), "nothing of it is kept"


def test_only_some_let_out_is_not_enough_and_a_reason_is_needed(held, reader):
    names = names_held(get(reader, HERE))
    some = reader.post(HERE, released(names[:1]))
    assert some.status_code == 409
    assert set(names_held(some.content.decode())) == set(names[1:])
    silent = reader.post(HERE, released(names, ""))
    assert silent.status_code == 409
    assert "要写明理由" in silent.content.decode()


def test_letting_out_needs_the_forms_token(held, reader):
    strict = Client(enforce_csrf_checks=True, headers={"accept-language": "zh-CN"})
    strict.cookies = reader.cookies
    assert strict.post(HERE, {"release": "3-1"}).status_code == 403


def test_the_page_speaks_english(with_plans, reader):
    page = reader.get(HERE, headers={"accept-language": "en"}).content.decode()
    assert "May go out: all" in page
    assert "Bulletin on the main targets of Sometown" in page


def test_figures_replaced_since_are_noted(with_plans, reader):
    town.tell(town.reading("ROADS", "44", "亿元", published=town.Published("2021-09-01", "day")))
    assert "后来已有更新的数" in get(reader, HERE)
