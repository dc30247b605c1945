"""Looks: does the board read like a bulletin on screen and paper, and the way in and about serve everyone?

What every page must keep is tried in `test_every_page.py`.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.pages import serious_barriers


def open_first(page: Page) -> None:
    page.locator("a.opener").first.click()
    expect(page.locator(".opened canvas")).to_be_visible()


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


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_bars_those_who_do_not_see_it_from_signing_in(browser: Browser, site: str, language: str):
    context = browser.new_context(bypass_csp=True)
    context.add_cookies([{"name": "language", "value": language, "url": site}])
    page = context.new_page()
    page.goto(site)
    assert serious_barriers(page) == []
    context.close()


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
