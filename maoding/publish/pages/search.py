"""Search: what bears this name, pinyin, initials or code, and where does each stand? The page and its workbook."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from maoding.publish.pages.asked import Asked, read
from maoding.publish.pages.heading import city_name, heading
from maoding.publish.pages.hits import Shown, href_of, in_words, shown, what_is
from maoding.publish.pages.lists import Choice, Column, Listing, Picked
from maoding.publish.pages.search_index import entries_for, index_for
from maoding.publish.pages.site import Site
from maoding.publish.searching import CODE, Hit, Index, Thing
from maoding.publish.shown import day
from maoding.publish.spelling import spelt
from maoding.publish.things import KINDS
from maoding.terms.language import noted, say

A_GROUP = 8  # hits of one kind where all kinds are shown
SUGGESTED = 8


@dataclass(frozen=True)
class Group:
    """Hits of one kind: how many there are, the best of them, and where all of them stand."""

    kind: str
    name: str
    count: int
    hits: list[Shown]
    href: str


@require_safe
def search(request: HttpRequest, site: Site, city: str | None = None) -> HttpResponse:
    """Everything found, by kind and best first; while one types, the best few."""
    if site.is_empty:
        return render(request, "empty.html", {"pack": site.pack(city).folder.name})
    asked = read(site, city, request.GET.dict())
    index = index_for(site, asked)
    picked = _picked(site, asked, index, request)
    asked = picked.asked
    if request.headers.get("HX-Target") == "suggested":
        best = [
            (in_words(hit.thing.kind), hit.thing, href_of(hit.thing, asked))
            for hit in picked.found[:SUGGESTED]
        ]
        return render(request, "suggested.html", {"best": best, "found": len(picked.found), "picked": picked})
    words = asked.pick("find")
    context = heading(site, asked) | {
        "picked": picked,
        "words": words,
        "answer": _answer(words, picked),
        "tongue": tongue,
        "kinds": _kinds(picked),
        "groups": _groups(site, picked, asked.at(request.path)),
        "later": _later(_known_later(site, asked, index, picked), picked),
        "like": []
        if picked.known or not words
        else [(name, picked.href(find=name, kind="")) for name in index.like(words)],
    }
    return render(request, "search.html", context)


@require_safe
def search_workbook(request: HttpRequest, site: Site, city: str) -> HttpResponse:
    """Everything found as a workbook that says what was looked for."""
    asked = read(site, city, request.GET.dict())
    picked = _picked(
        site, asked, index_for(site, asked), request, request.build_absolute_uri("/").rstrip("/")
    )
    title = say("{city}：查找“{words}”", city=city_name(site.pack(asked.city)), words=asked.pick("find"))
    return picked.workbook(title)


def _picked(site: Site, asked: Asked, index: Index, request: HttpRequest, host: str = "") -> Picked:
    hits = index.find(asked.pick("find"))
    hits += [Hit(CODE, thing) for thing in entries_for(site, asked)] if asked.pick("find") else []
    listing = Listing(
        "search",
        (
            Column("kind", noted("类别"), lambda hit: in_words(hit.thing.kind), lambda hit: hit.thing.kind),
            Column("code", noted("编号"), lambda hit: _code(hit.thing), lambda hit: _code(hit.thing)),
            Column("name", noted("名称"), lambda hit: hit.thing.name, lambda hit: spelt(hit.thing.name)),
            Column("what", noted("说明"), lambda hit: what_is(hit.thing)),
            Column("source", noted("出处"), lambda hit: host + href_of(hit.thing, asked.plain)),
        ),
        (Choice("kind", noted("类别"), lambda hit: (hit.thing.kind,), in_words, list(KINDS).index),),
        lambda hit: hit.thing.name,
    )
    return listing.of(hits, listing.pick(asked, request.GET.dict()))


def _code(thing: Thing) -> str:
    return thing.codes[0] if thing.codes else ""


def tongue(words: str) -> str:
    """Language of a reader's words or a name, which stay as they are on a page of either."""
    return "zh-CN" if any("一" <= letter <= "鿿" for letter in words) else "en"


def _answer(words: str, picked: Picked) -> str:
    if not words:
        return say("查什么？")
    if not picked.known:
        return say("“{words}”：没有找到", words=words)
    return say("“{words}”：找到 {n} 处", words=words, n=len(picked.known))


def _kinds(picked: Picked) -> list[tuple[str, str, int, str]]:
    """Kinds found, with how many of each, and the address that shows only those; the best found first."""
    counted = Counter(hit.thing.kind for hit in picked.known)
    now = picked.asked.pick("kind")
    return [
        (kind, in_words(kind), count, picked.href(kind="" if kind == now else kind))
        for kind, count in counted.items()
    ]


def _groups(site: Site, picked: Picked, asked: Asked) -> list[Group]:
    """Hits of each kind, the kind with the best hit first; all of a page where one kind was asked for."""
    one = bool(picked.asked.pick("kind"))
    rows: Sequence[Hit] = picked.rows if one else picked.found
    by_kind: dict[str, list[Hit]] = {}
    for hit in rows:
        by_kind.setdefault(hit.thing.kind, []).append(hit)
    return [
        Group(
            kind,
            in_words(kind),
            len(picked.found) if one else len(hits),
            [shown(hit.thing, asked, site) for hit in (hits if one else hits[:A_GROUP])],
            picked.href(kind=kind),
        )
        for kind, hits in by_kind.items()
    ]


def _known_later(site: Site, asked: Asked, index: Index, picked: Picked) -> list[Thing]:
    """What becomes known after the day, entries of the number looked for among it."""
    ours = {hit.thing.key for hit in picked.known}
    entries = entries_for(site, asked.on(site.today())) if asked.pick("find") else []
    return index.find_later(asked.pick("find")) + [each for each in entries if each.key not in ours]


def _later(found: list[Thing], picked: Picked) -> dict[str, Any]:
    """How many become known only after the day, and on which days the first and the last of them; none is named."""
    days = sorted({thing.known_from for thing in found if thing.known_from})
    return {
        "count": len(found),
        "days": [(day(each), picked.on(each)) for each in dict.fromkeys((*days[:1], *days[-1:]))],
    }
