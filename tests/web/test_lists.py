"""Lists and the search in a browser: are rows sifted while one types, in place, and found from any page?"""

import re

from playwright.sync_api import Browser, Page, expect

LIST = "/taicang/projects/?day=2022-12-31"
NAME = "名称、编号、拼音或首字母"


def known(page: Page) -> None:
    """Remember that this page was never left."""
    page.evaluate("window.stayed = true")


def stayed(page: Page) -> bool:
    return bool(page.evaluate("window.stayed"))


def test_a_list_is_sifted_while_one_types_and_keeps_the_place(reader: Page, site: str):
    reader.goto(site + LIST)
    known(reader)
    field = reader.get_by_label(NAME)
    field.click()
    reader.evaluate("document.activeElement.kept = true")
    field.press_sequentially("jzx", delay=40)
    expect(reader.locator("h1")).to_contain_text("查到 3 个项目")
    expect(reader.locator("tr.line")).to_have_count(3)
    expect(field).to_be_focused()
    assert reader.evaluate("document.activeElement.kept")
    expect(reader.locator("#status")).to_have_text("找到 3 行")
    assert "name=jzx" in reader.url
    assert "tier=" not in reader.url
    expect(reader).to_have_title(re.compile("查到.3.个项目"))
    field.press_sequentially("sq", delay=40)
    expect(reader.locator("tr.line")).to_have_count(1)
    reader.get_by_label("单位", exact=True).select_option(label="高新区")
    expect(reader.get_by_text("没有符合条件的")).to_be_visible()
    assert stayed(reader)


def test_back_leads_to_before_the_word_and_not_through_its_letters(reader: Page, site: str):
    reader.goto(site + LIST)
    field = reader.get_by_label(NAME)
    field.press_sequentially("jzx", delay=40)
    expect(reader.locator("tr.line")).to_have_count(3)
    field.press_sequentially("sq", delay=40)
    expect(reader.locator("tr.line")).to_have_count(1)
    reader.get_by_label("排序").select_option(label="项目")
    reader.wait_for_url("**sort=name**")
    reader.go_back()
    expect(reader.get_by_label(NAME)).to_have_value("jzxsq")
    expect(reader.locator("tr.line")).to_have_count(1)
    reader.go_back()
    expect(reader.get_by_label(NAME)).to_have_value("")
    expect(reader.locator("tr.line")).to_have_count(50)
    reader.go_forward()
    expect(reader.locator("tr.line")).to_have_count(1)


def test_letters_of_an_unfinished_chinese_word_ask_nothing(reader: Page, site: str):
    reader.goto(site + LIST)
    asked: list[str] = []
    reader.on("request", lambda request: asked.append(request.url) if "/projects/" in request.url else None)
    reader.get_by_label(NAME).evaluate(
        """field => {
            field.value = "si'q";
            field.dispatchEvent(new InputEvent("input", {bubbles: true, isComposing: true}));
        }"""
    )
    reader.wait_for_timeout(600)
    assert not asked
    reader.get_by_label(NAME).evaluate(
        """field => {
            field.value = "四期";
            field.dispatchEvent(new CompositionEvent("compositionend", {bubbles: true}));
        }"""
    )
    expect(reader.locator("h1")).to_contain_text("查到")
    assert asked


def test_day_rule_and_links_follow_what_was_chosen_in_place(reader: Page):
    known(reader)
    reader.get_by_label("规则", exact=True).select_option("wuhan")
    expect(reader.locator("#foot")).to_contain_text("武汉")
    assert stayed(reader)
    expect(reader.locator("#top").get_by_role("link", name="项目", exact=True)).to_have_attribute(
        "href", re.compile("rule=wuhan")
    )
    opener = reader.locator("a.opener").first
    expect(opener).to_have_attribute("aria-expanded", "false")
    opener.click()
    expect(reader.locator(".opened canvas")).to_be_visible()


def test_a_server_that_does_not_answer_is_told_in_words(browser: Browser, site: str):
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    page.goto(site)
    page.locator(".btn-primary").click()
    page.goto(site + LIST)
    page.route("**/projects/?*sort=name*", lambda route: route.abort())
    page.get_by_label("排序").select_option(label="项目")
    expect(page.get_by_text("没有连上服务器。请按“找”再试一次。")).to_be_visible()
    page.unroute("**/projects/?*sort=name*")
    page.get_by_label("排序").press("Enter")
    page.get_by_label("排序").select_option(label="单位")
    expect(page.locator("th[aria-sort=ascending]")).to_contain_text("单位")
    expect(page.get_by_text("没有连上服务器。请按“找”再试一次。")).to_have_count(0)
    context.close()


def test_heads_order_the_board_and_say_so(reader: Page):
    reader.get_by_role("link", name="相差").click()
    expect(reader.locator("th[aria-sort=ascending]")).to_contain_text("相差▴")
    shown = [text.replace("−", "-") for text in reader.locator("tr.line .ahead .n").all_inner_texts()]
    assert shown == sorted(shown, key=float)
    reader.get_by_role("link", name="相差").click()
    expect(reader.locator("th[aria-sort=descending]")).to_contain_text("相差▾")
    assert reader.locator("tbody .group").count() == 0


def test_a_slash_leads_to_the_search_which_offers_the_best_while_one_types(reader: Page):
    reader.keyboard.press("/")
    expect(reader.locator("#find")).to_be_focused()
    reader.keyboard.type("jzxsq", delay=30)
    offered = reader.locator("#suggested a")
    expect(offered.first).to_contain_text("集装箱四期")
    reader.keyboard.press("ArrowDown")
    expect(offered.first).to_be_focused()
    reader.keyboard.press("ArrowUp")
    expect(reader.locator("#find")).to_be_focused()
    reader.keyboard.press("Escape")
    expect(reader.locator("#suggested")).to_be_hidden()
    reader.keyboard.press("Enter")
    expect(reader.locator("h1")).to_contain_text("“jzxsq”：找到")
    reader.locator(".found a", has_text="集装箱四期").first.click()
    expect(reader.locator("h1")).to_contain_text("四期")


def test_a_slash_within_a_field_is_a_slash(reader: Page, site: str):
    reader.goto(site + LIST)
    reader.get_by_label(NAME).press("/")
    expect(reader.get_by_label(NAME)).to_have_value("/")


def test_without_scripts_the_search_answers_with_a_page(browser: Browser, site: str):
    context = browser.new_context(java_script_enabled=False, locale="zh-CN")
    page = context.new_page()
    page.goto(site)
    page.locator(".btn-primary").click()
    page.locator("#find").fill("四期")
    page.locator("#find").press("Enter")
    expect(page.locator("h1")).to_contain_text("“四期”：找到")
    page.locator(".kinds a").first.click()
    assert "kind=" in page.url
    context.close()


def test_an_address_of_a_folded_entry_unfolds_it_and_paper_shows_all(reader: Page, site: str):
    reader.goto(f"{site}/source/SEED20/?city=taicang")
    folded = reader.locator("details.rest:not([open])")
    count = folded.count()
    assert count > 3
    entry = folded.first.locator(".form").first.get_attribute("data-entries").split()[0]
    reader.goto(f"{site}/source/SEED20/?city=taicang#{entry}")
    reader.reload()
    expect(folded).to_have_count(count - 1)
    expect(reader.locator(".form.here")).to_be_visible()
    reader.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(folded).to_have_count(0)
    reader.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(folded).to_have_count(count - 1)
