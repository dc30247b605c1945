"""Does the tests' browser run, in Chinese and with a Chinese face?"""

from playwright.sync_api import Page


def test_the_browser_speaks_chinese(page: Page) -> None:
    page.set_content("<html lang=zh><p>序时进度</p></html>")
    assert page.locator("p").inner_text() == "序时进度"
    assert page.evaluate("navigator.language") == "zh-CN"


def test_two_chinese_characters_do_not_look_alike(page: Page) -> None:
    """Without a Chinese face both would be the same empty box."""
    page.set_content("<p id=a style='width:40px'>灯</p><p id=b style='width:40px'>榜</p>")
    assert page.locator("#a").screenshot() != page.locator("#b").screenshot()
