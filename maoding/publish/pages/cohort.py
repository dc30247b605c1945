"""Cohort: of the subjects on the list on one day, where is each on another, with additions and removals apart?"""

import datetime as dt
from dataclasses import dataclass, replace
from functools import lru_cache

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from maoding.ledger import chain
from maoding.publish.asking import Answers, Question
from maoding.publish.cohorts import PARTS, Cohort, list_years, of_projects, of_promises
from maoding.publish.other_rule import beside_usual
from maoding.publish.pages.asked import YEAR, Asked, read
from maoding.publish.pages.cells import drawn
from maoding.publish.pages.cohort_list import Manner, listing_of, manner_of_projects, manner_of_promises
from maoding.publish.pages.cohort_rows import Reader, matrix
from maoding.publish.pages.cohort_words import LISTS, PROMISES, answer, list_name
from maoding.publish.pages.heading import heading
from maoding.publish.pages.lists import Picked
from maoding.publish.pages.projects import listed
from maoding.publish.pages.site import KEPT, Site
from maoding.publish.rules import LightRule
from maoding.publish.scoreboard import scoreboard
from maoding.publish.shown import day
from maoding.terms.language import say, spoken


@dataclass(frozen=True)
class Cut:
    """What is held against what: which list, as of which first day, and the year it is of on either day.

    `years` are the years to choose from.
    """

    list: str
    since: dt.date
    year: int
    against: int
    years: tuple[int, ...]


@dataclass(frozen=True)
class Held:
    """Two days' lists held against each other, and how their members are named and shown."""

    cohort: Cohort
    manner: Manner
    reader: Reader


@require_safe
def cohort(request: HttpRequest, site: Site, city: str) -> HttpResponse:
    """Members of a list on two days, their transitions, and apart from them who was added and who left."""
    asked, cut = _read(request, site, city)
    held = _held(chain.last_link(), site, asked.plain, cut, spoken.get())
    picked = _picked(request, asked, cut, held)
    asked, found = picked.asked, held.cohort
    days = asked.on(cut.since).days()
    rows = [(each.part, held.reader.told(each)) for each in picked.rows]
    context = heading(site, asked) | {
        "cut": cut,
        "answer": answer(found, list_name(site.pack(asked.city), cut.list), cut.since, asked.day, cut.year),
        "since": day(cut.since),
        "since_days": {name: (each, day(each)) for name, each in days.items() if each <= asked.day},
        "tabs": _tabs(site, asked, cut, picked),
        "cohort": found,
        "picked": picked,
        "matrix": matrix(found, picked, held.manner),
        "rows": {part: [told for of, told in rows if of == part] for part in PARTS},
        "found": {part: sum(each.part == part for each in picked.found) for part in PARTS},
        "from_since": lambda earlier: picked.href(since=earlier.isoformat()),
        "on": lambda later: _on(picked, cut, later),
    }
    return render(request, "cohort.html", context)


@require_safe
def cohort_workbook(request: HttpRequest, site: Site, city: str) -> HttpResponse:
    """The same members, the added and those that left among them, as a workbook that names its filters."""
    asked, cut = _read(request, site, city)
    held = _held(chain.last_link(), site, asked.plain, cut, spoken.get())
    picked = _picked(request, asked, cut, held)
    name = list_name(site.pack(asked.city), cut.list)
    lines = [say("固定名单取 {day}所知", day=day(cut.since))]
    if cut.list == PROMISES:
        lines.append(say("规则：{rule}", rule=_rule(site, asked).title))
    return picked.workbook(answer(held.cohort, name, cut.since, asked.day, cut.year), *lines)


def _read(request: HttpRequest, site: Site, city: str) -> tuple[Asked, Cut]:
    """What an address asks for.

    Raises:
        BadRequest: no such list or year, or a first day after the last one.
    """
    asked = read(site, city, request.GET)
    said = asked.pick("since")
    since = read(site, city, {"day": said}).day if said else asked.day.replace(month=1, day=1)
    name = asked.pick("list") or PROMISES
    if name not in LISTS:
        raise BadRequest(say("没有“{said}”这种名单", said=name))
    if since > asked.day:
        raise BadRequest(say("起始日 {since} 晚于截至日 {day}", since=since, day=asked.day))
    against = asked.pick("against")
    if against and not YEAR.fullmatch(against):
        raise BadRequest(say("“{said}”不是可查的年份", said=against))
    pack = site.pack(asked.city)
    if name == PROMISES:
        year = asked.about or since.year
        cut = Cut(name, since, year, year, site.years(pack, asked.day))
    else:
        years = tuple(int(each) for each in list_years(_answers(site, asked), name))
        year = asked.about or next((each for each in years if each <= since.year), since.year)
        cut = Cut(name, since, year, int(against or year), years)
    return asked.picking(since=since.isoformat(), list=name), cut


def _picked(request: HttpRequest, asked: Asked, cut: Cut, held: Held) -> Picked:
    host = request.build_absolute_uri("/").rstrip("/")
    about = replace(asked.plain, about=cut.year)
    listing = listing_of(held.manner, lambda each: host + about.entry(each.left_by or each.entry))
    return listing.of(held.cohort.members, listing.pick(asked, request.GET.dict()))


@lru_cache(maxsize=KEPT)
def _held(link: str, site: Site, asked: Asked, cut: Cut, language: str) -> Held:  # noqa: ARG001 - what the cache hangs on
    found, manner = (_promises if cut.list == PROMISES else _projects)(site, asked, cut)
    about = replace(asked, about=cut.year)
    here = about.picking(since=cut.since.isoformat(), list=cut.list).at(reverse("cohort", args=(asked.city,)))
    return Held(found, manner, Reader(site, about.on(cut.since), here, _rule(site, asked), manner))


def _promises(site: Site, asked: Asked, cut: Cut) -> tuple[Cohort, Manner]:
    """The year's promises, on both days by the rule as it stands on the last one."""
    pack, rule = site.pack(asked.city), _rule(site, asked)
    first = Answers(Question(pack, cut.since, site.viewer, rule, cut.year))
    then, usual = scoreboard(first), site.published(asked.day)[str(pack.city["default_rule"])]
    if rule.name != usual.name:
        then = beside_usual(then, first, usual)
    now = site.scoreboard(pack, asked.day, asked.rule, cut.year)
    answers = site.answers(pack, asked.day, asked.rule, cut.year)
    return of_promises(then, now, answers), manner_of_promises(lambda row: drawn(row["light"], rule).word)


def _projects(site: Site, asked: Asked, cut: Cut) -> tuple[Cohort, Manner]:
    """The projects on a tier's list."""
    first, last = ((_answers(site, each), listed(site, each)) for each in (asked.on(cut.since), asked))
    years = str(cut.year), str(cut.against)
    return of_projects(first, last, cut.list, years), manner_of_projects(site.pack(asked.city))


def _rule(site: Site, asked: Asked) -> LightRule:
    return site.rules(asked.day)[asked.rule]


def _answers(site: Site, asked: Asked) -> Answers:
    return site.answers(site.pack(asked.city), asked.day, asked.rule)


def _on(picked: Picked, cut: Cut, later: dt.date) -> str:
    """Address of the same list on another last day; the first day never comes after it."""
    asked = picked.asked.picking(since=min(cut.since, later).isoformat(), page="").on(later)
    return f"{picked.action()}?{asked.query()}"


def _tabs(site: Site, asked: Asked, cut: Cut, picked: Picked) -> list[tuple[str, str, bool]]:
    """Lists to choose from: name, address, whether it is the one in sight; those without members are left out."""
    answers = _answers(site, asked)
    known = [name for name in LISTS if name in (PROMISES, cut.list) or list_years(answers, name)]
    nothing = dict.fromkeys((*(each.key for each in picked.listing.choices), "name", "sort", "against"), "")
    pack = site.pack(asked.city)
    return [
        (list_name(pack, name), picked.href(**nothing | {"list": name}), name == cut.list) for name in known
    ]
