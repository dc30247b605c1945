"""Rules: what does a light rule say, in whose words, and what would it do?"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from maoding.decisions.syntax import NUMBER
from maoding.publish.pages import rule_text
from maoding.publish.pages.asked import read
from maoding.publish.pages.cells import Light, drawn
from maoding.publish.pages.heading import heading, said_of
from maoding.publish.pages.replay import replay
from maoding.publish.pages.site import Site
from maoding.publish.rules import LightRule
from maoding.publish.shown import published_on
from maoding.terms.language import say, spoken

LETTERS = {"year": len("2021"), "month": len("2021-06")}


@require_safe
def rule(request: HttpRequest, site: Site, name: str) -> HttpResponse:
    """One rule: its words, table, holes, boundary cases, and what it would make of a city's promises.

    Raises:
        Http404: no such rule is known.
    """
    asked = read(site, request.GET.get("city"), request.GET).at(request.path)
    published = site.published(asked.day)
    if name not in published:
        raise Http404(say("没有名为 {rule} 的规则。现有：{names}", rule=name, names="、".join(published)))
    found = published[name]
    askable = site.rules(asked.day)
    context = heading(site, asked) | {
        "action": request.path,
        "on": lambda day: asked.on(day).rule_page(name),
        "rule": found,
        "said": said_of(found),
        "since": _since(found),
        "lines": rule_text.lines(found),
        "heads": rule_text.heads(found),
        "inputs": [
            (found.label(each), asked_for.kind == NUMBER, asked_for.unit)
            for each, asked_for in found.table.inputs.items()
        ],
        "lights": rule_text.lights(found),
        "cases": rule_text.cases(found),
        "readings": rule_text.readings(found),
        "hole": _hole(found),
        "caveats": [each[spoken.get()] for each in found.said.get("caveats", [])],
        "scope": _told(found, "scope"),
        "consequence": _told(found, "consequence"),
        "replay": replay(site, asked, name) if name in askable else None,
        "lacking": say("、").join(found.label(each) for each in site.unknown_facts(found)),
    }
    return render(request, "rule.html", context)


def _since(rule: LightRule) -> str:
    """The first day a rule was in force, as exactly as its source says."""
    since, precision = str(rule.said["since"]), rule.said["since_precision"]
    told = published_on(since[: LETTERS.get(precision, len(since))], precision)
    return say("不早于 {day}", day=told) if precision == "not_before" else told


def _told(rule: LightRule, part: str) -> str:
    told = rule.said.get(part)
    return str(told[spoken.get()]) if isinstance(told, dict) else ""


def _hole(rule: LightRule) -> dict[str, str | Light] | None:
    """What the published rule leaves open, and the light assumed there."""
    gap = rule.said.get("gap")
    if not gap:
        return None
    return {"where": gap["where"][spoken.get()], "assumed": drawn(gap["assumed"], rule)}
