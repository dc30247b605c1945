"""Indicator: who promised it, and what was published of it? The page of one indicator and its figures' workbook."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from maoding.ledger import chain
from maoding.publish.asking import Answers
from maoding.publish.bases import Base, bases
from maoding.publish.indicators import (
    DIRECTIONS,
    FREQUENCIES,
    KINDS,
    Known,
    Scope,
    latest_of,
    scale_of,
    scope_of,
)
from maoding.publish.pages.asked import Asked, read
from maoding.publish.pages.cells import Line, Number, line
from maoding.publish.pages.course import Course, bodies_with_levels, course
from maoding.publish.pages.figure_list import Shown as Figure
from maoding.publish.pages.figure_list import figure_listing, shown_figure
from maoding.publish.pages.figures import figure
from maoding.publish.pages.heading import heading
from maoding.publish.pages.indicators import in_words, listed
from maoding.publish.pages.lists import Picked
from maoding.publish.pages.site import KEPT, Site
from maoding.publish.pages.totals import added_up, based, broken_down, held
from maoding.publish.rules import LightRule
from maoding.publish.scoreboard import Names
from maoding.publish.shares import Share, shares
from maoding.publish.shown import period
from maoding.publish.vintages import Vintage, vintages
from maoding.publish.wholes import Breakdown, Sum, breakdowns, sums
from maoding.terms.language import noted, say, spoken

Row = dict[str, Any]
SEVERAL = 2
WHOSE = {True: noted("{body} {period}为"), False: noted("{body} {period}同比")}  # by whether a level is known
PROMISED = {0: noted("没有单位承诺"), 1: noted("1 家承诺"), SEVERAL: noted("{n} 家承诺")}


@dataclass(frozen=True)
class Findings:
    """All that is known and worked out of one indicator, whatever a reader picks of it."""

    known: Known
    scope: Scope
    vintages: list[Vintage]
    breakdowns: list[Breakdown]
    bases: list[Base]
    sums: list[Sum]
    shares: list[Share]
    drawn: list[str]


@dataclass(frozen=True)
class Answer:
    """The page's title in parts: what is promised, and a body's latest figure with its growth; `whose` and of when."""

    promised: str
    whose: str
    level: Number | None
    growth: Number | None
    remark: str

    def text(self, name: str) -> str:
        """The same as one line."""
        numbers = [each.text + each.unit for each in (self.level, self.growth) if each]
        told = " ".join(filter(None, (self.whose, *numbers, self.remark)))
        return say("{name}：{promised}，{told}", name=name, promised=self.promised, told=told)


@require_safe
def indicator(request: HttpRequest, site: Site, city: str, code: str) -> HttpResponse:
    """One indicator as known on the day.

    Raises:
        Http404: neither the city's catalogue nor the ledger knows such an indicator.
    """
    asked = read(site, city, request.GET.dict())
    pack = site.pack(asked.city)
    answers = site.answers(pack, asked.day, asked.rule, asked.about)
    found, names = _found(answers, code), Names(answers)
    picked = _picked(request, answers, found, names, asked)
    asked = picked.asked.at(request.path)
    scale = scale_of(found.known.unit, asked.unit)
    rows = _promises(site.scoreboard(pack, asked.day, asked.rule, asked.about).rows, found)
    answer = _answer(answers, found, rows, asked, names)
    context = heading(site, picked.asked) | {
        "picked": picked,
        "known": found.known,
        "answer": answer,
        "title": answer.text(found.known.name),
        "nature": [in_words(KINDS, found.known.kind), in_words(FREQUENCIES, found.known.frequency)],
        "direction": in_words(DIRECTIONS, found.known.direction),
        "lines": _lines(rows, asked, site.rules(asked.day)[asked.rule]),
        "unsummed": _unsummed(rows, found, names),
        "course": _course(answers, found, rows, asked, scale),
        "drawn": [(body, names.subject(body), picked.href(body=body)) for body in found.drawn],
        "groups": _groups(picked, found, names, _sources(answers), asked),
        **_worked_out(found, names, asked, scale),
    }
    return render(request, "indicator.html", context)


@require_safe
def indicator_workbook(request: HttpRequest, site: Site, city: str, code: str) -> HttpResponse:
    """The indicator's published figures, all vintages of them, as a workbook that names its filters."""
    asked = read(site, city, request.GET.dict())
    answers = site.answers(site.pack(asked.city), asked.day, asked.rule, asked.about)
    found, host = _found(answers, code), request.build_absolute_uri("/").rstrip("/")
    picked = _picked(request, answers, found, Names(answers), asked, host)
    return picked.workbook(say("{name}：公布过的数", name=found.known.name))


def _found(answers: Answers, code: str) -> Findings:
    return _kept(chain.last_link(), answers, code, spoken.get())


@lru_cache(maxsize=4 * KEPT)
def _kept(link: str, answers: Answers, code: str, language: str) -> Findings:  # noqa: ARG001 - what the cache hangs on
    known, scope = _known(answers, code), scope_of(answers)
    return Findings(
        known=known,
        scope=scope,
        vintages=vintages(answers, code, scope, known.frequency),
        breakdowns=breakdowns(answers, code),
        bases=bases(answers, code, scope),
        sums=sums(answers, code, scope),
        shares=shares(answers, code, scope),
        drawn=bodies_with_levels(answers, code, scope),
    )


def _known(answers: Answers, code: str) -> Known:
    """What is known of an indicator; of one in the catalogue at least what it is."""
    found = next((each for each in listed(answers) if each.code == code), None)
    if found:
        return found
    said = next((row for row in answers.rows("indicators") if row["code"] == code), None)
    if said is None:
        raise Http404(say("没有编号为 {code} 的指标。", code=code))
    named = {key: said[key] for key in ("unit", "kind", "frequency", "direction")}
    name = Names(answers).indicators[code]
    return Known(
        code,
        name,
        name,
        **named,
        promised=(),
        implied=False,
        reported=(),
        ours_reported=False,
        figures=0,
        latest=None,
    )


def _picked(
    request: HttpRequest, answers: Answers, found: Findings, names: Names, asked: Asked, host: str = ""
) -> Picked:
    scale = scale_of(found.known.unit, asked.unit)
    listing = figure_listing(found.known.code, names, _sources(answers), asked.at(request.path), scale, host)
    return listing.of(found.vintages, listing.pick(asked, request.GET.dict()))


def _sources(answers: Answers) -> dict[str, Row]:
    return {row["code"]: row for row in answers.rows("sources")}


def _promises(rows: Sequence[Row], found: Findings) -> list[Row]:
    """The indicator's rows of the scoreboard, the city's first."""
    code, scope = found.known.code, found.scope
    ours = [row for row in rows if code in (row["indicator"], row["evidence_indicator"])]
    return sorted(
        ours, key=lambda row: (scope.place(row["subject"]), row["measure"] != "level", row["promise"])
    )


def _lines(rows: Sequence[Row], asked: Asked, rule: LightRule) -> list[Line]:
    return [line(row, asked, rule) for row in rows]


def _unsummed(rows: Sequence[Row], found: Findings, names: Names) -> str:
    """Why the promises of several bodies have no sum, where they have none."""
    bodies = dict.fromkeys(row["subject"] for row in rows)
    if found.breakdowns or len(bodies) < SEVERAL:
        return ""
    whose = dict.fromkeys(names.subject(row["subject"]) for row in rows if row["measure"] == "level")
    if not whose:
        return say("承诺的都是增幅：增幅不能相加，没有合计。")
    return say("承诺数额的有{names}，没有上下级可以相加对照；增幅不能相加。", names=say("、").join(whose))


def _answer(answers: Answers, found: Findings, rows: Sequence[Row], asked: Asked, names: Names) -> Answer:
    """The title: how many promised, and the latest of the city; where it has none, of the first that promised."""
    known, root = found.known, found.scope.root
    bodies = list(dict.fromkeys(row["subject"] for row in rows))
    promised = PROMISED.get(len(bodies), PROMISED[SEVERAL])
    if bodies and all(row["inferred_plan"] for row in rows):
        promised = noted("没有明文承诺，计划由完成率反推")
    told = ((body, last) for body in (root, *bodies) if (last := latest_of(answers, known.code, body)))
    body, last = next(told, (root, None))
    if last is None:
        return Answer(
            say(promised, n=len(bodies)), "", None, None, say("{body}尚无数据", body=names.subject(root))
        )
    scale = scale_of(known.unit, asked.unit)
    silent = say("{year}年尚无数据", year=asked.year) if last.end.year < asked.year else ""
    return Answer(
        promised=say(promised, n=len(bodies)),
        whose=say(
            WHOSE[last.level is not None], body=names.subject(body), period=period(last.start, last.end)
        ),
        level=figure(last.level, asked, scale),
        growth=figure(last.growth, asked, scale),
        remark=silent or (say("期末前公布") if last.early else ""),
    )


def _course(
    answers: Answers, found: Findings, rows: Sequence[Row], asked: Asked, scale: str
) -> Course | None:
    """The year of the body picked, else of the first of the city's own that has figures; none where nobody has."""
    ours = (body for body in found.drawn if body in found.scope.ours)
    body = asked.pick("body") if asked.pick("body") in found.drawn else next(ours, found.scope.root)
    return course(answers, found.known, body, rows, asked, scale) if found.drawn else None


def _groups(
    picked: Picked, found: Findings, names: Names, sources: dict[str, Row], asked: Asked
) -> list[tuple[str, str, list[Figure]]]:
    """Figures of the page by body, with the address of its page; in another order all in one group."""
    scale = scale_of(found.known.unit, asked.unit)
    groups: dict[str, list[Figure]] = {}
    for each in picked.rows:
        subject = "" if asked.pick("sort") else each.said["subject"]
        groups.setdefault(subject, []).append(shown_figure(each, names, sources, asked, scale))
    return [
        (names.subject(subject) if subject else "", _page_of(subject, found.scope, names, asked), rows)
        for subject, rows in groups.items()
    ]


def _page_of(subject: str, scope: Scope, names: Names, asked: Asked) -> str:
    """Address of the page of one of the city's own bodies or projects; other places have none."""
    if subject not in scope.ours:
        return ""
    return asked.page("project" if names.level(subject) == "project" else "body", subject)


def _worked_out(found: Findings, names: Names, asked: Asked, scale: str) -> dict[str, Any]:
    """What is added, divided and held against one another; nothing of it was published so."""
    code = found.known.code
    return {
        "breakdowns": [broken_down(each, names, asked, scale) for each in found.breakdowns],
        "bases": [based(each, names, asked, scale) for each in found.bases],
        "sums": [added_up(each, names, asked, scale) for each in found.sums],
        "shares": [held(each, code, names, asked, scale) for each in found.shares],
    }
