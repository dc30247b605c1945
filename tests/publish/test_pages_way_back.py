"""The way back: does every link to a source lead back to the very page, day and place it stood on?

And the way on: does every page that shows a light ask for another day, and keep what else was asked?
"""

import re
from html import unescape
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.publish.test_pages_board import get
from tests.publish.test_pages_reason import named

TRACED = re.compile(r'href="(/(?:why|source)/[^"]+)"')
WAY_BACK = re.compile(r'href="([^"]+)">‹')
ASKED = {"day": "2021-07-31", "unit": "万元", "rule": "sanya"}
# Every page about a city that shows numbers, with a pick of its list where it has one.
PAGES = {
    "board": ("/sometown/", {"body": "X"}),
    "projects": ("/sometown/projects/", {"name": "铁路"}),
    "project": ("/sometown/projects/P1/", {}),
    "indicators": ("/sometown/indicators/", {}),
    "indicator": ("/sometown/indicators/ROADS/", {}),
    "bodies": ("/sometown/bodies/", {}),
    "body": ("/sometown/bodies/X/", {}),
    "cohort": ("/sometown/cohort/", {"since": "2021-06-30"}),
    "changes": ("/sometown/changes/", {"since": "2021-06-30", "kind": "reading"}),
    "changes-board": ("/sometown/changes/board/", {"since": "2021-06-30", "what": "actual"}),
    "rule": ("/rules/wuhan/", {"city": "sometown"}),
    "search": ("/sometown/search/", {"find": "道路"}),
    "sources": ("/sometown/sources/", {"name": "日报"}),
}
LIT = ("board", "indicator", "body", "project", "cohort", "changes", "changes-board", "rule")


def asked_of(address: str) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(address).query))


def traced(page: str) -> list[str]:
    main = page[page.index("<main") :]
    return list(dict.fromkeys(unescape(each).partition("#")[0] for each in TRACED.findall(main)))


def leads_back(reader, link: str, path: str, asked: dict[str, str]) -> None:
    """The source's way back leads to the page, with what was asked of it, and to a place that is there."""
    back = unescape(WAY_BACK.search(get(reader, link))[1])
    address, _, place = back.partition("#")
    assert urlsplit(address).path == path, link
    assert asked.items() <= asked_of(address).items(), back
    page = get(reader, address)
    assert not place or f'id="{place}"' in page, back


@pytest.mark.parametrize("name", PAGES)
def test_every_number_leads_back_to_its_page(moved_site, reader, name):
    path, picks = PAGES[name]
    links = traced(get(reader, path, **ASKED, **picks))
    assert links or name in ("indicators", "bodies"), name
    for link in links:
        leads_back(reader, link, path, ASKED | picks)


def test_from_a_rows_own_page_one_comes_back_to_it(moved_site, reader):
    path = f"/sometown/row/{named(reader, '道路投资', day='2021-07-31')}/"
    links = traced(get(reader, path, **ASKED, state="behind"))
    assert links
    for link in links:
        leads_back(reader, link, path, ASKED | {"state": "behind"})


@pytest.mark.parametrize("name", ["board", "body", "indicator"])
def test_from_a_row_opened_in_a_list_one_comes_back_to_the_list(moved_site, reader, name):
    path, picks = PAGES[name]
    page = get(reader, path, **ASKED, **picks)
    row = unescape(re.search(r'href="(/sometown/row/[^"]+)"', page)[1])
    opened = {"HX-Request": "true", "HX-Current-URL": f"http://testserver{path}?x=1"}
    reason = reader.get(row, headers=opened).content.decode()
    links = [unescape(each) for each in TRACED.findall(reason)]
    assert links
    for link in dict.fromkeys(links):
        leads_back(reader, link, path, ASKED)


def test_from_the_first_page_without_a_citys_name_one_comes_back_to_the_board(moved_site, reader):
    row = f"/sometown/row/{named(reader, '道路投资')}/"
    opened = {"HX-Request": "true", "HX-Current-URL": "http://testserver/"}
    reason = reader.get(row, headers=opened).content.decode()
    leads_back(reader, unescape(TRACED.search(reason)[1]), "/sometown/", {"day": "2021-06-30"})


def test_from_an_entry_on_to_its_source_and_back_in_one(moved_site, reader):
    path, picks = PAGES["project"]
    why = next(link for link in traced(get(reader, path, **ASKED)) if link.startswith("/why/"))
    source = next(link for link in traced(get(reader, why)) if link.startswith("/source/"))
    leads_back(reader, source, path, ASKED | picks)


@pytest.mark.parametrize("name", LIT)
def test_every_page_that_shows_a_light_asks_for_another_day_and_keeps_the_rest(moved_site, reader, name):
    path, picks = PAGES[name]
    page = get(reader, path, **ASKED, **picks)
    form = next(
        each for each in re.findall(r'<form class="ask".*?</form>', page, re.DOTALL) if 'name="day"' in each
    )
    assert 'type="date"' in form
    sent = dict(re.findall(r'<input type="hidden" name="([a-z_]+)" value="([^"]*)"', form))
    sent |= dict(re.findall(r'<input[^>]*type="date"[^>]* name="([a-z_]+)" value="([^"]*)"', form))
    for key, offered in re.findall(r'<select[^>]* name="([a-z_]+)">(.*?)</select>', form, re.DOTALL):
        chosen = re.search('value="([^"]*)" selected', offered)
        sent[key] = chosen[1] if chosen else ""
    assert (ASKED | picks).items() <= sent.items(), name
    before = unescape(re.search(r'href="([^"]+)" title="前一日[^"]*"(?!.*title="前一日)', form, re.DOTALL)[1])
    assert asked_of(before)["day"] == "2021-07-30"
    kept = {key: value for key, value in (ASKED | picks).items() if key != "day"}
    assert kept.items() <= asked_of(before).items(), name
    get(reader, before)
