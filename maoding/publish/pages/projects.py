"""Projects: which key projects (重点项目) are there, and how far is each? The list page and its workbook."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from maoding.ledger import chain
from maoding.publish.asking import Answers
from maoding.publish.pages.asked import Asked, read
from maoding.publish.pages.cells import Number
from maoding.publish.pages.heading import city_name, heading
from maoding.publish.pages.lists import Choice, Column, Listing, Picked
from maoding.publish.pages.rows import Rows
from maoding.publish.pages.site import KEPT, Site
from maoding.publish.projects import (
    UNNAMED,
    Amount,
    Project,
    known_projects,
    money_group,
    on_list,
    step_names,
    step_of,
    tier_name,
    tier_rank,
)
from maoding.publish.scoreboard import Names
from maoding.publish.shown import THIN_SPACE, plain_number, plain_unit, published_on, reader_number
from maoding.publish.shown import reader_unit as unit_shown
from maoding.publish.spelling import spelt
from maoding.publish.workbook import Cell
from maoding.terms.language import noted, say, spoken
from maoding.terms.pack import Pack


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
    picked = _picked(request, site, city)
    asked = picked.asked.at(request.path)
    context = heading(site, picked.asked) | {
        "picked": picked,
        "rows": [shown_row(project, asked) for project in picked.rows],
    }
    return render(request, "projects.html", context)


@require_safe
def projects_workbook(request: HttpRequest, site: Site, city: str) -> HttpResponse:
    """The same projects, all pages of them, as a workbook that names its filters."""
    picked = _picked(request, site, city, request.build_absolute_uri("/").rstrip("/"))
    return picked.workbook(say("{city}项目", city=city_name(site.pack(picked.asked.city))))


def _picked(request: HttpRequest, site: Site, city: str, host: str = "") -> Picked:
    asked = read(site, city, request.GET.dict())
    pack = site.pack(asked.city)
    listing = _listing(pack, Names(site.answers(pack, asked.day, asked.rule)), asked, host)
    return listing.of(listed(site, asked), listing.pick(asked, request.GET.dict()))


def _listing(pack: Pack, names: Names, asked: Asked, host: str) -> Listing:
    return Listing("projects", _columns(asked, host), _choices(pack, names), _words, _fits, "tier")


def _columns(asked: Asked, host: str) -> tuple[Column, ...]:
    return (
        Column("code", noted("编号"), lambda each: each.code, lambda each: each.code, on_page=False),
        Column("name", noted("项目"), lambda each: each.name, lambda each: spelt(each.name)),
        Column("tier", noted("名单"), _lists, tier_rank),
        Column("body", noted("单位"), lambda each: each.body_name, lambda each: spelt(each.body_name)),
        Column("industry", noted("行业"), lambda each: each.industry, lambda each: spelt(each.industry)),
        Column("stage", noted("所处步骤"), _step, _reached, greatest_first=True),
        Column(
            "investment",
            noted("总投资"),
            _amount,
            _invested,
            greatest_first=True,
            numeric=True,
            group=money_group,
        ),
        Column("stage_on", noted("步骤日期"), _stage_on, on_page=False),
        Column("unit", noted("金额单位"), _unit, on_page=False),
        Column("source", noted("出处"), lambda each: host + project_page(asked, each.code), on_page=False),
    )


def _choices(pack: Pack, names: Names) -> tuple[Choice, ...]:
    steps = step_names(pack) | {UNNAMED: say("未写明步骤")}
    return (
        Choice(
            "tier",
            noted("名单"),
            lambda each: {listing.tier for listing in each.listings},
            lambda tier: tier_name(pack, tier),
        ),
        Choice(
            "listed",
            noted("名单年份"),
            lambda each: {listing.year for listing in each.listings},
            order=lambda year: -int(year[:4]),
        ),
        Choice("body", noted("单位"), lambda each: (each.body,), names.subject),
        Choice("industry", noted("行业"), lambda each: (each.industry,)),
        Choice(
            "step",
            noted("所处步骤"),
            lambda each: (step_of(each),),
            lambda step: steps.get(step, step),
            list(steps).index,
        ),
    )


def _words(project: Project) -> str:
    return f"{project.name} {project.code} {project.owner}"


def _fits(asked: Asked) -> Callable[[Project], bool] | None:
    tier, year = asked.pick("tier"), asked.pick("listed")
    return (lambda project: on_list(project, tier, year)) if tier and year else None


def listed(site: Site, asked: Asked) -> Rows:
    """All projects known by the day."""
    pack = site.pack(asked.city)
    return _kept(chain.last_link(), site.answers(pack, asked.day, asked.rule), spoken.get())


@lru_cache(maxsize=KEPT)
def _kept(link: str, answers: Answers, language: str) -> Rows:  # noqa: ARG001 - what the cache hangs on
    return Rows(known_projects(answers))


def project_page(asked: Asked, code: str) -> str:
    """Address of one project."""
    return asked.page("project", code)


def stage_on(on: str, *, as_of: bool) -> str:
    """Since when, or as of when, a project stands at its step."""
    written = published_on(on, "day")
    return say("截至 {day}", day=written) if as_of else say("{day}起", day=written)


def amount_shown(amount: Amount, href: str) -> Number:
    """An amount in the unit it was said in; currencies are never converted."""
    full = f"{plain_number(amount.amount, amount.unit)}{THIN_SPACE}{say(plain_unit(amount.unit))}"
    unit = say(unit_shown(amount.unit, amount.unit))
    return Number(reader_number(amount.amount, amount.unit, amount.unit, places=4), href, full, unit)


def shown_row(project: Project, asked: Asked) -> Shown:
    """One project as the list shows it."""
    stage, amount = project.stage, project.investment
    return Shown(
        project=project,
        href=project_page(asked, project.code),
        tiers=tuple((f"{each.year} {each.name}".strip(), asked.entry(each.id)) for each in project.listings),
        stage=stage.name if stage else "",
        stage_href=asked.entry(stage.id) if stage else "",
        stage_on=stage_on(stage.on, as_of=stage.as_of) if stage else "",
        investment=amount_shown(amount, asked.entry(amount.id)) if amount else None,
        others=say("{n} 种说法", n=amount.said) if amount and amount.said > 1 else "",
    )


def _lists(project: Project) -> str:
    return say("、").join(f"{each.year} {each.name}" for each in project.listings)


def _step(project: Project) -> str:
    return project.stage.name if project.stage else say("尚无数据")


def _reached(project: Project) -> tuple[int, str] | None:
    return (project.stage.place, project.stage.on) if project.stage else None


def _stage_on(project: Project) -> str:
    return stage_on(project.stage.on, as_of=project.stage.as_of) if project.stage else ""


def _invested(project: Project) -> int | None:
    return project.investment.amount if project.investment else None


def _amount(project: Project) -> Cell:
    if not project.investment:
        return say("尚无数据")
    amount, unit = project.investment.amount, project.investment.unit
    return float(reader_number(amount, unit, unit, places=4).replace(",", ""))


def _unit(project: Project) -> str:
    unit = project.investment.unit if project.investment else ""
    return say(unit_shown(unit, unit)) if unit else ""
