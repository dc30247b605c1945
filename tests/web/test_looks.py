"""Looks: does every page fit its screen and paper, speak one language, and serve those who do not see it?"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.house.rules import CHINESE
from tests.web.conftest import ROOT, WIDTHS

AXE = ROOT / "node_modules/axe-core/axe.min.js"
ENTRY = "/why/A003/"
RULES = ("/rules/", "/rules/sanya/", "/rules/mianyang/")
YEAR = "/taicang/?year=2021&day=2022-08-31"
PAGES = ("/", "/taicang/?day=2019-01-01", "/source/SEED21/", "/source/S172/", ENTRY, YEAR, *RULES)


def open_first(page: Page) -> None:
    page.locator("a.opener").first.click()
    expect(page.locator(".opened canvas")).to_be_visible()


@pytest.mark.parametrize("width", [*WIDTHS, 3840])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways(reader: Page, site: str, width: int, language: str, path: str):
    reader.context.add_cookies([{"name": "language", "value": language, "url": site}])
    reader.set_viewport_size({"width": width, "height": 900})
    reader.goto(site + path)
    if path == "/":
        open_first(reader)
    assert reader.evaluate("document.documentElement.scrollWidth") <= width


def test_rows_fold_to_cards_where_the_page_is_narrow(reader: Page):
    reader.set_viewport_size({"width": 360, "height": 800})
    card = reader.locator("tr.line").first
    assert card.evaluate("card => getComputedStyle(card).display") == "grid"
    expect(reader.locator(".lines > thead")).to_be_hidden()
    assert (
        card.evaluate("c => getComputedStyle(c.querySelector('.ahead'), '::before').content")
        == '"相差 百分点"'
    )


def test_numbers_stand_in_line_under_their_heads(reader: Page):
    edges = reader.evaluate(
        """() => [...document.querySelectorAll('tr.line')].map(r => r.querySelector('.ahead .n'))
           .filter(Boolean).map(n => Math.round(n.getBoundingClientRect().right))"""
    )
    assert len(edges) > 2
    assert len(set(edges)) == 1
    assert "tabular-nums" in reader.locator(".lines").evaluate("t => getComputedStyle(t).fontVariantNumeric")


def test_a_light_is_never_colour_alone(reader: Page):
    for lamp in reader.locator(".lamp").all():
        assert re.fullmatch(r"[●▲■○◆–] \S+", lamp.inner_text().replace("\n", " ").strip())


@pytest.mark.parametrize("path", PAGES)
def test_the_english_page_is_english(reader: Page, site: str, path: str):
    """Chinese stays in names only: of publishers, titles and documents, in the words of a source, in project names."""
    reader.context.add_cookies([{"name": "language", "value": "en", "url": site}])
    reader.goto(site + path)
    if path == "/":
        open_first(reader)
    left = reader.evaluate(
        """() => {
            document.querySelectorAll('[lang="zh-CN"], .form h3, .form dd, .chain h2').forEach(e => e.remove());
            return document.body.innerText;
        }"""
    )
    assert not [words for words in left.splitlines() if CHINESE.search(words)]
    titles = reader.evaluate(
        "() => [...document.querySelectorAll('[title], [aria-label]')].map(e => e.title + e.ariaLabel)"
    )
    assert not CHINESE.findall("".join(titles))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("path", ["/sign-in/", *PAGES])
def test_those_who_do_not_see_it_are_served(browser: Browser, site: str, path: str, language: str):
    """The tool tries styles of its own in the page, so that here, and here only, the page's own rule is lifted."""
    context = browser.new_context(bypass_csp=True, viewport={"width": 1280, "height": 900})
    context.add_cookies([{"name": "language", "value": language, "url": site}])
    page = context.new_page()
    page.goto(site)
    page.locator(".btn-primary").click()
    page.goto(site + path)
    if path == "/":
        open_first(page)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("() => axe.run()")
    context.close()
    assert found["passes"]
    serious = [each for each in found["violations"] if each["impact"] in ("serious", "critical")]
    assert not [(each["id"], each["nodes"][0]["html"], each["help"]) for each in serious]


def test_the_board_prints_on_a4_landscape(reader: Page):
    open_first(reader)
    printed = reader.pdf(prefer_css_page_size=True)
    sizes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed)
    assert {(round(float(width)), round(float(height))) for width, height in sizes} == {(842, 595)}
    assert len(re.findall(rb"/Type /Page\b", printed)) <= 4


def test_paper_shows_the_table_and_not_the_buttons(reader: Page):
    reader.emulate_media(media="print")
    for hidden in (".ask", ".sift", ".top form"):
        expect(reader.locator(hidden).first).to_be_hidden()
    head = reader.locator(".lines > thead")
    assert head.evaluate("e => getComputedStyle(e).display") == "table-header-group"
    assert reader.locator(".lamp").first.evaluate("e => getComputedStyle(e).printColorAdjust") == "exact"
    expect(reader.locator(".foot")).to_contain_text("银川")


def test_signing_in_is_the_first_thing_seen(page: Page, site: str):
    page.goto(site)
    assert "/sign-in/" in page.url
    expect(page.locator(".demo")).to_have_text("演示")
    expect(page.get_by_role("button", name="以演示身份进入")).to_be_in_viewport()


def test_the_language_switch_comes_back_to_the_same_page(reader: Page, site: str):
    reader.goto(f"{site}/taicang/?rule=wuhan")
    reader.get_by_role("button", name="English").click()
    expect(reader.locator("h1")).to_contain_text("1 behind")
    assert "rule=wuhan" in reader.url
    reader.get_by_role("button", name="中文").click()
    expect(reader.locator("h1")).to_contain_text("1 项落后")


def test_a_page_that_is_not_there_leads_back(browser: Browser, site: str, tmp_path: Path):
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    page.goto(f"{site}/sign-in/")
    page.locator(".btn-primary").click()
    assert page.goto(f"{site}/source/NOWHERE/").status == 404
    page.get_by_role("link", name="回到看板").click()
    expect(page.locator(".lines")).to_be_visible()
    context.close()
