"""Course: what was said of a few bodies, and which of it held on each of many days?

One reading of the ledger for any number of days; `known` reads everything for one.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl
from django.db.models import F, Q

from maoding.ledger.known import KINDS, WITH_VINTAGES, as_frame
from maoding.ledger.models import Span
from maoding.terms.viewer import Viewer

TABLES = ("commitments", "readings", "exemptions")
Said = tuple[str, dt.date, dt.date, str]


@dataclass(frozen=True)
class Course:
    """What was said by a last day, table by table: id, the days from and to which it held, body."""

    said: dict[str, list[Said]]
    last: dt.date

    def ever(self, name: str) -> pl.DataFrame:
        """Everything said by the last day, whether or not it was said otherwise since; columns as `known`."""
        return as_frame(self.said[name], KINDS[name], self.last)

    def on(self, day: dt.date) -> dict[str, pl.DataFrame]:
        """The tables as known on a day, as `known` gives them."""
        return {name: as_frame(self._held(name, day), KINDS[name], day) for name in TABLES}

    def _held(self, name: str, day: dt.date) -> list[Said]:
        vintages = name in WITH_VINTAGES
        return [row for row in self.said[name] if row[1] <= day and (vintages or row[2] > day)]


def course(subjects: Iterable[str], last: dt.date, viewer: Viewer) -> Course:
    """What a viewer could know by a day of some bodies: their promises, figures and legitimate reasons."""
    seen = [code for code in subjects if viewer.bodies is None or code in viewer.bodies]
    about = Q(pk__in=[])
    for code in seen:
        about |= Q(entry__fact__startswith=f"{code}|")
    spans = Span.objects.filter(about, known_from__lte=last)
    ordered = spans.order_by("entry__act_id", "entry__place_in_act")
    said = {
        name: list(
            ordered.filter(kind=KINDS[name].letter).values_list(
                "entry_id", "known_from", F("known_to"), "entry__body"
            )
        )
        for name in TABLES
    }
    return Course(said, last)
