"""The scoreboard in a browser: does a leader see what is off and why, and get to the words and back?"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

PROVINCE = "省重大项目完成投资"


def line(page: Page, name: str):
    return page.locator("tr.line", has=page.get_by_text(name, exact=True))


def told(locator) -> str:
    return re.sub(r"\s+", " ", locator.inner_text()).strip()


def test_the_demo_opens_with_one_button(reader: Page):
    expect(reader.locator("h1")).to_contain_text("1 项落后")
    expect(reader.locator(".demo")).to_have_text("演示")


def test_the_key_figures_stand_on_the_board(reader: Page):
    words = told(line(reader, PROVINCE))
    for figure in ("黄灯", "62.09*", "19", "2021年1—5月", "30.6", "41.7", "−11.1", "6.16", "3.8"):
        assert figure in words
    assert "绿灯" in told(line(reader, "苏州重点项目完成投资"))
    assert "+19.5" in told(line(reader, "苏州重点项目完成投资"))
    assert "41.7" in told(reader.locator(".time"))


def test_without_evidence_it_says_so(reader: Page):
    rows = line(reader, "全社会固定资产投资")
    city = rows.filter(has_text="550")
    assert told(city).endswith("尚无数据")
    assert "合 538.38 亿元" in told(city)


def test_the_rule_switch_changes_the_lights(reader: Page):
    reader.get_by_label("规则").select_option("wuhan")
    reader.wait_for_url("**rule=wuhan**")
    assert "黄牌" in told(line(reader, PROVINCE))
    assert "不亮牌" in told(line(reader, "县级市重点项目完成投资"))
    assert "武汉市人民政府" in told(reader.locator(".ruleline").first)


def test_the_day_picker_takes_figures_away_again(reader: Page):
    reader.get_by_label("以哪一天所知为准").fill("2021-05-31")
    reader.wait_for_url("**day=2021-05-31**")
    expect(line(reader, PROVINCE)).to_have_count(0)
    expect(reader.get_by_text("30.6")).to_have_count(0)
    assert "尚无数据" in told(line(reader, "苏州重点项目完成情况在苏州各板块排名"))
    reader.get_by_label("后一月末").click()
    expect(reader.locator("h1")).to_contain_text("1 项落后")


def test_later_a_restated_target_stands_beside_the_first(reader: Page, site: str):
    reader.goto(f"{site}/taicang/?day=2021-10-31")
    rows = [told(row) for row in line(reader, "全社会固定资产投资").all()]
    assert any("力争 >550" in row and "后来又提 540 亿元" in row for row in rows)
    assert any("计划 540" in row and "此前曾提 550 亿元" in row for row in rows)


def test_the_unit_switch(reader: Page):
    reader.get_by_label("金额单位").select_option("万元")
    reader.wait_for_url("**unit=**")
    assert "190,000" in told(line(reader, PROVINCE))


def test_a_row_opens_in_place_to_its_reason_and_chart(reader: Page):
    opener = line(reader, PROVINCE).locator("a.opener")
    opener.click()
    reason = reader.locator(".opened .reason")
    expect(reason).to_contain_text("低于序时 11.07 个百分点")
    assert "再完成 0.67 亿元即脱黄" in told(reason)
    assert "61.99" in told(reason)
    expect(reason.locator(".curve canvas")).to_be_visible()
    expect(opener).to_have_attribute("aria-expanded", "true")
    assert reader.url.endswith("/")
    opener.click()
    expect(reason).to_be_hidden()


def test_a_number_leads_to_its_sentence_and_back(reader: Page, shared: Path):
    line(reader, PROVINCE).get_by_role("link", name="19", exact=True).click()
    reader.wait_for_url("**/source/SEED21/**")
    mark = reader.locator("mark:has(> .anchor:target)")
    expect(mark).to_be_in_viewport()
    expect(mark).to_contain_text("省重大项目共完成投资19亿元")
    expect(reader.locator(".form.here")).to_contain_text(PROVINCE)
    reader.get_by_role("link", name="回到来处").click()
    expect(line(reader, PROVINCE)).to_be_in_viewport()
    assert "#row-" in reader.url


def test_the_way_from_a_number_to_its_source(reader: Page, shared: Path):
    line(reader, PROVINCE).locator("a.opener").click()
    reader.get_by_role("link", name="从这个数走到出处").click()
    chain = reader.locator(".chain")
    expect(chain).to_contain_text("30.6")
    expect(chain).to_contain_text("d3ecbb30")
    expect(chain).to_contain_text("完成率达30.6%")


def test_by_keyboard_alone(reader: Page):
    reader.keyboard.press("Tab")
    expect(reader.locator(".skip").first).to_be_focused()
    reader.keyboard.press("Enter")
    expect(reader.locator("#main")).to_be_focused()
    reader.keyboard.press("j")
    first = reader.locator("a.opener").first
    expect(first).to_be_focused()
    outline = first.evaluate("link => getComputedStyle(link).outlineStyle")
    assert outline == "solid"
    reader.keyboard.press("Enter")
    expect(reader.locator(".opened .reason")).to_be_visible()
    reader.keyboard.press("j")
    expect(reader.locator("a.opener").nth(1)).to_be_focused()
    reader.keyboard.press("k")
    reader.keyboard.press("Tab")
    expect(reader.locator("tr.line .n").first).to_be_focused()


def test_without_scripts_links_and_buttons_do_it(browser: Browser, site: str):
    context = browser.new_context(java_script_enabled=False, locale="zh-CN")
    page = context.new_page()
    page.goto(site)
    page.locator(".btn-primary").click()
    page.get_by_label("规则").select_option("wuhan")
    page.get_by_role("button", name="查看").click()
    assert "黄牌" in told(line(page, PROVINCE))
    line(page, PROVINCE).locator("a.opener").click()
    expect(page.locator(".reason")).to_contain_text("低于序时 11.07 个百分点")
    expect(page.locator(".figures")).to_contain_text("上报数")
    page.get_by_role("link", name="回到看板").click()
    assert "黄牌" in told(line(page, PROVINCE))
    page.get_by_label("名称、编号、拼音或首字母").fill("重大")
    page.get_by_role("button", name="找", exact=True).click()
    expect(page.locator("tr.line")).not_to_have_count(0)
    assert all("重大" in told(row) for row in page.locator("tr.line").all())
    context.close()


@pytest.mark.parametrize("state", ["behind", "no_evidence"])
def test_a_count_shows_its_rows_alone(reader: Page, state: str):
    link = reader.locator(f".counts a.{state}")
    count = int(link.locator("b").inner_text())
    link.click()
    reader.wait_for_url("**state=**")
    expect(reader.locator("tr.line")).to_have_count(count)
    reader.locator(".counts [aria-current]").click()
    assert reader.locator("tr.line").count() > count


def test_on_a_narrow_page_what_is_off_comes_before_the_filters(reader: Page):
    reader.set_viewport_size({"width": 360, "height": 1000})
    expect(line(reader, PROVINCE)).to_be_in_viewport()
    expect(reader.get_by_label("规则")).to_be_hidden()
    reader.get_by_label("展开筛选").check()
    expect(reader.get_by_label("规则")).to_be_visible()
    reader.set_viewport_size({"width": 1280, "height": 1000})
    expect(reader.get_by_label("展开筛选")).to_be_hidden()
    expect(reader.get_by_label("规则")).to_be_visible()
