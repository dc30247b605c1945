"""Vintages: which figure speaks for a fact as known?

One order for all who ask: a dated figure before one whose date is only inferred or unknown, then the last published,
then the nearest to final (快报 … 更正), and last the smallest id, so that the answer is the same on every engine. Only
stated dates put figures in order (contracts §1).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import narwhals as nw

from maoding.judge.days import number_of
from maoding.judge.finding import finding
from maoding.terms.columns import FACT
from maoding.terms.published import DATED
from maoding.terms.words import release_order

BY_SOURCE = ("source", *FACT)


@dataclass(frozen=True)
class Named:
    """Columns that say when a figure was published, how exactly, as which release, and which entry it is.

    `release` is empty where there are none: promises have no releases.
    """

    id: str = "id"
    known_from: str = "known_from"
    precision: str = "published_precision"
    release: str = "release"


AS_SAID = Named()
PROMISES = Named(release="")


def foremost(rows, per: Sequence[str], named: Named = AS_SAID):
    """Rows that come first by date and release among those alike in the columns `per`: several where they tie."""
    for place in _places(named):
        rows = rows.with_columns(place=place)
        rows = rows.filter(nw.col("place") == nw.col("place").max().over(*per))
    return rows.drop("place")


def speaking(rows, per: Sequence[str], named: Named = AS_SAID):
    """The one row that speaks among those alike in the columns `per`: of the foremost, the one with the smallest id."""
    rows = foremost(rows, per, named)
    return rows.filter(nw.col(named.id) == nw.col(named.id).min().over(*per))


def _places(named: Named) -> list[nw.Expr]:
    is_dated = nw.col(named.precision).is_in(DATED)
    dated = is_dated.cast(nw.Int64)
    day = nw.when(is_dated).then(number_of(nw.col(named.known_from))).otherwise(0)
    return [dated, day, _nearness(nw.col(named.release))] if named.release else [dated, day]


def _nearness(release: nw.Expr) -> nw.Expr:
    """Place of a release from first estimate to last correction; a word no list knows comes before all."""
    place = nw.when(release == release_order()[0]).then(1)
    for number, word in enumerate(release_order()[1:], 2):
        place = place.when(release == word).then(number)
    return place.otherwise(0).cast(nw.Int64)


@finding
def figures(amounts):
    """One current figure (实绩) a fact, whoever published it. Columns as `amounts`.

    Others that differ are shown by the finding `contradictions`.
    """
    return speaking(amounts.filter(nw.col("current"), ~nw.col("amount").is_null()), FACT)


@finding
def vintages(amounts):
    """Of each fact one figure a source (各来源的数). Columns as `amounts`.

    What is added up, ranked or subtracted must come from one source: a preliminary sum beside a final part, or a month
    out of one release and the total out of another, belong to no one's account (domain §4.7). Earlier vintages are
    here too, since they came from other sources.
    """
    return speaking(amounts.filter(~nw.col("amount").is_null()), BY_SOURCE)
