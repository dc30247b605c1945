"""Projects: which key projects (重点项目) are there, and how far is each? The list page and its workbook."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from maoding.ledger import chain
from maoding.publish.asking import Answers
from maoding.publish.pages.asked import Asked
from maoding.publish.pages.cells import Number
from maoding.publish.pages.sift import Sift, read_sift
from maoding.publish.pages.site import KEPT, Site
from maoding.publish.projects import (
    UNNAMED,
    Amount,
    Project,
    Wanted,
    known_projects,
    ordered,
    sifted,
    step_names,
    step_of,
    tier_name,
)
from maoding.publish.projects_workbook import TYPE, workbook
from maoding.publish.shown import THIN_SPACE, day, plain_number, plain_unit, published_on, reader_number
from maoding.publish.shown import reader_unit as unit_shown
from maoding.terms.language import noted, say, spoken
from maoding.terms.pack import Pack

A_PAGE = 50
HEADS = {
    "name": noted("项目"),
    "tier": noted("名单"),
    "body": noted("单位"),
    "industry": noted("行业"),
    "stage": noted("所处步骤"),
    "investment": noted("总投资"),
}
FIRST_DOWN = ("investment", "stage")  # what a first press on the head puts the greatest of on top


@dataclass(frozen=True)
class Shown:
    """One project as a row of the list."""

    project: Project
    href: str
    tiers: tuple[tuple[str, str], ...]
    stage: str
    stage_href: str
    stage_on: str
    investment: Number | None
    others: str


@require_safe
def projects(request: HttpRequest, site: Site, city: str) -> HttpResponse:
    """Projects known by the day, sifted, in order, fifty a page."""
    sift = read_sift(site, city, request.GET.dict())
    pack = site.pack(sift.asked.city)
    known = listed(site, sift.asked)
    found = ordered(sifted(known, sift.wanted()), sift.sort)
    pages = max(1, -(-len(found) // A_PAGE))
    sift = replace(sift, page=min(sift.page, pages))
    shown = found[(sift.page - 1) * A_PAGE : sift.page * A_PAGE]
    context = heading(site, sift.asked) | {
        "sift": sift,
        "hidden": _hidden(sift),
        "rows": [shown_row(project, sift) for project in shown],
        "known": len(known),
        "found": len(found),
        "numbers": ((sift.page - 1) * A_PAGE + 1, (sift.page - 1) * A_PAGE + len(shown)),
        "pages": pages,
        "heads": [(key, say(words), _order(sift, key)) for key, words in HEADS.items()],
        "orders": _orders(),
        "choices": choices(known, pack),
        "is_sifted": sift.wanted() != Wanted(),
    }
    return render(request, "projects.html", context)


@require_safe
def projects_workbook(request: HttpRequest, site: Site, city: str) -> HttpResponse:
    """The same projects, all pages of them, as a workbook that names its filters."""
    sift = read_sift(site, city, request.GET.dict())
    pack = site.pack(sift.asked.city)
    known = listed(site, sift.asked)
    found = ordered(sifted(known, sift.wanted()), sift.sort)
    title = say("{city}项目", city=city_name(pack))
    lines = [
        say("截至 {day}所知", day=day(sift.asked.day)),
        *said_filters(sift, known, pack),
        say("共 {n} 个项目", n=len(found)),
    ]
    heads = [say("编号"), *map(say, HEADS.values()), say("步骤日期"), say("金额单位"), say("出处")]
    rows = [_cells(each, request.build_absolute_uri(sift.project(each.code))) for each in found]
    answer = HttpResponse(workbook(title, lines, heads, rows, sift.asked.day), content_type=TYPE)
    answer.headers["Content-Disposition"] = f'attachment; filename="projects-{sift.asked.day}.xlsx"'
    return answer


def _hidden(sift: Sift) -> dict[str, Any]:
    """What else than the day the list was asked."""
    asked = sift.asked
    said = {
        "rule": asked.rule,
        "unit": asked.unit,
        "year": asked.about,
        "body": asked.body,
        "name": asked.name,
    }
    return said | replace(sift, page=1).own()


def listed(site: Site, asked: Asked) -> list[Project]:
    """All projects known by the day."""
    pack = site.pack(asked.city)
    return _kept(chain.last_link(), site.answers(pack, asked.day, asked.rule), spoken.get())


@lru_cache(maxsize=KEPT)
def _kept(link: str, answers: Answers, language: str) -> list[Project]:  # noqa: ARG001 - what the cache hangs on
    return known_projects(answers)


def heading(site: Site, asked: Asked) -> dict[str, Any]:
    """What stands above every page about projects."""
    days = asked.days().items()
    return {
        "asked": asked,
        "city": city_name(site.pack(asked.city)),
        "day": day(asked.day),
        "days": {name: (each, day(each)) for name, each in days if each <= site.today()},
        "today": site.today(),
    }


def city_name(pack: Pack) -> str:
    """Name of the city in the reader's language."""
    return str(pack.city["name_en" if spoken.get() == "en" else "name_zh"])


def stage_on(on: str, *, as_of: bool) -> str:
    """Since when, or as of when, a project stands at its step."""
    written = published_on(on, "day")
    return say("截至 {day}", day=written) if as_of else say("{day}起", day=written)


def amount_shown(amount: Amount, href: str) -> Number:
    """An amount in the unit it was said in; currencies are never converted."""
    full = f"{plain_number(amount.amount, amount.unit)}{THIN_SPACE}{say(plain_unit(amount.unit))}"
    unit = say(unit_shown(amount.unit, amount.unit))
    return Number(reader_number(amount.amount, amount.unit, amount.unit, places=4), href, full, unit)


def shown_row(project: Project, sift: Sift) -> Shown:
    """One project as the list shows it."""
    asked, stage, amount = sift.asked, project.stage, project.investment
    return Shown(
        project=project,
        href=sift.project(project.code),
        tiers=tuple((f"{each.year} {each.name}".strip(), asked.entry(each.id)) for each in project.listings),
        stage=stage.name if stage else "",
        stage_href=asked.entry(stage.id) if stage else "",
        stage_on=stage_on(stage.on, as_of=stage.as_of) if stage else "",
        investment=amount_shown(amount, asked.entry(amount.id)) if amount else None,
        others=say("{n} 种说法", n=amount.said) if amount and amount.said > 1 else "",
    )


def choices(known: Iterable[Project], pack: Pack) -> dict[str, list[tuple[str, str]]]:
    """What may be chosen from for each filter: code and name of what the known projects have."""
    known = list(known)
    listings = [each for project in known for each in project.listings]
    steps = {step_of(project) for project in known}
    years = sorted({each.year for each in listings}, reverse=True)
    named = [(code, name) for code, name in step_names(pack).items() if code in steps]
    return {
        "tier": sorted({(each.tier, tier_name(pack, each.tier)) for each in listings}),
        "listed": [(year, year) for year in years],
        "body": sorted({(each.body, each.body_name) for each in known}),
        "industry": [(word, word) for word in sorted({each.industry for each in known if each.industry})],
        "step": named + [(UNNAMED, say("未写明步骤"))] * (UNNAMED in steps),
    }


def said_filters(sift: Sift, known: Iterable[Project], pack: Pack) -> list[str]:
    """The filters in words; a line that says so where there are none."""
    names = {key: dict(pairs) for key, pairs in choices(known, pack).items()}
    asked = vars(sift.wanted())
    said = [
        say("{filter}：{value}", filter=say(FILTERS[key]), value=names.get(key, {}).get(value, value))
        for key, value in asked.items()
        if value
    ]
    return said or [say("筛选：无")]


FILTERS = {
    "tier": noted("名单"),
    "listed": noted("名单年份"),
    "body": noted("单位"),
    "industry": noted("行业"),
    "step": noted("所处步骤"),
    "name": noted("查找"),
}


def _order(sift: Sift, key: str) -> tuple[str, str]:
    """Where pressing a head leads, and how the list stands in its order now: ascending, descending or empty."""
    down = f"-{key}"
    now = {key: "ascending", down: "descending"}.get(sift.sort, "")
    first, second = (down, key) if key in FIRST_DOWN else (key, down)
    return sift.href(sort=second if sift.sort == first else first), now


def _orders() -> list[tuple[str, str]]:
    """Orders one may choose from where no heads are shown."""
    return [(f"-{key}" if key in FIRST_DOWN else key, say(words)) for key, words in HEADS.items()]


def _cells(project: Project, href: str) -> list[Any]:
    stage, amount = project.stage, project.investment
    number = reader_number(amount.amount, amount.unit, amount.unit, places=4) if amount else ""
    return [
        project.code,
        project.name,
        say("、").join(f"{each.year} {each.name}" for each in project.listings),
        project.body_name,
        project.industry,
        stage.name if stage else say("尚无数据"),
        float(number.replace(",", "")) if number else say("尚无数据"),
        stage_on(stage.on, as_of=stage.as_of) if stage else "",
        say(unit_shown(amount.unit, amount.unit)) if amount else "",
        href,
    ]
