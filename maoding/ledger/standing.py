"""Standing: does what an entry says hold on a day, what came after it, and what else is said of the same thing?"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from maoding.ledger.find import CHUNK, Found, as_found
from maoding.ledger.models import Entry, Span

SAYS = ("number", "unit", "detail", "on")


@dataclass(frozen=True)
class Standing:
    """From which day an entry is known, from which it no longer holds, and what is said of the same fact.

    `after` took its place by the day asked; `beside` holds on the day and says otherwise. Both are empty for an entry
    that is not known yet. `dated` is false where no publication but only recording tells since when it is known.
    """

    known_from: dt.date
    known_to: dt.date
    dated: bool
    after: tuple[Found, ...]
    beside: tuple[Found, ...]


def standings(found: Iterable[Found], day: dt.date) -> dict[str, Standing]:
    """How each of some entries stands on a day, by id."""
    asked = {each.id for each in found}
    by_fact: dict[tuple[str, str], list[Span]] = {}
    for span in _spans(asked):
        by_fact.setdefault((span.kind, span.entry.fact), []).append(span)
    return {
        span.entry_id: _standing(span, spans, day)
        for spans in by_fact.values()
        for span in spans
        if span.entry_id in asked
    }


def _spans(names: set[str]) -> Iterable[Span]:
    """Ranges of the entries and of all others that are about the same facts, in the order they were recorded."""
    facts = sorted(set(_in_parts(names)))
    for start in range(0, len(facts), CHUNK):
        spans = Span.objects.filter(entry__fact__in=facts[start : start + CHUNK]).select_related("entry")
        yield from spans.order_by("known_from", "entry__act_id", "entry__place_in_act")


def _in_parts(names: set[str]) -> Iterable[str]:
    ordered = sorted(names)
    for start in range(0, len(ordered), CHUNK):
        some = Entry.objects.filter(id__in=ordered[start : start + CHUNK])
        yield from some.values_list("fact", flat=True)


def _standing(span: Span, of_the_fact: list[Span], day: dt.date) -> Standing:
    said, known = as_found(span.entry), [other for other in of_the_fact if other.known_from <= day]
    after = [other for other in known if span.known_from < other.known_from == span.known_to]
    holds = span.known_from <= day < span.known_to
    beside = [as_found(other.entry) for other in known if holds and other.known_to > day]
    return Standing(
        known_from=span.known_from,
        known_to=span.known_to,
        dated=span.entry.ordered,
        after=tuple(as_found(other.entry) for other in after),
        beside=tuple(each for each in beside if _says(each) != _says(said)),
    )


def _says(found: Found) -> tuple[str, ...]:
    return tuple(str(found.body.get(name, "")) for name in SAYS)
