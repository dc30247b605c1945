"""Taken: which sources are known by a day, how much was taken from each by then, and from which document?"""

import datetime as dt
import json
from typing import Any

from django.db.models import Count, Min

from maoding.ledger.find import KIND_NAMES
from maoding.ledger.models import Entry, Span


def taken(day: dt.date) -> dict[str, dict[str, int]]:
    """How many entries of each kind were known by a day of every source known by then, by the source's code.

    Later vintages count beside earlier ones; the source's own description does not count, so that a source nothing
    was taken from has no numbers at all.
    """
    spans = Span.objects.filter(known_from__lte=day).values_list("entry__source", "kind")
    found: dict[str, dict[str, int]] = {}
    for source, kind, count in spans.annotate(count=Count("pk")).order_by("entry__source", "kind"):
        counts = found.setdefault(source, {})
        if KIND_NAMES[kind] != "source":
            counts[KIND_NAMES[kind]] = count
    return found


def first_days() -> dict[str, dt.date]:
    """The first day on which something of each source is known, be it only that there is such a source."""
    return dict(Span.objects.values_list("entry__source").annotate(first=Min("known_from")).order_by())


def documents() -> dict[str, dict[str, Any]]:
    """A place in the document each source was read from (``document``, ``sha256``), where its entries name one."""
    places = Entry.objects.filter(place__contains='"document":').order_by("-act_id", "-place_in_act")
    return {source: json.loads(place) for source, place in places.values_list("source", "place")}
