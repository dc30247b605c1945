"""The crawl: is there a number on any page of the site without a way to its source?

From the first page every link is followed that stays on the day asked, over all of Taicang's ledger, on the day of the
newspaper page and on a late one; each page is visited once, each list once with every kind of filter.
"""

from collections import Counter, deque
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from lxml import html

from tests.golden.figures import Page, bare_figures, figure_links, leads_to, read

DAYS = ("2021-06-30", "2022-12-31")
SAME_ON_EVERY_DAY = {"why", "source"}
FILES = ("-workbook", "-file")
KINDS = {
    "board", "row", "projects", "project", "source", "why", "rules", "rule", "sources", "indicators", "indicator",
    "bodies", "body", "changes", "cohort", "bulletins", "bulletin",
}  # fmt: skip


@dataclass
class Crawl:
    """What was found: pages by address, answers that were no pages, and where bare figures stand."""

    pages: dict[str, Page] = field(default_factory=dict)
    kinds: Counter[str] = field(default_factory=Counter)
    refused: list[str] = field(default_factory=list)
    bare: list[str] = field(default_factory=list)
    figures: set[str] = field(default_factory=set)


@pytest.fixture(scope="module")
def crawl(taicang) -> Crawl:
    """All of the site, once."""
    reader = Client(headers={"accept-language": "zh-CN"})
    reader.force_login(get_user_model().objects.get_or_create(username="reader")[0])
    found = Crawl()
    seen: set[tuple[str, ...]] = set()
    for day in DAYS:
        waiting = deque([f"/taicang/?day={day}"])
        while waiting:
            address = waiting.popleft()
            if page := visited(reader, address, found):
                waiting += [link for link in page.links if is_new(link, day, seen)]
    return found


def is_new(link: str, day: str, seen: set[tuple[str, ...]]) -> bool:
    """Whether a link leads to a page, or a list with a kind of filter, that is yet to be seen on the day asked."""
    kind, parts = leads_to(link), urlsplit(link)
    said = parse_qs(parts.query)
    if not kind or kind.endswith(FILES) or said.get("day", [day]) != [day]:
        return False
    path = (parts.path,) if kind in SAME_ON_EVERY_DAY else (parts.path, day)
    asked = (kind, day, *sorted(set(said) - {"from", "city"}))
    fresh = path not in seen or (kind not in SAME_ON_EVERY_DAY and asked not in seen)
    seen |= {path, asked}
    return fresh


def visited(reader: Client, address: str, found: Crawl) -> Page | None:
    answer = reader.get(address)
    kind = leads_to(address)
    found.kinds[kind] += 1
    if answer.status_code != 200:
        found.refused.append(f"{answer.status_code} {address}")
        return None
    page = read(answer.content)
    found.pages[urlsplit(address).path] = page
    found.bare += [f"{kind} {address} {each}" for each in bare_figures(page.main)]
    found.figures |= set(figure_links(page.main))
    return page


@pytest.mark.django_db
def test_every_kind_of_page_is_reached_and_answers(crawl: Crawl):
    assert set(crawl.kinds) >= KINDS
    assert crawl.kinds["why"] > 800
    assert crawl.refused == []


@pytest.mark.django_db
def test_no_figure_is_without_a_way_to_its_source(crawl: Crawl):
    assert crawl.bare == []


@pytest.mark.django_db
def test_every_figure_arrives_at_what_it_came_from(crawl: Crawl):
    """A link to an entry, or to its words in a source, arrives at a page that has just this entry."""
    assert len(crawl.figures) > 2000
    lost = [link for link in crawl.figures if not arrives(link, crawl)]
    assert lost == []


def arrives(link: str, crawl: Crawl) -> bool:
    parts, kind = urlsplit(link), leads_to(link)
    page = crawl.pages.get(parts.path)
    if page is None:
        return kind not in ("why", "source")  # of other pages not every day is visited
    if kind == "source":
        return parts.fragment in page.ids or not parts.fragment
    named = parts.path.rstrip("/").rpartition("/")[2]
    return named in page.text


@pytest.mark.parametrize(
    "planted",
    [
        '<table><tr><td class="num">42.5</td><td><a href="/why/A003/">19</a></td></tr></table>',
        "<p>完成投资 42.5 亿元</p>",
        '<p>完成投资 <a href="/sign-in/">42.5</a> 亿元</p>',
        '<p>完成投资 <a href="#nowhere">42.5</a> 亿元</p>',
        '<ul><li>提前 3 天</li></ul>',
        '<dl class="facts"><div><dt>总投资</dt><dd>3,000</dd></div></dl>',
        '<section class="form"><p>12 亩</p></section>',
    ],
)  # fmt: skip
def test_a_bare_figure_is_found(planted: str):
    main = html.fromstring(f'<main id="main"><p><a href="/why/A003/">19</a></p>{planted}</main>')
    assert len(list(bare_figures(main))) == 1


@pytest.mark.parametrize(
    "said",
    [
        '<td><a href="/why/A003/">19</a> <small>61.99–62.19</small></td>',
        '<p>完成投资 42.5 亿元 <a href="/source/SEED21/#r-1">出处 ›</a></p>',
        '<p>2021年1月1日—6月28日，第 1–50 个，共 101 个；P067</p>',
        '<p lang="zh-CN">完成投资19亿元</p>',
        '<p><a href="#there">42.5</a></p><p id="there"><a href="/taicang/row/c-1/">怎样算的</a></p>',
    ],
)  # fmt: skip
def test_what_leads_on_or_is_no_figure_is_let_through(said: str):
    assert not list(bare_figures(html.fromstring(f'<main id="main">{said}</main>')))
