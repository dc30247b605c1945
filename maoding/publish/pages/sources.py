"""Sources: what was taken from here, and from which words? The source page (出处) and the way of one entry to it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from maoding.ledger import find
from maoding.ledger.find import Found
from maoding.publish.documents import document
from maoding.publish.known_sources import GROUPS, shown_address
from maoding.publish.pages.asked import Asked, read
from maoding.publish.pages.forms import Form, form, forms
from maoding.publish.pages.marked import Paragraph, paragraphs
from maoding.publish.pages.site import Site
from maoding.publish.pages.standing import Remark, remarks
from maoding.publish.scoreboard import Names
from maoding.publish.shown import published_on
from maoding.publish.why import why
from maoding.terms.language import noted, say

MARKS = {
    "promise": noted("承诺"),
    "result": noted("实绩"),
    "expectation": noted("预期"),
    "event": noted("事件"),
}


@require_safe
def source(request: HttpRequest, site: Site, code: str) -> HttpResponse:
    """A source: who published it and when, everything taken from it, and its text where the reader has it.

    Raises:
        Http404: the ledger knows no such source.
    """
    found = find.source(code)
    if found is None:
        raise Http404(say("台账里没有编号为 {code} 的出处。", code=code))
    asked = read(site, request.GET.get("city"), request.GET)
    taken = find.said_by(code)
    names = Names(site.answers(site.pack(asked.city), asked.day, asked.rule, asked.about))
    minded = remarks(taken, names, asked)
    text, place = _text(taken, site)
    placed = [each for each in taken if text and "start" in each.place]
    beside = {each.id for each in placed}
    listed = [each for each in taken if each.id not in beside]
    context = {
        "asked": asked,
        "way_back": asked.way_back(),
        "head": found.body,
        "address": shown_address(found.body),
        "published": published_on(*found.body["published"]),
        "place": place,
        "sha256": found.body["sha256"] or place.get("sha256", ""),
        "passages": [(each, _of(each, placed, names, asked)) for each in paragraphs(text, placed)],
        "remarked": lambda form: _remarked(form, minded),
        "marks": {mark: say(word) for mark, word in MARKS.items()},
        "groups": _groups(listed, names, asked),
        "count": len(taken),
    }
    return render(request, "source.html", context)


@require_safe
def entry(request: HttpRequest, site: Site, name: str) -> HttpResponse:
    """The way from one entry to its source, step by step.

    Raises:
        Http404: the ledger knows no such entry.
    """
    asked = read(site, request.GET.get("city"), request.GET)
    names = Names(site.answers(site.pack(asked.city), asked.day, asked.rule, asked.about))
    steps = why(name, site.shared, names)
    if not steps:
        raise Http404(say("台账里没有 {id}。", id=name))
    told, found = [], find.entries(name)
    minded = remarks(found, names, asked)
    for each in found:
        origin = find.source(each.source)
        told.append(
            {
                "form": form(each, names, asked),
                "record": each.record,
                "remarks": minded.get(each.id, []),
                "published": published_on(*each.body["published"]),
                "step": next(step for step in steps if step["id"] == each.id),
                "source": origin.body if origin else {},
                "href": asked.source(each.source, each.id),
            }
        )
    return render(
        request, "why.html", {"asked": asked, "name": name, "told": told, "way_back": asked.way_back()}
    )


def _text(taken: list[Found], site: Site) -> tuple[str, dict[str, Any]]:
    """Text of the document the entries name, and its place; no text where the reader does not have that very file."""
    place = next((each.place for each in taken if each.place.get("document")), {})
    return (document(place, site.shared) or "" if place else ""), place


def _of(paragraph: Paragraph, placed: list[Found], names: Names, asked: Asked) -> list[Form]:
    """Forms of the entries whose words begin in a paragraph."""
    return forms([each for each in placed if each.id in paragraph.starts], names, asked)


def _remarked(form: Form, minded: dict[str, list[Remark]]) -> list[Remark]:
    """What is to be minded of a form's entries; of several that say the same one is enough."""
    found = {(each.mark, each.words): each for name in form.ids for each in minded.get(name, [])}
    return list(found.values())


def _groups(listed: list[Found], names: Names, asked: Asked) -> list[tuple[str, list[Form]]]:
    """What stands beside no text, by kind."""
    groups = [
        (say(name), forms([each for each in listed if each.kind in kinds], names, asked))
        for kinds, name in GROUPS.values()
    ]
    return [group for group in groups if group[1]]
