"""Every page: does it fit screen and paper, serve keyboards and screen readers, load little, and need no script?

Readers are signed in once a language. One of them lifts the page's own rule on scripts, for the tool that looks for
barriers brings styles of its own; one has scripts switched off.
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from tests.house.rules import CHINESE
from tests.web.conftest import WIDTHS
from tests.web.pages import EVERY, Kind, serious_barriers

LANGUAGES = ("zh", "en")
MOST_BYTES = 400_000  # of styles and scripts before the first chart
CHARTS = "/echarts"
SHEET = re.compile(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]")
MOST_TABS = 12
FITS = "width => document.documentElement.scrollWidth <= width"  # a chart takes a moment to follow its page
BODY = "[...document.querySelectorAll('main :is(a[href], button, input, select, textarea, summary)')]"
WAYS: dict[str, dict[str, Any]] = {
    "plain": {},
    "probed": {"bypass_csp": True},
    "scriptless": {"java_script_enabled": False},
}

every_page = pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.name)


@pytest.fixture(scope="module", params=LANGUAGES)
def readers(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[dict[str, Page]]:
    """Readers of one language, each signed in by the demo's button."""
    found = {}
    for name, way in WAYS.items():
        page = browser.new_context(viewport={"width": 1280, "height": 900}, **way).new_page()
        page.context.add_cookies([{"name": "language", "value": request.param, "url": site}])
        page.goto(site)
        page.locator(".btn-primary").click()
        found[name] = page
    yield found
    for page in found.values():
        page.context.close()


def go(page: Page, site: str, kind: Kind) -> None:
    """Open a page of a kind, and wait for its chart if it has one."""
    page.goto(site + kind.path)
    if kind.via:
        page.goto(site + page.locator(kind.via).first.get_attribute("href"))
    if kind.chart:
        expect(page.locator(".curve canvas").first).to_be_visible()


@every_page
def test_it_has_one_heading_and_does_not_scroll_sideways(readers: dict[str, Page], site: str, kind: Kind):
    page = readers["plain"]
    go(page, site, kind)
    assert page.locator("h1").inner_text().strip()
    assert page.locator("h1").count() == 1
    for width in (*WIDTHS, 3840):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_function(FITS, arg=width)
    page.set_viewport_size({"width": 1280, "height": 900})


@every_page
@pytest.mark.parametrize("readers", ["en"], indirect=True)
def test_the_english_page_is_english(readers: dict[str, Page], site: str, kind: Kind):
    """Chinese stays in names only: of publishers, titles and documents, in the words of a source, in project names.

    A letter names them in its own sentences.
    """
    page = readers["plain"]
    go(page, site, kind)
    said = page.evaluate(
        """() => {
            const named = '[lang="zh-CN"], .form h3, .form dd, .chain h2, .letter, .record';
            document.querySelectorAll(named).forEach(e => e.remove());
            const beside = [...document.querySelectorAll('[title], [aria-label], [data-head]')];
            return [document.body.innerText, ...beside.map(e => [e.title, e.ariaLabel, e.dataset.head].join())];
        }"""
    )
    assert not [words for text in said for words in text.splitlines() if CHINESE.search(words)]


@every_page
def test_nothing_bars_those_who_do_not_see_it(readers: dict[str, Page], site: str, kind: Kind):
    page = readers["probed"]
    go(page, site, kind)
    assert serious_barriers(page) == []


@every_page
def test_a_keyboard_reaches_all_of_it_and_shows_where_it_is(readers: dict[str, Page], site: str, kind: Kind):
    page = readers["plain"]
    go(page, site, kind)
    page.keyboard.press("Tab")
    expect(page.locator(".skip").first).to_be_focused()
    page.keyboard.press("Enter")
    for _ in range(min(MOST_TABS, page.evaluate(f"{BODY}.filter(e => e.checkVisibility()).length"))):
        page.keyboard.press("Tab")
        focused = page.locator("main :focus-within").last
        expect(focused).to_be_in_viewport()
        expect(focused).to_have_css("outline-style", "solid")
    assert page.evaluate(f"{BODY}.filter(e => e.tabIndex < 0).map(e => e.outerHTML)") == []


@every_page
@pytest.mark.parametrize("readers", ["zh"], indirect=True)
def test_without_scripts_it_says_the_same(readers: dict[str, Page], site: str, kind: Kind):
    scriptless, plain = readers["scriptless"], readers["plain"]
    scriptless.goto(site + kind.path)
    go(plain, site, kind)
    scriptless.goto(plain.url)
    said, said_without = (page.locator("main").text_content().split() for page in (plain, scriptless))
    assert said_without == said
    for form in scriptless.locator("main form").all():
        expect(form.get_by_role("button").first).to_be_visible()


@every_page
def test_paper_holds_it_without_its_buttons(readers: dict[str, Page], site: str, kind: Kind):
    page = readers["plain"]
    go(page, site, kind)
    printed = page.pdf(prefer_css_page_size=True)
    sheets = [tuple(round(float(side)) for side in sides) for sides in SHEET.findall(printed)]
    assert set(sheets) <= {(842, 595), (595, 842)}
    assert len(sheets) <= (kind.sheets or len(sheets))
    page.emulate_media(media="print")
    shown = page.locator("form:visible, .skip:visible, nav:visible").all()
    page.emulate_media(media="null")
    assert not shown


@every_page
@pytest.mark.parametrize("readers", ["zh"], indirect=True)
def test_little_is_loaded_and_charts_only_where_there_is_one(
    browser: Browser, readers: dict[str, Page], site: str, kind: Kind
):
    """Someone who comes for the first time, with nothing kept from other pages."""
    go(readers["plain"], site, kind)
    newcomer = browser.new_context(storage_state=readers["plain"].context.storage_state())
    page = newcomer.new_page()
    asked: dict[str, Request] = {}
    page.on("requestfinished", lambda request: asked.setdefault(request.url, request))
    page.goto(readers["plain"].url, wait_until="networkidle")
    sizes = {url: each.sizes()["responseBodySize"] for url, each in asked.items() if "/static/" in url}
    charts = [url for url in sizes if CHARTS in url]
    newcomer.close()
    assert bool(charts) == kind.chart
    assert 50_000 < sum(sizes.values()) - sum(sizes[url] for url in charts) < MOST_BYTES, sizes
