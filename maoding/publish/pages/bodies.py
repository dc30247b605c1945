"""Bodies: which district, town or department promised what, and where does each stand? The list and its workbook."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from maoding.ledger import chain
from maoding.publish.bodies import Body, known_bodies
from maoding.publish.pages.asked import Asked, read
from maoding.publish.pages.board_list import LEVELS, STATES
from maoding.publish.pages.heading import city_name, heading
from maoding.publish.pages.lists import Choice, Column, Listing, Picked
from maoding.publish.pages.projects import listed
from maoding.publish.pages.site import KEPT, Site
from maoding.publish.scoreboard import FIRST
from maoding.publish.spelling import spelt
from maoding.publish.workbook import Cell
from maoding.terms.language import noted, say, spoken

HAS = {"promises": noted("有自己的承诺"), "owned": noted("负责承诺"), "projects": noted("有项目")}


@dataclass(frozen=True)
class Count:
    """A number of the list and the rows it counts; no address where it is nought."""

    count: int
    href: str
    state: str = ""


@dataclass(frozen=True)
class Shown:
    """One body as a row of the list."""

    body: Body
    href: str
    level: str
    parent_href: str
    counts: tuple[Count, ...]
    promises: Count
    owned: Count
    projects: Count


@require_safe
def bodies(request: HttpRequest, site: Site, city: str) -> HttpResponse:
    """Bodies of the city, sifted and in order, those with promises behind first."""
    picked = _picked(request, site, city)
    asked, linked = picked.asked, {each.code for each in picked.known}
    context = heading(site, asked) | {
        "picked": picked,
        "answer": _answer(site, picked),
        "states": {state: say(STATES[state]) for state in FIRST},
        "rows": [shown_row(each, asked, linked) for each in picked.rows],
    }
    return render(request, "bodies.html", context)


@require_safe
def bodies_workbook(request: HttpRequest, site: Site, city: str) -> HttpResponse:
    """The same bodies as a workbook that names its filters."""
    picked = _picked(request, site, city, request.build_absolute_uri("/").rstrip("/"))
    rule = site.rules(picked.asked.day)[picked.asked.rule]
    return picked.workbook(_answer(site, picked), say("规则：{rule}", rule=rule.title))


def body_page(asked: Asked, code: str) -> str:
    """Address of one body."""
    return asked.page("body", code)


def of_the_body(name: str, asked: Asked, code: str, **picks: str) -> str:
    """Address of another list of the city with only what is this body's."""
    query = asked.plain.picking(body=code, **picks).query()
    return f"{reverse(name, kwargs={'city': asked.city})}?{query}"


def of_the_city(site: Site, asked: Asked) -> list[Body]:
    """All bodies of the city, with the promises of the year asked."""
    return _kept(chain.last_link(), site, asked.plain, spoken.get())


@lru_cache(maxsize=KEPT)
def _kept(link: str, site: Site, asked: Asked, language: str) -> list[Body]:  # noqa: ARG001 - what the cache hangs on
    pack = site.pack(asked.city)
    board = site.scoreboard(pack, asked.day, asked.rule, asked.about)
    return known_bodies(site.answers(pack, asked.day, asked.rule, asked.about), board, listed(site, asked))


def _picked(request: HttpRequest, site: Site, city: str, host: str = "") -> Picked:
    asked = read(site, city, request.GET)
    found = of_the_city(site, asked)
    names = {each.code: each.name for each in found} | {each.parent: each.parent_name for each in found}
    listing = _listing(names, asked, host)
    return listing.of(found, listing.pick(asked, request.GET.dict()))


def _listing(names: dict[str, str], asked: Asked, host: str) -> Listing:
    columns = (
        Column("code", noted("编号"), lambda each: each.code, lambda each: each.code, on_page=False),
        Column("name", noted("单位"), lambda each: each.name, lambda each: spelt(each.name)),
        Column("level", noted("层级"), lambda each: say(LEVELS.get(each.level, each.level)), _rank),
        Column("parent", noted("上级"), lambda each: each.parent_name, lambda each: spelt(each.parent_name)),
        _counted("promises", noted("承诺"), lambda each: each.promises),
        *(_counted(state, STATES[state], _in_state(state)) for state in FIRST),
        _counted("owned", noted("负责的承诺"), lambda each: each.owned),
        _counted("projects", noted("项目"), lambda each: each.projects),
        Column("source", noted("出处"), lambda each: host + body_page(asked, each.code), on_page=False),
    )
    choices = (
        Choice(
            "level", noted("层级"), lambda each: (each.level,), lambda one: say(LEVELS.get(one, one)), _place
        ),
        Choice("parent", noted("上级"), lambda each: (each.parent,), lambda code: names.get(code, code)),
        Choice("has", noted("有什么"), _has, lambda key: say(HAS[key]), list(HAS).index),
        Choice("state", noted("状态"), _states, lambda state: say(STATES[state]), FIRST.index),
    )
    return Listing("bodies", columns, choices, lambda each: f"{each.name} {each.code}")


def _counted(key: str, words: str, count: Callable[[Body], int]) -> Column:
    def cell(each: Body) -> Cell:
        return count(each)

    return Column(key, words, cell, count, greatest_first=True, numeric=True)


def _in_state(state: str) -> Callable[[Body], int]:
    return lambda each: each.counts[state]


def _has(body: Body) -> list[str]:
    return [key for key in HAS if getattr(body, key)]


def _states(body: Body) -> list[str]:
    return [state for state, count in body.counts.items() if count]


def _rank(body: Body) -> int:
    return _place(body.level)


def _place(level: str) -> int:
    return list(LEVELS).index(level) if level in LEVELS else len(LEVELS)


def _answer(site: Site, picked: Picked) -> str:
    """Who promised something, and of whom something is behind, in one line."""
    asked = picked.asked
    said = {
        "city": city_name(site.pack(asked.city)),
        "year": asked.year,
        "n": len(picked.known),
        "promised": sum(each.promises > 0 for each in picked.known),
        "behind": sum(each.counts["behind"] > 0 for each in picked.known),
    }
    if not said["promised"]:
        return say("{city} {year}年：{n} 个单位都没有已知的承诺", **said)
    return say("{city} {year}年：{n} 个单位中 {promised} 个有承诺，{behind} 个有落后的", **said)


def shown_row(body: Body, asked: Asked, linked: set[str]) -> Shown:
    """One body as the list shows it; `linked` are the bodies that have a page."""
    code = body.code

    def count(number: int, name: str, state: str = "") -> Count:
        href = of_the_body(name, asked, code, **({"state": state} if state else {})) if number else ""
        return Count(number, href, state)

    page = body_page(asked, code)
    return Shown(
        body=body,
        href=page,
        level=say(LEVELS.get(body.level, body.level)),
        parent_href=body_page(asked, body.parent) if body.parent in linked else "",
        counts=tuple(count(body.counts[state], "board", state) for state in FIRST),
        promises=count(body.promises, "board"),
        owned=Count(body.owned, f"{page}#owned"),
        projects=count(body.projects, "projects"),
    )
