"""Known: what was known on a day, to a viewer, as tables?

The tables' columns are named in ``maoding/terms/columns.py``; they meet the judge's functions there.
"""

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import polars as pl
from django.db.models import F, QuerySet

from maoding.ledger.models import Span
from maoding.terms import columns
from maoding.terms.viewer import EVERYTHING, Viewer

TYPES = {columns.TEXT: pl.String, columns.DAY: pl.Date, columns.WHOLE: pl.Int64, columns.YES_NO: pl.Boolean}
PAIR = pl.List(pl.String)


@dataclass(frozen=True)
class Kind:
    """One table: the letter of its entries, its columns, and the body's fields that bear another name."""

    letter: str
    columns: dict[str, str]
    renamed: dict[str, str]


KINDS = {
    "sources": Kind("s", columns.SOURCES, {}),
    "subjects": Kind("b", columns.SUBJECTS, {}),
    "commitments": Kind("c", columns.COMMITMENTS, {}),
    "readings": Kind("r", columns.READINGS, {}),
    "events": Kind("e", columns.EVENTS, {"happened_on": "on"}),
    "event_versions": Kind("e", columns.EVENT_VERSIONS, {"happened_on": "on"}),
    "rules": Kind("u", columns.RULES, {}),
    "exemptions": Kind("x", columns.EXEMPTIONS, {}),
}
WORDS = {"sources": "code", "subjects": "code", "rules": "name"}
WITH_VINTAGES = {"readings", "event_versions"}
SPLIT = {"period_start", "period_end", "published_at", "published_precision", "mantissa", "decimals"}
OF_THE_ROW = {"id", "known_from", "current"}


def known(day: dt.date, viewer: Viewer) -> dict[str, pl.DataFrame]:
    """Tables as known on a day (以当时所知为准): of each fact what was latest then.

    ``readings`` and ``event_versions`` also hold earlier vintages of the same fact, told apart by ``current``; every
    other table only what held on the day. Sources, subjects and rules are words that figures are told in: on a day
    before they were published their first wording is given, so that a rule can be replayed on any year.
    """
    return {name: _table(name, kind, day, viewer) for name, kind in KINDS.items()}


def rules(day: dt.date) -> dict[str, dict[str, Any]]:
    """Light rules by name as they stood on a day, each as its file said it; see `known`."""
    table = _table("rules", KINDS["rules"], day, EVERYTHING)
    return {name: json.loads(said) for name, said in table.select("name", "table").iter_rows()}


def _table(name: str, kind: Kind, day: dt.date, viewer: Viewer) -> pl.DataFrame:
    rows = (
        _spans(name, kind, day)
        .order_by("entry__act_id", "entry__place_in_act")
        .values_list("entry_id", "known_from", F("known_to"), "entry__body")
    )
    frame = as_frame(list(rows), kind, day)
    if name in WORDS:
        frame = _in_force(frame, WORDS[name], day)
    if viewer.bodies is not None and "subject" in kind.columns:
        return frame.filter(pl.col("subject").is_in(sorted(viewer.bodies)))
    return frame


def _spans(name: str, kind: Kind, day: dt.date) -> QuerySet[Span]:
    spans = Span.objects.filter(kind=kind.letter)
    if name in WORDS:
        return spans
    spans = spans.filter(known_from__lte=day)
    return spans if name in WITH_VINTAGES else spans.filter(known_to__gt=day)


def _in_force(frame: pl.DataFrame, key: str, day: dt.date) -> pl.DataFrame:
    """Of each word the wording in force on the day, or before that its first one."""
    begins = "since" if "since" in frame.columns else "known_from"
    frame = frame.sort(begins, maintain_order=True)
    held = frame.filter(pl.col(begins) <= day).unique(key, keep="last", maintain_order=True)
    first = frame.filter(pl.col(begins) > day).unique(key, keep="first", maintain_order=True)
    return pl.concat([held, first.join(held, on=key, how="anti")])


def as_frame(rows: list[tuple[str, dt.date, dt.date, str]], kind: Kind, day: dt.date) -> pl.DataFrame:
    """Entries as a table: their id, the days from and to which they held, and their canonical body."""
    said = pl.Struct({field: _type(field) for field in _fields(kind)})
    frame = pl.DataFrame(
        rows,
        schema={"id": pl.String, "known_from": pl.Date, "known_to": pl.Date, "body": pl.String},
        orient="row",
    ).with_columns(said=pl.col("body").str.json_decode(said), current=pl.col("known_to") > day)
    return frame.select(**{name: _column(name, type_, kind) for name, type_ in kind.columns.items()})


def _fields(kind: Kind) -> list[str]:
    """Fields of the canonical body that the columns are made from."""
    named = [kind.renamed.get(name, name) for name in kind.columns if name not in SPLIT | OF_THE_ROW]
    return [
        *named,
        "published",
        *(["period"] if "period_start" in kind.columns else []),
        *(["number"] if "mantissa" in kind.columns else []),
    ]


def _type(field: str) -> pl.DataType | type[pl.DataType]:
    return PAIR if field in {"period", "published"} else pl.String


def _column(name: str, type_: str, kind: Kind) -> pl.Expr:
    if name in OF_THE_ROW:
        return pl.col(name)
    said = pl.col("said").struct.field
    text = _split(name, said) if name in SPLIT else said(kind.renamed.get(name, name))
    return text.str.to_date("%Y-%m-%d") if type_ == columns.DAY else text.cast(TYPES[type_])


def _split(name: str, field: Callable[[str], pl.Expr]) -> pl.Expr:
    match name:
        case "period_start":
            return field("period").list.get(0)
        case "period_end":
            return field("period").list.get(1)
        case "published_at":
            return field("published").list.get(0)
        case "published_precision":
            return field("published").list.get(1)
        case "mantissa":
            digits = field("number").str.replace(".", "", literal=True)
            return pl.when(digits != "").then(digits)
        case _:
            behind = field("number").str.splitn(".", 2).struct.field("field_1")
            return pl.when(field("number") != "").then(behind.str.len_chars().fill_null(0))
