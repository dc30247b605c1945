"""Between: what was newly said between two days, and which words of the same thing did it replace?"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from maoding.ledger.find import CHUNK, Found, as_found
from maoding.ledger.models import Span
from maoding.terms.viewer import Viewer

KINDS = "crexbu"  # what is said; a source is where, and says nothing of its own
ABOUT_A_BODY = "crex"


@dataclass(frozen=True)
class News:
    """An entry that became known between two days, the day it did, and the day from which it no longer held.

    `before` is what held of the same fact on the earlier day and no longer does on the later one: most often nothing
    or one entry, several where sources contradicted each other.
    """

    entry: Found
    known_from: dt.date
    known_to: dt.date
    before: tuple[Found, ...]


def said_between(since: dt.date, day: dt.date, viewer: Viewer) -> list[News]:
    """What a viewer could know on a day and not yet on an earlier one, in the order in which it became known."""
    spans = Span.objects.filter(kind__in=KINDS, known_from__gt=since, known_from__lte=day)
    ordered = spans.select_related("entry").order_by("known_from", "entry__act_id", "entry__place_in_act")
    found = [span for span in ordered if _may_see(viewer, span)]
    before = _replaced({(span.kind, span.entry.fact) for span in found}, since, day)
    return [
        News(
            as_found(span.entry),
            span.known_from,
            span.known_to,
            tuple(before.get((span.kind, span.entry.fact), ())),
        )
        for span in found
    ]


def _may_see(viewer: Viewer, span: Span) -> bool:
    """Whether the viewer may know what was said of the body; words that all figures are told in are everyone's."""
    if viewer.bodies is None or span.kind not in ABOUT_A_BODY:
        return True
    return as_found(span.entry).body["subject"] in viewer.bodies


def _replaced(
    facts: Iterable[tuple[str, str]], since: dt.date, day: dt.date
) -> dict[tuple[str, str], list[Found]]:
    """By kind and fact what held on the earlier day and no longer on the later one."""
    ended = Span.objects.filter(known_from__lte=since, known_to__gt=since, known_to__lte=day)
    found: dict[tuple[str, str], list[Found]] = {}
    named = sorted({fact for _, fact in facts})
    for start in range(0, len(named), CHUNK):
        of_these = ended.filter(entry__fact__in=named[start : start + CHUNK])
        for span in of_these.select_related("entry").order_by("known_from", "entry_id"):
            found.setdefault((span.kind, span.entry.fact), []).append(as_found(span.entry))
    return found
