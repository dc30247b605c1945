"""Board: what is off, by how much, and why? The scoreboard page (双过半看板) and the reason behind each of its rows."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from maoding.decisions import rows_in_words
from maoding.ledger import find
from maoding.publish.asking import Answers
from maoding.publish.documents import sentence
from maoding.publish.pages.asked import Asked, read
from maoding.publish.pages.board_list import STATES, listing_of
from maoding.publish.pages.cells import Line, Number, line
from maoding.publish.pages.clock import clock, past_half
from maoding.publish.pages.deeds import progress
from maoding.publish.pages.heading import city_name, heading
from maoding.publish.pages.lists import Picked
from maoding.publish.pages.past_lights import past_lights
from maoding.publish.pages.reason import beside, steps, ways_out, why
from maoding.publish.pages.replay import changed_lights
from maoding.publish.pages.site import Site
from maoding.publish.pages.templating import Exact
from maoding.publish.pages.year import year
from maoding.publish.reasons import because
from maoding.publish.rules import LightRule
from maoding.publish.same_promise import known_again
from maoding.publish.scoreboard import FIRST, Names, Row, Scoreboard
from maoding.publish.shown import day, published_on, share
from maoding.terms.language import noted, say

COUNTED = {
    "behind": noted("项落后"),
    "overdue": noted("项到期尚无数据"),
    "near": noted("项略低于序时"),
    "late": noted("项逾期完成"),
    "not_judged": noted("项未判"),
    "on_pace": noted("项按期"),
    "no_evidence": noted("项尚无数据"),
}


@require_safe
def board(request: HttpRequest, site: Site, city: str | None = None) -> HttpResponse:
    """Every promise of a city's year as known on a day, what needs a decision first."""
    if site.is_empty:
        return render(request, "empty.html", {"pack": site.pack(city).folder.name})
    asked = read(site, city, request.GET)
    found = site.scoreboard(site.pack(asked.city), asked.day, asked.rule, asked.about)
    rule = site.rules(asked.day)[asked.rule]
    picked = _picked(site, asked, found, rule, request.GET)
    asked = picked.asked
    context = heading(site, asked)
    context |= {
        "board": found,
        "picked": picked,
        "on": lambda day: asked.board(day=day),
        "answer": _answer(context["city"], asked, found),
        "groups": _groups(picked, asked, rule),
        "turned": changed_lights(site, asked),
        "counted": {state: say(words) for state, words in COUNTED.items()},
        "progress": _progress(found, asked),
        "clock": clock(asked.day, asked.year),
        "tasks": past_half(found.rows),
    }
    return render(request, "board.html", context)


def _progress(found: Scoreboard, asked: Asked) -> Number | None:
    """How much of the year the newest figures speak for; the first row of them shows how."""
    if found.months is None:
        return None
    newest = next(row for row in found.rows if (row["due_months"], row["all_months"]) == found.months)
    return Number(share(100 * found.months[0] / found.months[1]), asked.row(newest["promise"]))


@require_safe
def board_workbook(request: HttpRequest, site: Site, city: str) -> HttpResponse:
    """The same promises as a workbook that names its filters."""
    asked = read(site, city, request.GET)
    pack = site.pack(asked.city)
    found = site.scoreboard(pack, asked.day, asked.rule, asked.about)
    rule = site.rules(asked.day)[asked.rule]
    picked = _picked(site, asked, found, rule, request.GET, request.build_absolute_uri("/").rstrip("/"))
    title = say("{city} {year}年目标", city=city_name(pack), year=asked.year)
    return picked.workbook(title, say("规则：{rule}", rule=rule.title))


def _picked(
    site: Site, asked: Asked, found: Scoreboard, rule: LightRule, said: Mapping[str, str], host: str = ""
) -> Picked:
    """The promises an address picks."""
    listing = listing_of(
        asked, rule, Names(site.answers(site.pack(asked.city), asked.day, asked.rule, asked.about)), host
    )
    return listing.of(found.rows, listing.pick(asked, said))


@require_safe
def row(request: HttpRequest, site: Site, city: str, promise: str) -> HttpResponse:
    """One promise's reason; htmx asks for it to open a row in place, a link for a page of its own.

    Raises:
        Http404: no such promise was known on the day.
    """
    asked = read(site, city, request.GET)
    pack = site.pack(asked.city)
    rule = site.rules(asked.day)[asked.rule]
    rows = site.scoreboard(pack, asked.day, asked.rule, asked.about).rows
    answers = site.answers(pack, asked.day, asked.rule, asked.about)
    found = _row_of(rows, promise, answers)
    if found is None:
        raise Http404(say("截至 {day} 没有编号为 {id} 的承诺。", day=day(asked.day), id=promise))
    in_place = request.headers.get("HX-Request") == "true"
    asked = asked.at(*_opened_on(request, asked, found["promise"]) if in_place else (request.path,))
    told = line(found, asked, rule)
    context = heading(site, asked) | {
        "line": told,
        "row": found,
        "steps": steps(found, told, asked),
        "because": because(found, rule, asked.day),
        "rule_line": rows_in_words(rule.table)[found["rule_row"] - 1] if found["rule_row"] else "",
        "deeds": progress(found["promise"], answers, asked) if found["measure"] == "deed" else [],
        "ways_out": ways_out(found, rule, asked),
        "beside": beside(found, asked),
        "year": year(found, answers, asked),
        "sentences": _sentences(found, asked, site),
        "said_on": published_on(found["published_at"], found["published_precision"]),
        "past": past_lights(site, asked, found, answers),
        "on": lambda day: asked.on(day).at("").row(promise),
    }
    return render(request, "reason.html" if in_place else "row.html", context)


def _row_of(rows: list[Row], promise: str, answers: Answers) -> Row | None:
    """The row of a promise: under its own entry, or under the one that stands for it on the day."""
    found = next((row for row in rows if row["promise"] == promise), None)
    said = find.entries(promise) if found is None else []
    return known_again(rows, said[0], answers.rows("plans")) if said else found


def _opened_on(request: HttpRequest, asked: Asked, promise: str) -> tuple[str, str]:
    """The page in whose list a row is opened, and the row's place on it."""
    path = urlsplit(request.headers.get("HX-Current-URL", "")).path
    board = asked.from_row(promise).came.partition("#")[0]
    return path if path not in ("", "/") else board, f"row-{promise}"


def _answer(city: str, asked: Asked, found: Scoreboard) -> str:
    """The page's title: who is behind, in one line."""
    year, counts = asked.year, found.counts
    if not found.rows:
        return say("{city} {year}年目标", city=city, year=year)
    if counts["behind"] + counts["near"] == 0:
        return say(
            "{city} {year}年目标：没有落后的，{on_pace} 项按期",
            city=city,
            year=year,
            on_pace=counts["on_pace"],
        )
    if counts["near"] == 0:
        return say("{city} {year}年目标：{behind} 项落后", city=city, year=year, behind=counts["behind"])
    return say("{city} {year}年目标：{behind} 项落后，{near} 项略低于序时", city=city, year=year, **counts)


def _groups(picked: Picked, asked: Asked, rule: LightRule) -> list[tuple[str, str, list[Line]]]:
    """Rows of the page by state, what needs a decision first; in another order all in one group."""
    lines = [replace(line(row, asked, rule), why=why(row, rule, asked)) for row in picked.rows]
    if asked.pick("sort"):
        return [("", "", lines)] if lines else []
    groups = [(state, say(STATES[state]), [each for each in lines if each.state == state]) for state in FIRST]
    return [group for group in groups if group[2]]


def _sentences(row: Row, asked: Asked, site: Site) -> list[dict[str, str]]:
    """The words promise and figure were taken from; where the document is not at hand, only who said it and when."""
    told: dict[tuple[Any, ...], dict[str, str]] = {}
    for name in (row["promise"], row["figure"]):
        for entry in find.entries(name) if name else []:
            source = find.source(entry.source)
            at = (
                entry.source,
                entry.place.get("start"),
                entry.place.get("row") if "start" not in entry.place else "",
            )
            told.setdefault(
                at,
                {
                    "words": Exact(sentence(entry.place, site.shared) or ""),
                    "publisher": source.body["publisher"] if source else "",
                    "title": source.body["title"] if source else entry.source,
                    "published": published_on(*source.body["published"]) if source else "",
                    "href": asked.source(entry.source, entry.id),
                },
            )
    return list(told.values())
