"""Shares: what part of a whole is whose (占比), and what part of its increase (贡献率), as published and as worked out?

A published share and one worked out from two published levels are two things and never stand for one another.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import polars as pl

from maoding.publish.asking import Answers
from maoding.publish.bases import Bounds, bounds, by_id
from maoding.publish.indicators import Scope

Row = dict[str, Any]
Key = tuple[str, str, str, str, dt.date, dt.date]
KEY = ("subject", "indicator", "whole_subject", "whole_indicator", "period_start", "period_end")


@dataclass(frozen=True)
class Share:
    """A part beside its whole: share as published and as worked out, contribution, and the whole a share implies.

    Bounds are the value shown, the lowest and the highest; shares and contributions in per cent, points in percentage
    points, `implied` in smallest parts of the part's unit. What has no name of its own is empty.
    """

    subject: str
    indicator: str
    whole_subject: str
    whole_indicator: str
    start: dt.date
    end: dt.date
    part: Row | None = None
    whole: Row | None = None
    published: Row | None = None
    share: Bounds | None = None
    contribution: Bounds | None = None
    points: Bounds | None = None
    implied: Bounds | None = None


def shares(answers: Answers, code: str, scope: Scope) -> list[Share]:
    """Every share in which the indicator is the part, the whole, or the share's own name; see `_order`."""
    found = {_key(row): row for row in answers.rows("shares") if _is_about(row, code, scope)}
    said = by_id(answers, [row[name] for row in found.values() for name in ("id", "whole_id")])
    rows = {
        key: Share(*key, said[row["id"]], said[row["whole_id"]], share=bounds(row, "share"))
        for key, row in found.items()
    }
    for row in answers.rows("contributions"):
        if (key := _key(row)) in rows:
            rows[key] = replace(
                rows[key],
                contribution=bounds(row, "contribution", "contribution_"),
                points=bounds(row, "points", "points_"),
            )
    for key, published in _published(answers, code, scope):
        rows[key] = replace(rows.get(key, Share(*key)), published=published)
    for key, row in _implied(answers, rows):
        rows[key] = replace(rows[key], implied=bounds(row, "whole"))
    return sorted(rows.values(), key=lambda each: _order(each, scope))


def _is_about(row: Row, code: str, scope: Scope) -> bool:
    return row["subject"] in scope.places and code in (row["indicator"], row["whole_indicator"])


def _key(row: Row) -> Key:
    return tuple(row[name] for name in KEY)


def _order(each: Share, scope: Scope) -> tuple[Any, ...]:
    """The city and its bodies first, then the places around; of each group the latest periods first."""
    days = (each.end - each.start).days
    return (
        each.subject in scope.wider,
        -each.end.toordinal(),
        -days,
        scope.place(each.subject),
        each.indicator,
        each.whole_indicator,
    )


def _published(answers: Answers, code: str, scope: Scope) -> Iterator[tuple[Key, Row]]:
    """Shares that somebody printed, by what is whose part: a body's in its parent, or one indicator's in another."""
    speaking = answers.table("figures").filter(pl.col("subject").is_in(list(scope.places)))
    named = answers.rows("published_shares")
    yield from _of_bodies(answers, speaking, code, {said["part"] for said in named})
    for said in named:
        part, whole = said["part"] or "", said["whole"] or ""
        if code in (said["share"], part, whole):
            for row in _of(speaking, "level", said["share"]):
                subject, days = row["subject"], (row["period_start"], row["period_end"])
                yield (subject, part or said["share"], subject, whole, *days), row


def _of_bodies(
    answers: Answers, speaking: pl.DataFrame, code: str, named: set[str | None]
) -> Iterator[tuple[Key, Row]]:
    """Shares printed beside a figure; the whole of an unusual one is nameless, unless an indicator tells it."""
    parents = {row["code"]: row["parent"] for row in answers.rows("subjects")}
    others = {row["record"] for row in answers.rows("other_shares")}
    for row in _of(speaking, "share", code):
        days = row["period_start"], row["period_end"]
        if row["record"] not in others:
            yield (row["subject"], code, parents.get(row["subject"], ""), code, *days), row
        elif code not in named:
            yield (row["subject"], code, "", "", *days), row


def _of(figures: pl.DataFrame, measure: str, code: str) -> Iterable[Row]:
    return figures.filter(pl.col("measure") == measure, pl.col("indicator") == code).to_dicts()


def _implied(answers: Answers, rows: dict[Key, Share]) -> Iterator[tuple[Key, Row]]:
    """Wholes that published shares imply, where the share shown is the one they were worked out from."""
    for row in answers.rows("implied_wholes"):
        named = row | {"indicator": row["part_indicator"], "whole_indicator": row["whole_indicator"] or ""}
        share = rows.get(key := _key(named))
        if share and share.published and share.published["id"] == row["share_id"]:
            yield key, row
