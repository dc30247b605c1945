"""Doors: who is let in, in which language, and what is said where a page cannot be shown?"""

import datetime as dt
import re

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.test import Client

from maoding.app import addresses
from maoding.publish.pages import board as board_pages
from tests.house.rules import CHINESE
from tests.publish.test_pages_board import get, words

pytestmark = pytest.mark.django_db
WORD = "a long one"


@pytest.fixture
def stranger() -> Client:
    return Client(headers={"accept-language": "zh-CN"})


@pytest.fixture
def demo(settings):
    settings.DEMO = True


@pytest.mark.parametrize("path", ["/", "/sometown/", "/source/S1/", "/why/A1/", "/sometown/row/x/"])
def test_every_page_asks_who_is_there(told_site, stranger, path):
    response = stranger.get(path)
    assert response.status_code == 302
    assert response["Location"].startswith("/sign-in/?next=/")


def test_the_demo_lets_anyone_in_without_a_password_or_rights(told_site, stranger, demo):
    assert "以演示身份进入" in stranger.get("/sign-in/").content.decode()
    response = stranger.post("/sign-in/demo/", {"next": "/sometown/?rule=wuhan"})
    assert response["Location"] == "/sometown/?rule=wuhan"
    user = get_user_model().objects.get(username="demo")
    assert not user.has_usable_password()
    assert (user.is_staff, user.is_superuser, user.get_all_permissions()) == (False, False, set())
    assert "演示" in get(stranger)
    stranger.post("/sign-in/demo/")
    assert get_user_model().objects.count() == 1


def test_outside_the_demo_its_door_does_not_exist(told_site, stranger):
    assert stranger.post("/sign-in/demo/").status_code == 404
    assert stranger.get("/sign-in/demo/").status_code == 405
    page = stranger.get("/sign-in/").content.decode()
    assert "演示" not in page
    assert not get_user_model().objects.exists()


def test_a_real_user_signs_in_and_out(told_site, stranger):
    get_user_model().objects.create_user("li", password=WORD)
    wrong = stranger.post("/sign-in/", {"name": "li", "password": "no"})
    assert wrong.status_code == 403
    assert "用户名或密码不对" in wrong.content.decode()
    right = stranger.post("/sign-in/", {"name": "li", "password": WORD, "next": "/sometown/"})
    assert right["Location"] == "/sometown/"
    assert "演示环境" not in get(stranger)
    stranger.post("/sign-out/")
    assert stranger.get("/").status_code == 302


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_signing_in_leads_nowhere_else(told_site, stranger, demo, elsewhere):
    assert stranger.post("/sign-in/demo/", {"next": elsewhere})["Location"] == "/"


def test_a_form_without_its_token_is_refused_in_words(told_site, demo):
    strict = Client(enforce_csrf_checks=True, headers={"accept-language": "zh-CN"})
    response = strict.post("/sign-in/demo/")
    assert response.status_code == 403
    assert "这张表单已失效" in response.content.decode()


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("en-GB,en;q=0.9", "Sometown"),
        ("fr,en;q=0.5", "Sometown"),
        ("zh-CN", "某市"),
        ("fr", "某市"),
        ("", "某市"),
    ],
)
def test_the_browser_says_which_language(told_site, reader, asked, title):
    assert title in reader.get("/", headers={"accept-language": asked}).content.decode()


def test_a_choice_of_language_lasts(told_site, reader):
    response = reader.post("/language/", {"language": "en", "next": "/sometown/?rule=wuhan"})
    assert response["Location"] == "/sometown/?rule=wuhan"
    page = get(reader)
    assert '<html lang="en">' in page
    assert "behind" in page
    reader.post("/language/", {"language": "fr"})
    assert '<html lang="en">' in get(reader)
    assert reader.post("/language/", {"language": "zh", "next": "//evil.example"})["Location"] == "/"


@pytest.mark.parametrize(
    "path", ["/sometown/", "/sometown/?day=2019-01-01", "/sometown/?name=zzz", "/sign-in/"]
)
def test_english_is_complete(told_site, reader, demo, path):
    """What stays Chinese is marked as such, or stands in the names of publishers and titles."""
    page = reader.get(path, headers={"accept-language": "en"}).content.decode()
    page = re.sub(r'<(\w+)[^>]* lang="zh-CN"[^>]*>.*?</\1>', "", page, flags=re.DOTALL)
    assert not CHINESE.findall(re.sub(r"<[^>]*>", " ", page)), words(page)


def test_an_empty_ledger_says_what_to_do(empty_site, reader):
    page = get(reader, "/")
    assert "台账还是空的" in page
    assert "maoding load cities/sometown" in page


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("/nowhere/", 404, "没有名为 nowhere 的城市包。现有：sometown"),
        ("/sometown/?rule=nobody", 404, "没有名为 nobody 的规则。现有："),
        ("/sometown/?rule=mianyang", 404, "没有名为 mianyang 的规则"),
        ("/sometown/?day=2999-01-01", 400, "2999-01-01 还没有到"),
        ("/sometown/?day=yesterday", 400, "“yesterday”不是日期"),
        ("/sometown/?day=2021-02-30", 400, "“2021-02-30”不是日期"),
        ("/sometown/?unit=元宝", 400, "没有“元宝”这个金额单位。可选：亿元、万元"),
        ("/no/such/page/", 404, "这个地址没有对应的页面"),
    ],
)
def test_what_cannot_be_shown_says_why_and_what_to_do(told_site, reader, path, status, says):
    page = words(get(reader, path, status=status))
    assert says in page
    assert "回到看板" in page


def test_a_request_that_is_none_of_ours_is_refused_in_our_words(told_site, reader):
    page = reader.get("/sometown/", headers={"host": "elsewhere.example"}).content.decode()
    assert "不合规矩" in page
    assert "ALLOWED_HOSTS" not in page


def test_no_right_says_who_can_grant_it(told_site, reader, monkeypatch):
    def refuse(*_):
        raise PermissionDenied

    monkeypatch.setattr(board_pages, "read", refuse)
    assert "系统管理员可以授权" in get(reader, status=403)


def test_an_error_of_ours_is_told_without_anything_that_could_fail_too(told_site, reader, monkeypatch):
    monkeypatch.setattr(board_pages, "read", lambda *_: 1 / 0)
    reader.raise_request_exception = False
    page = get(reader, status=500)
    assert "什么都没有丢" in page
    assert "stylesheet" not in page


def test_pages_load_nothing_from_elsewhere_and_run_nothing_written_into_them(told_site, reader):
    response = reader.get("/sometown/")
    rule = response["Content-Security-Policy"]
    assert "default-src 'none'" in rule
    assert "unsafe" not in rule
    page = response.content.decode()
    assert not re.findall(r'(?:src|href|action)="(?!/|#|\?)', page)
    assert not re.findall(r"<script(?![^>]*src=)|<style| style=| on\w+=", page)
    assert response["Cache-Control"] == "private, no-cache"


def test_names_are_shown_as_text(told_site, reader):
    assert "&lt;i&gt;" in get(reader, name="<i>")
    assert "<i>" not in get(reader, name="<i>")


def test_without_a_day_the_page_opens_with_the_packs_or_today(told_site, reader, monkeypatch):
    early = type(told_site)(told_site.cities, told_site.shared, lambda: dt.date(2021, 3, 1), told_site.viewer)
    monkeypatch.setitem(addresses.SITE, "site", early)
    assert "2021年3月1日" in words(get(reader))


def test_a_day_before_any_plan_is_told_to_be_too_early(told_site, reader):
    assert "太早了" in get(reader, "/sometown/?day=0021-06-30", status=400)


def test_english_periods_and_days(told_site, reader):
    reader.post("/language/", {"language": "en"})
    page = words(get(reader))
    assert "As known on 30 June 2021" in page
    assert "Jan–May 2021" in page
    assert "6,209.15" in page
    source = words(get(reader, "/source/S1/"))
    assert "June 2021" in source
    assert "19 × 100 million yuan" in source
