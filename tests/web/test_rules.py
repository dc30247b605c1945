"""The rules pages in a browser: from the board to a rule, what it would do, and back with it; on paper, by keyboard."""

import re

from playwright.sync_api import Page, expect

from tests.web.test_board import PROVINCE, line, told


def test_last_years_account_by_the_year_picker(reader: Page):
    reader.get_by_label("哪一年的目标").select_option("2021")
    reader.wait_for_url("**year=2021**")
    reader.get_by_label("以哪一天所知为准").fill("2022-08-31")
    reader.wait_for_url("**day=2022-08-31**")
    expect(reader.locator("h1")).to_contain_text("2021")
    containers = told(line(reader, "集装箱吞吐量").filter(has_text="700"))
    assert "703.8" in containers
    assert "100.5" in containers
    assert reader.title().startswith("太仓市")
    assert "2022年8月31日" in reader.title()


def test_from_the_board_to_its_rule_and_to_another(reader: Page):
    reader.locator(".ruleline a").first.click()
    expect(reader.locator("h1")).to_contain_text("银川·项目进度灯")
    reader.get_by_role("link", name="全部规则").click()
    reader.get_by_role("link", name="天津·各区投资增速等级").click()
    changed = reader.locator("#replay ~ table.folds tr", has_text=PROVINCE)
    assert re.search("30.6 −11.1 ▲ 黄灯 – 未知", told(changed))
    changed.get_by_role("link", name="30.6").click()
    expect(reader.locator("mark:has(> .anchor:target), .form .anchor:target")).to_have_count(1)
    reader.go_back()
    reader.get_by_role("link", name="用这条规则看看板").click()
    reader.wait_for_url("**rule=tianjin**")
    expect(reader.locator(".lines")).to_be_visible()


def test_a_row_of_the_board_leads_to_the_line_of_the_rule(reader: Page):
    line(reader, PROVINCE).locator("a.opener").click()
    reader.locator(".opened .ruleline a").click()
    expect(reader.locator("tr:target")).to_contain_text("黄灯")


def test_by_keyboard_from_the_skip_link_to_the_replay(reader: Page, site: str):
    reader.goto(f"{site}/rules/tianjin/")
    reader.keyboard.press("Tab")
    reader.keyboard.press("Enter")
    expect(reader.locator("#main")).to_be_focused()
    for _ in range(60):
        reader.keyboard.press("Tab")
        if reader.evaluate("() => !!document.activeElement.closest('#replay ~ *')"):
            break
    focused = reader.locator(":focus")
    assert focused.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    expect(focused).to_be_in_viewport()


def test_tables_fold_to_cards_where_the_page_is_narrow(reader: Page, site: str):
    reader.set_viewport_size({"width": 360, "height": 800})
    reader.goto(f"{site}/rules/mianyang/")
    expect(reader.locator(".folds > thead").first).to_be_hidden()
    cell = reader.locator(".folds [data-head]").first
    assert cell.evaluate("c => getComputedStyle(c, '::before').content") not in ("none", "normal")


def test_a_rule_prints_on_a4_without_the_buttons(reader: Page, site: str):
    reader.goto(f"{site}/rules/yinchuan/?rule=wuhan")
    printed = reader.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type /Page\b", printed)) <= 2
    reader.emulate_media(media="print")
    expect(reader.locator(".top form").first).to_be_hidden()
