"""The project pages in a browser: can a reader find a project, see where it stands and get to who said so?"""

import re

from playwright.sync_api import Browser, Page, expect

LIST = "/taicang/projects/?day=2022-12-31"
PORT = "/taicang/projects/P067/?day=2022-12-31"


def test_a_project_is_found_by_its_initials_from_the_keyboard(reader: Page, site: str):
    reader.goto(f"{site}{LIST}")
    reader.get_by_label("名称、编号、拼音或首字母").fill("jzx")
    reader.keyboard.press("Enter")
    expect(reader.locator("h1")).to_contain_text("查到")
    opener = reader.get_by_role("link", name=re.compile("太仓港集装箱四期"))
    opener.focus()
    reader.keyboard.press("Enter")
    expect(reader.locator("h1")).to_contain_text("太仓港集装箱四期：竣工")
    assert "day=2022-12-31" in reader.url


def test_one_gets_from_board_to_projects_and_back(reader: Page):
    reader.get_by_role("link", name="项目", exact=True).click()
    expect(reader.locator("h1")).to_contain_text("个项目")
    assert "day=2021-06-30" in reader.url
    reader.get_by_role("link", name="看板", exact=True).click()
    expect(reader.locator("h1")).to_contain_text("1 项落后")


def test_the_day_picker_takes_statements_away_again(reader: Page, site: str):
    reader.goto(site + PORT)
    expect(reader.locator("#properties ~ table").get_by_text("40.27")).to_be_visible()
    reader.get_by_label("以哪一天所知为准").fill("2021-05-31")
    reader.wait_for_url("**day=2021-05-31**")
    expect(reader.get_by_text("40.27")).to_have_count(0)
    expect(reader.locator("h1")).to_contain_text("尚无数据")


def test_the_line_draws_plans_hollow_and_deeds_filled(reader: Page, site: str):
    reader.goto(site + PORT)
    planned, actual = reader.locator(".lane .planned").first, reader.locator(".lane .actual").first
    assert planned.evaluate("e => getComputedStyle(e).fill") == "rgb(255, 255, 255)"
    assert actual.evaluate("e => getComputedStyle(e).fill") == "rgb(11, 95, 99)"
    assert actual.bounding_box()["x"] < planned.bounding_box()["x"]


def test_all_of_it_works_without_scripts(browser: Browser, site: str):
    context = browser.new_context(java_script_enabled=False, locale="zh-CN")
    page = context.new_page()
    page.goto(site)
    page.locator(".btn-primary").click()
    page.goto(f"{site}{LIST}")
    page.get_by_label("行业").select_option("生物医药")
    page.get_by_role("button", name="找").click()
    expect(page.locator("h1")).to_contain_text("查到")
    page.get_by_role("link", name="总投资", exact=True).click()
    expect(page.locator("th[aria-sort=descending]")).to_have_text("总投资▾")
    page.get_by_label("以哪一天所知为准").fill("2021-06-30")
    page.get_by_role("button", name="查看").click()
    assert "industry=" in page.url
    assert "sort=-investment" in page.url
    context.close()


def test_paper_shows_what_was_found_and_not_the_buttons(reader: Page, site: str):
    for path, kept in ((LIST, ".lines > thead"), (PORT, ".timeline")):
        reader.goto(site + path)
        reader.emulate_media(media="print")
        for hidden in (".ask", ".top form"):
            expect(reader.locator(hidden).first).to_be_hidden()
        expect(reader.locator(kept)).to_be_visible()
    printed = reader.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type /Page\b", printed)) <= 2
