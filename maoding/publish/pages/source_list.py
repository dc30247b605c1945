"""Source list: which sources are known by a day, from whom, and how much was taken from each? With its workbook."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from maoding.ledger import chain
from maoding.publish.asking import Answers
from maoding.publish.documents import is_at_hand
from maoding.publish.known_sources import (
    HOW_RELIABLE,
    IN_SHORT,
    KnownSource,
    known_sources,
    publisher_kind,
    reliability,
)
from maoding.publish.pages.asked import Asked, read
from maoding.publish.pages.cells import Number
from maoding.publish.pages.heading import city_name, heading
from maoding.publish.pages.lists import Choice, Column, Listing, Picked
from maoding.publish.pages.site import KEPT, Site
from maoding.publish.shown import day, published_on
from maoding.publish.spelling import spelt
from maoding.publish.workbook import Cell
from maoding.terms.language import noted, say

HEADS = {
    "promises": noted("承诺"),
    "figures": noted("实绩"),
    "things": noted("项目等"),
    "rules": noted("规则等"),
}
HAND = {
    "yes": noted("在手边"),
    "no": noted("不在手边"),
    "none": noted("没有对到原文"),
}


@dataclass(frozen=True)
class Shown:
    """One source as a row of the list; numbers lead to what was taken."""

    source: KnownSource
    href: str
    kind: str
    read_at: str
    reliability: str
    published: str
    taken: tuple[Number | None, ...]
    count: Number | None
    hand: str


@require_safe
def sources(request: HttpRequest, site: Site, city: str) -> HttpResponse:
    """Sources known by the day, sifted, in order, fifty a page."""
    picked = _picked(request, site, city)
    asked = picked.asked.at(request.path)
    context = heading(site, picked.asked) | {
        "picked": picked,
        "rows": [_shown(each, asked, site) for each in picked.rows],
        "groups": [say(words) for words in HEADS.values()],
        "taken": f"{sum(each.count for each in picked.found):,}",
    }
    return render(request, "sources.html", context)


@require_safe
def sources_workbook(request: HttpRequest, site: Site, city: str) -> HttpResponse:
    """The same sources, all pages of them, as a workbook that names its filters."""
    picked = _picked(request, site, city, request.build_absolute_uri("/").rstrip("/"))
    return picked.workbook(say("{city}：出处", city=city_name(site.pack(picked.asked.city))))


def _picked(request: HttpRequest, site: Site, city: str, host: str = "") -> Picked:
    said = request.GET.dict()
    asked = read(site, city, said)
    listing = Listing(
        "sources",
        (*_columns(site), *_for_the_workbook(asked, host)),
        _choices(site),
        lambda each: f"{each.title} {each.publisher} {each.code}",
        usual="-published",
    )
    return listing.of(listed(site, asked), listing.pick(asked, said))


def listed(site: Site, asked: Asked) -> list[KnownSource]:
    """All sources known by the day."""
    pack = site.pack(asked.city)
    return _kept(chain.last_link(), site.answers(pack, asked.day, str(pack.city["default_rule"])))


@lru_cache(maxsize=KEPT)
def _kept(link: str, answers: Answers) -> list[KnownSource]:  # noqa: ARG001 - what the cache hangs on
    return known_sources(answers)


def _columns(site: Site) -> tuple[Column, ...]:
    return (
        Column("title", noted("标题"), lambda each: each.title, lambda each: spelt(each.title)),
        Column("publisher", noted("发布"), lambda each: each.publisher, lambda each: spelt(each.publisher)),
        Column("kind", noted("发布者类别"), lambda each: publisher_kind(each.kind), lambda each: each.kind),
        Column(
            "reliability",
            noted("从哪里读到"),
            lambda each: reliability(each.reliability),
            lambda each: _letter(each.reliability),
        ),
        Column("published", noted("日期"), _published, lambda each: each.published[0], greatest_first=True),
        *(
            Column(key, words, _count(key), _count(key), greatest_first=True, numeric=True)
            for key, words in HEADS.items()
        ),
        Column("taken", noted("取用"), lambda each: each.count, lambda each: each.count, True, True),
        Column(
            "hand", noted("原文"), lambda each: say(HAND[_hand(each, site)]), lambda each: _hand(each, site)
        ),
    )


def _for_the_workbook(asked: Asked, host: str) -> tuple[Column, ...]:
    return (
        Column("code", noted("编号"), lambda each: each.code, lambda each: each.code, on_page=False),
        Column(
            "known_from",
            noted("何时可知"),
            lambda each: each.known_from.isoformat(),
            lambda each: each.known_from,
            on_page=False,
        ),
        Column("address", noted("地址"), lambda each: each.address, on_page=False),
        Column("source", noted("出处"), lambda each: host + asked.plain.source(each.code), on_page=False),
    )


def _choices(site: Site) -> tuple[Choice, ...]:
    return (
        Choice("kind", noted("发布者类别"), lambda each: (each.kind,), publisher_kind),
        Choice("reliability", noted("从哪里读到"), lambda each: (each.reliability,), reliability, _letter),
        Choice("published_in", noted("发布年份"), lambda each: (each.year,), order=lambda year: -int(year)),
        Choice(
            "hand",
            noted("原文"),
            lambda each: (_hand(each, site),),
            lambda hand: say(HAND[hand]),
            list(HAND).index,
        ),
    )


def _letter(letter: str) -> int:
    return list(HOW_RELIABLE).index(letter) if letter in HOW_RELIABLE else len(HOW_RELIABLE)


def _hand(source: KnownSource, site: Site) -> str:
    """Whether the reader has the very document; ``none`` where the ledger names none."""
    if not source.place:
        return "none"
    return "yes" if is_at_hand(source.place, site.shared) else "no"


def _published(source: KnownSource) -> Cell:
    return published_on(*source.published)


def _count(key: str) -> Callable[[KnownSource], Cell]:
    return lambda each: each.taken[key]


def _shown(source: KnownSource, asked: Asked, site: Site) -> Shown:
    href = asked.source(source.code)
    known = say("{day}起可知", day=day(source.known_from))
    return Shown(
        source=source,
        href=href,
        kind=publisher_kind(source.kind),
        read_at=say(IN_SHORT[letter]) if (letter := source.reliability) in IN_SHORT else letter,
        reliability=reliability(source.reliability),
        published=published_on(*source.published),
        taken=tuple(_number(source.taken[key], href, known) for key in HEADS),
        count=_number(source.count, href, known),
        hand=_hand(source, site),
    )


def _number(count: int, href: str, known: str) -> Number | None:
    """How many were taken, with a way to them; nothing where none were."""
    return Number(f"{count:,}", href, full=known) if count else None
