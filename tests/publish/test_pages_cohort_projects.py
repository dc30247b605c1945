"""The cohort page of a list of projects: is one that was taken off the list still in sight, with who said so?"""

import re
import shutil

import pytest
from django.conf import settings

from maoding.publish.pages import cohort
from tests.publish import town
from tests.publish.test_pages_board import get, words
from tests.publish.test_pages_cohort import DAYS, PAGE, sections, title, workbook
from tests.publish.test_pages_projects import event, named


@pytest.fixture
def lists(told_site):
    """The town with a provincial list: in June four projects, of which one leaves, one builds on, one is told anew."""
    cohort._held.cache_clear()
    shutil.copy(settings.CITIES / "taicang" / "stages.yaml", told_site.cities / "sometown")
    codes = ("P1", "P2", "P3", "P4", "P5")
    town.tell(*(named(code, f"{code}项目", "Z") for code in codes))
    town.tell(
        *(event(code, "listed", "省重大", "2021", "", "S1") for code in codes[:4]),
        *(event(code, "started", "", "2021-03-02", "", "S1") for code in ("P1", "P2", "P3")),
        event("P2", "completed", "", "2021-07-05", "", "S2"),
        event("P3", "withdrawn", "省重大", "2021-07", "", "S2"),
        event("P5", "listed", "省重大", "2021", "", "S2"),
        event("P1", "listed", "省重大", "2022", "", "S2"),
    )
    return told_site


def test_a_project_taken_off_the_list_stays_in_sight_with_who_said_so(lists, reader):
    page = get(reader, PAGE, list="province", since="2021-06-30", day="2021-12-31")
    assert "4 个省级重点项目到 2021年12月31日：1 个往前走了" in title(page)
    assert "另增 1 个，不再列名 1 个" in title(page)
    told = sections(page)
    assert "P3项目" in told["left"]
    assert "开工 2021年3月2日起" in told["left"]
    assert "来源写明退出名单（2021年7月20日）" in told["left"]
    assert "P3项目" not in told["stayed"]
    assert "P5项目" in told["added"]
    assert "竣工 2021年7月5日起" in told["stayed"]
    href = re.search(r'<td class="why"[^>]*><a href="([^"]+)"', page)[1]
    assert "退出名单" in words(get(reader, href.replace("&amp;", "&")))


def test_the_workbook_of_a_list_of_projects_tells_no_rule(lists, reader):
    sheet = workbook(reader, list="province", since="2021-06-30", day="2021-12-31")
    assert "规则" not in str(sheet[:5])
    left = next(row for row in sheet if row[0] == "不再列名")
    assert left[1:3] == ["东区", "P3项目"]
    assert "来源写明退出名单" in left


def test_a_project_not_on_the_next_list_and_nobody_says_why_is_told_so(lists, reader):
    page = get(reader, PAGE, list="province", since="2021-06-30", day="2022-12-31", against="2022")
    assert "不再列名 3 个（2 未说明原因）" in title(page)
    told = sections(page)
    assert told["left"].count("未说明") == 2
    assert "来源写明退出名单" in told["left"]
    assert "P1项目" in told["stayed"]


def test_before_the_withdrawal_was_known_the_project_is_on_the_list(lists, reader):
    page = get(reader, PAGE, list="province", since="2021-06-30", day="2021-07-01")
    assert "不再列名 0 个" in title(page)
    assert "没有哪一个不再列名" in words(page)


def test_a_project_without_a_word_of_its_step_is_not_called_behind(lists, reader):
    told = sections(get(reader, PAGE, list="province", since="2021-06-30", day="2021-12-31"))
    assert re.search(r"P4项目.*?尚无数据.*?尚无数据.*?仍不知步骤", told["stayed"])


@pytest.mark.parametrize(
    "asked",
    [
        {"list": "beauty"},
        {"since": "2021-12-31", "day": "2021-06-30"},
        {"since": "soon"},
        {"list": "province", "against": "21"},
    ],
    ids=str,
)
def test_strange_requests_are_refused(lists, reader, asked):
    get(reader, PAGE, status=400, **asked)


def test_a_list_nobody_knows_says_so(told_site, reader):
    page = get(reader, PAGE, list="city", **DAYS)
    assert "没有已知在县级市重点 2021年名单上的项目" in title(page)
    assert "两天都没有已知的名单成员" in words(page)
    assert "没有已知的 2020年目标" in title(get(reader, PAGE, since="2020-06-30", day="2020-10-31"))
