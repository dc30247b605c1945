"""Indicators: which indicators (指标) are promised and measured here, and what came last? The list and its workbook."""

from dataclasses import dataclass
from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from maoding.ledger import chain
from maoding.publish.asking import Answers
from maoding.publish.indicators import (
    DIRECTIONS,
    FREQUENCIES,
    KINDS,
    STANDINGS,
    Known,
    known_indicators,
    scale_of,
)
from maoding.publish.pages.asked import Asked, read
from maoding.publish.pages.cells import Number
from maoding.publish.pages.figures import figure, unit_of
from maoding.publish.pages.heading import city_name, heading
from maoding.publish.pages.lists import Choice, Column, Listing, Picked
from maoding.publish.pages.site import KEPT, Site
from maoding.publish.scoreboard import Names
from maoding.publish.shown import NO_DATA, period, reader_number
from maoding.publish.spelling import spelt
from maoding.publish.workbook import Cell
from maoding.terms.language import noted, say, spoken


@dataclass(frozen=True)
class Shown:
    """One indicator as a row of the list."""

    code: str
    name: str
    href: str
    unit: str
    kind: str
    frequency: str
    direction: str
    promised: int
    implied: bool
    level: Number | None
    growth: Number | None
    period: str
    early: bool
    figures: int


@require_safe
def indicators(request: HttpRequest, site: Site, city: str) -> HttpResponse:
    """Indicators with a promise of the year or a figure known by the day, sifted, in order, fifty a page."""
    picked = _picked(request, site, city)
    asked = picked.asked.at(request.path)
    known: list[Known] = list(picked.known)
    context = heading(site, picked.asked) | {
        "picked": picked,
        "rows": [shown_row(each, asked.at(request.path, each.code)) for each in picked.rows],
        "promised": sum(bool(each.promised) for each in known),
        "silent": sum("silent" in each.standings for each in known),
        "standings": [
            (name, say(words), sum(name in each.standings for each in known))
            for name, words in STANDINGS.items()
        ],
    }
    return render(request, "indicators.html", context)


@require_safe
def indicators_workbook(request: HttpRequest, site: Site, city: str) -> HttpResponse:
    """The same indicators, all pages of them, as a workbook that names its filters."""
    picked = _picked(request, site, city, request.build_absolute_uri("/").rstrip("/"))
    title = say("{city} {year}年指标", city=city_name(site.pack(picked.asked.city)), year=picked.asked.year)
    return picked.workbook(title)


def _picked(request: HttpRequest, site: Site, city: str, host: str = "") -> Picked:
    asked = read(site, city, request.GET.dict())
    answers = site.answers(site.pack(asked.city), asked.day, asked.rule, asked.about)
    listing = _listing(Names(answers), asked, host)
    return listing.of(listed(answers), listing.pick(asked, request.GET.dict()))


def listed(answers: Answers) -> list[Known]:
    """All indicators known by the day, for the year asked."""
    return _kept(chain.last_link(), answers, spoken.get())


@lru_cache(maxsize=KEPT)
def _kept(link: str, answers: Answers, language: str) -> list[Known]:  # noqa: ARG001 - what the cache hangs on
    return known_indicators(answers)


def indicator_page(asked: Asked, code: str) -> str:
    """Address of one indicator."""
    return asked.page("indicator", code)


def _listing(names: Names, asked: Asked, host: str) -> Listing:
    columns = (*_named(), *_figures(asked), *_told(names, asked, host))
    return Listing(
        "indicators",
        columns,
        _choices(names),
        lambda each: f"{each.name} {each.spoken_of}",
        usual="-promised",
    )


def _named() -> tuple[Column, ...]:
    return (
        Column("code", noted("编号"), lambda each: each.code, lambda each: each.code, on_page=False),
        Column("name", noted("指标"), lambda each: each.name, lambda each: spelt(each.name)),
        Column(
            "kind", noted("类型"), lambda each: in_words(KINDS, each.kind), lambda each: _at(KINDS, each.kind)
        ),
        Column(
            "frequency",
            noted("频率"),
            lambda each: in_words(FREQUENCIES, each.frequency),
            lambda each: _at(FREQUENCIES, each.frequency),
        ),
        Column(
            "direction",
            noted("方向"),
            lambda each: in_words(DIRECTIONS, each.direction),
            lambda each: _at(DIRECTIONS, each.direction),
        ),
    )


def _figures(asked: Asked) -> tuple[Column, ...]:
    return (
        Column(
            "promised",
            noted("几家承诺"),
            lambda each: len(each.promised),
            lambda each: len(each.promised),
            greatest_first=True,
            numeric=True,
        ),
        Column("level", noted("本市最新"), lambda each: _level(each, asked), numeric=True),
        Column("unit", noted("单位名"), lambda each: _unit(each, asked), on_page=False),
        Column("growth", noted("同比 %"), _growth, _grown, greatest_first=True, numeric=True),
        Column("period", noted("时期"), _period, _until, greatest_first=True),
        Column(
            "figures",
            noted("有几个数"),
            lambda each: each.figures,
            lambda each: each.figures,
            greatest_first=True,
            numeric=True,
        ),
    )


def _told(names: Names, asked: Asked, host: str) -> tuple[Column, ...]:
    def named(subjects: tuple[str, ...]) -> str:
        return say("、").join(map(names.subject, subjects))

    return (
        Column("promisers", noted("承诺单位"), lambda each: named(each.promised), on_page=False),
        Column("reporters", noted("有数的单位"), lambda each: named(each.reported), on_page=False),
        Column("source", noted("出处"), lambda each: host + indicator_page(asked, each.code), on_page=False),
    )


def _choices(names: Names) -> tuple[Choice, ...]:
    return (
        Choice(
            "has",
            noted("有什么"),
            lambda each: each.standings,
            lambda word: in_words(STANDINGS, word),
            lambda word: _at(STANDINGS, word),
        ),
        Choice("body", noted("单位"), lambda each: {*each.promised, *each.reported}, names.subject),
        Choice(
            "kind",
            noted("类型"),
            lambda each: (each.kind,),
            lambda kind: in_words(KINDS, kind),
            lambda kind: _at(KINDS, kind),
        ),
        Choice(
            "frequency",
            noted("频率"),
            lambda each: (each.frequency,),
            lambda word: in_words(FREQUENCIES, word),
            lambda word: _at(FREQUENCIES, word),
        ),
        Choice(
            "direction",
            noted("方向"),
            lambda each: (each.direction,),
            lambda word: in_words(DIRECTIONS, word),
            lambda word: _at(DIRECTIONS, word),
        ),
    )


def in_words(words: dict[str, str], word: str) -> str:
    """A code of the catalogue in the reader's words; one that is not known as it is."""
    return say(words[word]) if word in words else word


def _at(words: dict[str, str], word: str) -> int:
    """Place of a word among its like; one that is not known stands last."""
    return list(words).index(word) if word in words else len(words)


def shown_row(known: Known, asked: Asked) -> Shown:
    """One indicator as the list shows it."""
    last, scale = known.latest, scale_of(known.unit, asked.unit)
    return Shown(
        code=known.code,
        name=known.name,
        href=indicator_page(asked, known.code),
        unit=known.unit,
        kind=in_words(KINDS, known.kind),
        frequency=in_words(FREQUENCIES, known.frequency),
        direction=in_words(DIRECTIONS, known.direction),
        promised=len(known.promised),
        implied=known.implied,
        level=figure(last.level, asked, scale) if last else None,
        growth=figure(last.growth, asked, scale) if last else None,
        period=_period(known),
        early=last.early if last else False,
        figures=known.figures,
    )


def _period(known: Known) -> str:
    return period(known.latest.start, known.latest.end) if known.latest else ""


def _until(known: Known) -> object:
    return known.latest.end if known.latest else None


def _grown(known: Known) -> int | None:
    return known.latest.growth["amount"] if known.latest and known.latest.growth else None


def _growth(known: Known) -> Cell:
    grown = _grown(known)
    return "" if grown is None else grown / 10_000


def _level(known: Known, asked: Asked) -> Cell:
    row = known.latest.level if known.latest else None
    if row is None:
        return say(NO_DATA)
    scale = scale_of(known.unit, asked.unit)
    return float(reader_number(row["amount"], row["unit"], scale, places=4).replace(",", ""))


def _unit(known: Known, asked: Asked) -> str:
    row = known.latest.level if known.latest else None
    return unit_of(row["unit"] if row else known.unit, scale_of(known.unit, asked.unit))
