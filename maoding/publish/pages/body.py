"""Body: what did this district, town or department promise, and where does it stand? The page of one body."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from maoding.ledger import chain
from maoding.publish.asking import Answers
from maoding.publish.bodies import Body, Figures, latest_figures, overlaps, ranks_of
from maoding.publish.pages.asked import Asked, read
from maoding.publish.pages.board import COUNTED
from maoding.publish.pages.board_list import LEVELS
from maoding.publish.pages.bodies import body_page, of_the_body, of_the_city
from maoding.publish.pages.body_figures import figures_listing, place_shown, shown_figures
from maoding.publish.pages.body_years import answer, year_by_year
from maoding.publish.pages.heading import heading
from maoding.publish.pages.lists import Picked
from maoding.publish.pages.projects import listed, shown_row
from maoding.publish.pages.site import KEPT, Site
from maoding.terms.language import say, spoken

FIRST_PROJECTS = 8  # shown on a body's page; the list has them all


@require_safe
def body(request: HttpRequest, site: Site, city: str, code: str) -> HttpResponse:
    """One body as known on the day: promises year by year, projects, places, figures, relations.

    A project is asked for where it promised something itself: its own page answers.

    Raises:
        Http404: the ledger knows no such body of the city.
    """
    asked = read(site, city, request.GET)
    if any(each.code == code for each in listed(site, asked)):
        return redirect(asked.page("project", code))
    picked, found, everyone = _found(request, site, city, code)
    asked = picked.asked
    back = asked.at(request.path)
    answers = site.answers(site.pack(asked.city), asked.day, asked.rule, asked.about)
    years = year_by_year(site, back, code)
    projects = [each for each in listed(site, asked) if each.body == code]
    context = heading(site, back) | {
        "body": found,
        "level": say(LEVELS.get(found.level, found.level)),
        "answer": answer(found, years[0]),
        "this": years[0],
        "others": years[1:],
        "counted": {state: say(words) for state, words in COUNTED.items()},
        "board_href": lambda **picks: of_the_body("board", asked, code, **picks),
        "parent_href": body_page(asked, found.parent) if found.parent in everyone else "",
        "below": [
            (each.name, body_page(asked, each.code)) for each in everyone.values() if each.parent == code
        ],
        "overlaps": _overlaps(answers, asked, code, everyone),
        "projects": [shown_row(each, back) for each in projects[:FIRST_PROJECTS]],
        "projects_count": len(projects),
        "projects_href": of_the_body("projects", asked, code),
        "ranks": [place_shown(each, answers, back) for each in ranks_of(answers, code)],
        "picked": picked,
        "figures": [shown_figures(each, back) for each in picked.rows],
        "on": picked.on,
    }
    return render(request, "body.html", context)


@require_safe
def body_workbook(request: HttpRequest, site: Site, city: str, code: str) -> HttpResponse:
    """The figures known of a body as a workbook that names its filters."""
    picked, found, _ = _found(request, site, city, code, request.build_absolute_uri("/").rstrip("/"))
    return picked.workbook(say("{body}已知的数", body=found.name))


def _found(
    request: HttpRequest, site: Site, city: str, code: str, host: str = ""
) -> tuple[Picked, Body, dict[str, Body]]:
    """The figures an address picks, the body they are of, and every body of the city by its code."""
    asked = read(site, city, request.GET)
    everyone = {each.code: each for each in of_the_city(site, asked)}
    if code not in everyone:
        raise Http404(say("没有编号为 {code} 的单位。", code=code))
    listing = figures_listing(code, asked, host)
    figures = _figures(chain.last_link(), site, asked.plain, code, spoken.get())
    picked = listing.of(figures, listing.pick(asked, request.GET.dict()))
    return picked, everyone[code], everyone


@lru_cache(maxsize=4 * KEPT)
def _figures(link: str, site: Site, asked: Asked, code: str, language: str) -> list[Figures]:  # noqa: ARG001 - what the cache hangs on
    return latest_figures(site.answers(site.pack(asked.city), asked.day, asked.rule, asked.about), code)


def _overlaps(
    answers: Answers, asked: Asked, code: str, everyone: Mapping[str, Body]
) -> list[dict[str, Any]]:
    """Bodies that are one house or one place with it, in the pack's words, with who says so."""
    return [
        {
            "others": [
                (everyone[one].name, body_page(asked, one))
                for one in each["bodies"]
                if one in everyone and one != code
            ],
            "words": each[spoken.get()],
            "href": asked.source(each["source"]),
        }
        for each in overlaps(answers, code)
    ]
