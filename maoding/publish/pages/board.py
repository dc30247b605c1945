"""Board: what is off, by how much, and why? The scoreboard page (双过半看板) and the reason behind each of its rows."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from maoding.decisions import rows_in_words
from maoding.ledger import find
from maoding.publish.documents import sentence
from maoding.publish.pages.asked import SCALES, Asked, read
from maoding.publish.pages.cells import Line, line
from maoding.publish.pages.deeds import progress
from maoding.publish.pages.reason import beside, steps, ways_out
from maoding.publish.pages.site import Site
from maoding.publish.pages.templating import Exact
from maoding.publish.pages.year import year
from maoding.publish.reasons import because
from maoding.publish.rules import LightRule
from maoding.publish.scoreboard import FIRST, Row, Scoreboard
from maoding.publish.shown import day, published_on, reader_unit, share
from maoding.publish.words import RELIABILITY
from maoding.terms.language import noted, say, spoken

STATES = {
    "behind": noted("落后"),
    "near": noted("略低于序时"),
    "not_judged": noted("未判"),
    "on_pace": noted("按期"),
    "no_evidence": noted("尚无数据"),
}
COUNTED = {
    "behind": noted("项落后"),
    "near": noted("项略低于序时"),
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
    pack = site.pack(asked.city)
    found = site.scoreboard(pack, asked.day, asked.rule, asked.about)
    rule = site.rules(asked.day)[asked.rule]
    context = _heading(site, asked)
    context |= {
        "board": found,
        "answer": _answer(context["city"], asked, found),
        "groups": _groups(found, asked, rule),
        "counted": {state: say(words) for state, words in COUNTED.items()},
        "bodies": sorted({(row["subject"], row["subject_name"]) for row in found.rows}),
        "progress": share(100 * found.months[0] / found.months[1]) if found.months else "",
    }
    return render(request, "board.html", context)


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
    found = next((each for each in rows if each["promise"] == promise), None)
    if found is None:
        raise Http404(say("截至 {day} 没有编号为 {id} 的承诺。", day=day(asked.day), id=promise))
    told = line(found, asked, rule)
    answers = site.answers(pack, asked.day, asked.rule, asked.about)
    context = _heading(site, asked) | {
        "line": told,
        "row": found,
        "steps": steps(found, told, asked),
        "because": because(found, rule, asked.day),
        "rule_line": rows_in_words(rule.table)[found["rule_row"] - 1] if found["rule_row"] else "",
        "deeds": progress(promise, answers, asked) if found["measure"] == "deed" else [],
        "ways_out": ways_out(found, rule, asked),
        "beside": beside(found, asked),
        "year": year(found, answers, asked),
        "sentences": _sentences(found, asked, site),
        "said_on": published_on(found["published_at"], found["published_precision"]),
    }
    in_place = request.headers.get("HX-Request") == "true"
    return render(request, "reason.html" if in_place else "row.html", context)


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


def _heading(site: Site, asked: Asked) -> dict[str, Any]:
    """What stands above every page about one city, day and rule."""
    city = site.pack(asked.city).city
    rules = site.rules(asked.day)
    rule = rules[asked.rule]
    return {
        "asked": asked,
        "city": city["name_en" if spoken.get() == "en" else "name_zh"],
        "day": day(asked.day),
        "days": {name: (each, day(each)) for name, each in asked.days().items() if each <= site.today()},
        "today": site.today(),
        "years": site.years(site.pack(asked.city), asked.day),
        "rule": rule,
        "rules": rules,
        "rule_said": _said_of(rule),
        "borrowed": _borrowed(city, asked.rule),
        "scales": {scale: say(reader_unit(scale, scale)) for scale in SCALES},
        "unit": say(reader_unit("亿元", asked.unit)),
    }


def _borrowed(city: dict[str, Any], rule: str) -> str:
    """What the pack says of using another city's rule; nothing where the rule is the city's own."""
    if "default_rule_note" not in city:
        return ""
    if rule == city["default_rule"]:
        return str(city["default_rule_note"][spoken.get()])
    return say("这是别处公布的规则，借用作演示，不是考核结果。")


def _said_of(rule: LightRule) -> dict[str, str]:
    """Who published a rule, where, when, and how reliable the copy read is."""
    source = rule.source
    return {
        "publisher": source["publisher"],
        "document": source["document"],
        "published": published_on(source["published"]["at"], source["published"]["precision"]),
        "reliability": say(RELIABILITY[source["reliability"]]),
    }


def _groups(found: Scoreboard, asked: Asked, rule: LightRule) -> list[tuple[str, str, list[Line]]]:
    """Rows that are asked for, by state, what needs a decision first."""
    wanted = [row for row in found.rows if _is_wanted(row, asked)]
    lines = [line(row, asked, rule) for row in wanted]
    groups = [(state, say(STATES[state]), [each for each in lines if each.state == state]) for state in FIRST]
    return [group for group in groups if group[2]]


def _is_wanted(row: Row, asked: Asked) -> bool:
    named = f"{row['subject_name']} {row['indicator_name']} {row['indicator']} {row['record']}".casefold()
    return (
        asked.state in ("", row["state"])
        and asked.body in ("", row["subject"])
        and all(part in named for part in asked.name.casefold().split())
    )


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
                    "href": asked.source(entry.source, entry.id, row["promise"]),
                },
            )
    return list(told.values())
