"""Changes: what changed between two days, and who said so? The page of two days side by side (变化)."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from maoding.ledger import chain
from maoding.ledger.between import said_between
from maoding.publish.asking import Answers, Question
from maoding.publish.changes import Change, changes
from maoding.publish.pages import effects_list, news_list
from maoding.publish.pages.asked import Asked
from maoding.publish.pages.effects import IN_WHAT, Effect, effect, kinds_of
from maoding.publish.pages.heading import heading
from maoding.publish.pages.lists import Picked
from maoding.publish.pages.news import Item, Teller
from maoding.publish.pages.site import KEPT, Site
from maoding.publish.pages.two_days import asked_of, shortcuts, span
from maoding.publish.rules import LightRule
from maoding.publish.scoreboard import Names, Scoreboard, scoreboard
from maoding.publish.shown import day
from maoding.terms.language import say, spoken


@dataclass(frozen=True)
class Between:
    """What lies between two days: what was newly said, and the promises that stand otherwise."""

    items: list[Item]
    effects: list[Change]

    @property
    def told(self) -> dict[str, Item]:
        """What was newly said, by entry."""
        return {name: item for item in self.items for name in item.ids}


@require_safe
def two_days(request: HttpRequest, site: Site, city: str) -> HttpResponse:
    """What was newly said between two days, by whom, and what it did to the board."""
    asked, since = asked_of(site, city, request.GET.dict())
    if since >= asked.day:
        return _no_time_between(request, site, asked, since)
    found = between(site, asked, since)
    picked = _news(request, site, asked, found)
    context = _context(request, site, picked.asked, since, found) | {
        "picked": picked,
        "effects": _effects(
            site, picked.asked.at(request.path), since, found, found.effects[: effects_list.A_PAGE]
        ),
        "groups": _by_source(picked),
        "kind_words": news_list.kind_words,
        "shown": day,
    }
    return render(request, "changes.html", context)


@require_safe
def board_changes(request: HttpRequest, site: Site, city: str) -> HttpResponse:
    """Only the promises that stand otherwise, as a list to sift and order."""
    asked, since = asked_of(site, city, request.GET.dict())
    if since >= asked.day:
        return _no_time_between(request, site, asked, since)
    found = between(site, asked, since)
    picked = _board(request, site, asked, since, found)
    context = _context(request, site, picked.asked, since, found) | {
        "picked": picked,
        "effects": _effects(site, picked.asked.at(request.path), since, found, picked.rows),
        "groups": None,
    }
    return render(request, "changes.html", context)


@require_safe
def news_workbook(request: HttpRequest, site: Site, city: str) -> HttpResponse:
    """What was newly said, all pages of it, as a workbook that names its filters."""
    asked, since = _in_order(request, site, city)
    found = between(site, asked, since)
    return _news(request, site, asked, found).workbook(answer(since, asked.day, found), _since_line(since))


@require_safe
def board_workbook(request: HttpRequest, site: Site, city: str) -> HttpResponse:
    """The promises that stand otherwise as a workbook, with every cell of either day."""
    asked, since = _in_order(request, site, city)
    found = between(site, asked, since)
    rule = say("规则：{rule}", rule=_rule(site, asked).title)
    picked = _board(request, site, asked, since, found)
    return picked.workbook(answer(since, asked.day, found), _since_line(since), rule)


def _since_line(since: dt.date) -> str:
    return say("与 {day}所知相比", day=day(since))


def _in_order(request: HttpRequest, site: Site, city: str) -> tuple[Asked, dt.date]:
    """The question and its first day.

    Raises:
        BadRequest: the first day comes after the last.
    """
    asked, since = asked_of(site, city, request.GET.dict())
    if since > asked.day:
        raise BadRequest(say("起始日 {since} 晚于截至日 {day}", since=since, day=asked.day))
    return asked, since


def between(site: Site, asked: Asked, since: dt.date) -> Between:
    """What lies between a first day and the one asked."""
    return _kept(chain.last_link(), site, asked.plain, since, spoken.get())


@lru_cache(maxsize=KEPT)
def _kept(link: str, site: Site, asked: Asked, since: dt.date, language: str) -> Between:  # noqa: ARG001 - what the cache hangs on
    pack = site.pack(asked.city)
    answers = site.answers(pack, asked.day, asked.rule, asked.about)
    now = site.scoreboard(pack, asked.day, asked.rule, asked.about)
    news = said_between(since, asked.day, site.viewer)
    then = _board_then(site, asked, since)
    return Between(Teller(answers, asked).items(news), changes(then.rows, now.rows, news, answers))


def _board_then(site: Site, asked: Asked, since: dt.date) -> Scoreboard:
    """The board of the first day, of the same year and by the rule as it stands on the last."""
    pack, rule = site.pack(asked.city), _rule(site, asked)
    if site.published(since)[asked.rule].said == rule.said:
        return site.scoreboard(pack, since, asked.rule, asked.year)
    return scoreboard(Answers(Question(pack, since, site.viewer, rule, asked.year)))


def _rule(site: Site, asked: Asked) -> LightRule:
    return site.rules(asked.day)[asked.rule]


def _host(request: HttpRequest) -> str:
    return request.build_absolute_uri("/").rstrip("/")


def _names(site: Site, asked: Asked) -> Names:
    return Names(site.answers(site.pack(asked.city), asked.day, asked.rule, asked.about))


def _news(request: HttpRequest, site: Site, asked: Asked, found: Between) -> Picked:
    """What was newly said, as an address picks it."""
    listing = news_list.listing_of(asked, _names(site, asked), found.items, _host(request))
    return listing.of(found.items, listing.pick(asked, request.GET.dict()))


def _board(request: HttpRequest, site: Site, asked: Asked, since: dt.date, found: Between) -> Picked:
    """The promises that stand otherwise, as an address picks them."""
    rule, names = _rule(site, asked), _names(site, asked)
    listing = effects_list.listing_of(asked, since, rule, names, found.told, _host(request))
    return listing.of(found.effects, listing.pick(asked, request.GET.dict()))


def _effects(
    site: Site, asked: Asked, since: dt.date, found: Between, shown: Sequence[Change]
) -> list[tuple[Effect, str]]:
    """Promises as the page shows them, and in what each changed."""
    rule, then, told = _rule(site, asked), asked.on(since), found.told
    return [(effect(each, asked, then, rule, told), effects_list.what_words(each, rule)) for each in shown]


def _context(
    request: HttpRequest, site: Site, asked: Asked, since: dt.date, found: Between
) -> dict[str, Any]:
    """What stands above either list."""
    rule = _rule(site, asked)
    counted = Counter(kind for each in found.effects for kind in kinds_of(each, rule))
    board = reverse(effects_list.PAGE, kwargs={"city": asked.city})
    only_days = asked.plain.picking(since=since.isoformat())
    return _heading(request, site, asked, since) | {
        "answer": answer(since, asked.day, found),
        "found": found,
        "counted": [
            (
                effects_list.kind_word(kind),
                counted[kind],
                f"{board}?{only_days.picking(what=kind).query()}",
                asked.pick("what") == kind,
            )
            for kind in IN_WHAT
            if counted[kind]
        ],
        "whole": f"{board}?{only_days.query()}",
        "export": f"{reverse(f'{effects_list.PAGE}-workbook', kwargs={'city': asked.city})}?{only_days.query()}",
    }


def _heading(request: HttpRequest, site: Site, asked: Asked, since: dt.date) -> dict[str, Any]:
    """Both days, the days a step away from either, and first days to choose with one press."""
    at = request.path
    days = asked.on(since).days()
    return heading(site, asked.at(at)) | {
        "action": at,
        "since": since,
        "since_shown": day(since),
        "since_days": {name: (each, day(each)) for name, each in days.items() if each <= site.today()},
        "from_since": lambda each: f"{at}?{asked.picking(since=each.isoformat(), page='').query()}",
        "on": lambda each: f"{at}?{asked.picking(page='').on(each).query()}",
        "shortcuts": shortcuts(asked, since),
        "other_year": _other_year(asked.plain.picking(since=since.isoformat()), since, at),
    }


def _other_year(asked: Asked, since: dt.date, path: str) -> tuple[str, str] | None:
    """Where the first day lies in another year: what became of that year's promises."""
    if asked.about or since.year == asked.day.year:
        return None
    return say("{year}年目标的变化", year=since.year), f"{path}?{replace(asked, about=since.year).query()}"


def _by_source(picked: Picked) -> list[tuple[Item | None, list[Item]]]:
    """Rows of the page by who said them; in another order all in one group."""
    if picked.sort:
        return [(None, list(picked.rows))]
    groups = groupby(picked.rows, key=lambda item: item.source)
    return [(rows[0], rows) for rows in (list(group) for _, group in groups)]


def _no_time_between(request: HttpRequest, site: Site, asked: Asked, since: dt.date) -> HttpResponse:
    """Two days that cannot be compared: one and the same, or the first after the last, with the way to mend it."""
    later = since > asked.day
    swapped = f"{request.path}?{asked.picking(since=asked.day.isoformat()).on(since).query()}"
    context = _heading(request, site, asked, since) | {
        "answer": say("{since}晚于{day}，没有可比的", since=day(since), day=day(asked.day))
        if later
        else say("两天都是{day}，没有可比的", day=day(since)),
        "swapped": (swapped, span(asked.day, since)) if later else None,
        "found": None,
    }
    return render(request, "changes.html", context, status=400 if later else 200)


def answer(since: dt.date, until: dt.date, found: Between) -> str:
    """The page's title: how much was newly said, and how many promises changed their light."""
    words = {"days": span(since, until), "n": len(found.items), "k": len(found.effects)}
    lit = sum("light" in each.in_what for each in found.effects)
    if not found.items:
        return (
            say("{days}：没有新说的，看板没有变", **words)
            if not found.effects
            else say("{days}：没有新说的，{k} 项有变化", **words)
        )
    if not found.effects:
        return say("{days}：新说 {n} 条，看板没有变", **words)
    if not lit:
        return say("{days}：新说 {n} 条，没有变灯，{k} 项有变化", **words)
    return say("{days}：新说 {n} 条，{lit} 项变灯", lit=lit, **words)
