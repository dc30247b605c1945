"""Things: what is there to be found by name or code, of every kind, as known on a day?"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import polars as pl

from maoding.publish.asking import Answers, tree
from maoding.publish.bulletins.plan_faults import BadPlanError
from maoding.publish.bulletins.plans import kinds, plan
from maoding.publish.known_sources import KnownSource
from maoding.publish.projects import Project
from maoding.publish.rules import LightRule
from maoding.publish.scoreboard import Names
from maoding.publish.searching import Thing
from maoding.publish.words import EVENTS
from maoding.terms.language import noted, say
from maoding.terms.pack import Pack

Row = dict[str, Any]
PROJECT = "project"  # the level of a subject that is a project
ESTIMATE = "estimate"  # what is only expected is no promise
KINDS = {
    "promise": noted("承诺"),
    "indicator": noted("指标"),
    "body": noted("单位"),
    "project": noted("项目"),
    "source": noted("出处"),
    "rule": noted("规则"),
    "bulletin": noted("通报"),
    "entry": noted("条目"),
    "section": noted("栏目"),
}


def promises(said: Iterable[Row], board: Iterable[Row], answers: Answers) -> list[Thing]:
    """Promises of the city's bodies in all years as `said`, and those a year's board infers from published rates."""
    names, every = Names(answers), _Everything(answers)
    ours = set(tree(answers.table("subjects"), answers.question.pack.city["code"]))
    promised = [row for row in said if row["subject"] in ours and row["strength"] != ESTIMATE]
    known = {row["id"] for row in promised}
    promised += [row | {"id": row["promise"]} for row in board if row["promise"] not in known]
    return [
        Thing(
            "promise",
            row["id"],
            f"{names.subject(row['subject'])} {names.promise(row)}",
            (row["record"] or "", row["id"]),
            tuple(every.promise(row)),
            row.get("known_from"),
            {name: row[name] for name in ("period_start", "period_end")},
        )
        for row in promised
    ]


class _Everything:
    """Names in Chinese and English, the long ones too, whatever the reader's language."""

    def __init__(self, answers: Answers) -> None:
        self.subjects = {row["code"]: row for row in answers.rows("subjects")}
        self.indicators = {row["code"]: row for row in answers.rows("indicators")}
        self.deeds: Mapping[str, Mapping[str, str]] = answers.question.pack.relations.get("deed_names", {})

    def promise(self, row: Row) -> Iterator[str]:
        """Who promises what, as it stands in the ledger and in English."""
        deed = self.deeds.get(row["record"], {})
        for key, tongue in (("name", "zh"), ("name_en", "en")):
            body = self.subjects.get(row["subject"], {}).get(key, "")
            what = self.indicators.get(row["indicator"], {}).get(key, "") or deed.get(tongue, "")
            yield f"{body} {what}".strip()


def indicators(answers: Answers) -> list[Thing]:
    """Indicators of the city's catalogue; these words are known on every day."""
    names = Names(answers)
    return [
        Thing(
            "indicator",
            row["code"],
            names.indicators[row["code"]],
            (row["code"],),
            (row["name"], row["name_en"]),
            row={"unit": row["unit"]},
        )
        for row in answers.rows("indicators")
    ]


def bodies(answers: Answers) -> list[Thing]:
    """Bodies of the city; who is who is known on every day."""
    names = Names(answers)
    ours = set(tree(answers.table("subjects"), answers.question.pack.city["code"]))
    return [
        Thing(
            "body",
            row["code"],
            names.subject(row["code"]),
            (row["code"],),
            (row["name"], row["name_en"]),
            row={"level": row["level"], "parent": row["parent"]},
        )
        for row in answers.rows("subjects")
        if row["code"] in ours and row["level"] != PROJECT
    ]


def projects(known: Iterable[Project], answers: Answers) -> list[Thing]:
    """Projects of which something was said by the day, from the first day it was."""
    every = {row["code"]: row for row in answers.rows("subjects")}
    first: dict[str, dt.date] = {}
    for row in answers.rows("event_versions"):
        first[row["subject"]] = min(row["known_from"], first.get(row["subject"], dt.date.max))
    return [
        Thing(
            "project",
            each.code,
            each.name,
            (each.code,),
            (every[each.code]["name"], every[each.code]["name_en"], each.owner),
            first[each.code],
            {"project": each},
        )
        for each in known
    ]


def sources(known: Iterable[KnownSource]) -> list[Thing]:
    """Sources of which something was known by the day."""
    return [
        Thing(
            "source",
            each.code,
            each.title,
            (each.code,),
            (each.publisher, f"{each.publisher} {each.title}"),
            each.known_from,
            {"source": each},
        )
        for each in known
    ]


def rules(published: Mapping[str, LightRule]) -> list[Thing]:
    """Published light rules; they can be replayed on days before they were published."""
    return [
        Thing(
            "rule",
            name,
            rule.title,
            (name,),
            (*rule.said["title"].values(), rule.source["publisher"], rule.source["document"]),
            row={"rule": rule},
        )
        for name, rule in published.items()
    ]


def bulletins(pack: Pack, language: str) -> Iterator[Thing]:
    """Kinds of bulletin the pack brings, by what each says it is; one whose plan cannot be read is not found."""
    for kind in kinds(pack):
        try:
            said = plan(pack, kind).describes
        except BadPlanError:
            continue
        yield Thing("bulletin", kind, said.of(language), (kind,), (said.zh, said.en))


def entries(words: str, answers: Answers, said: Iterable[Row]) -> list[Thing]:
    """Figures, events and expectations of one id or record's number; they have no names to be found by."""
    names, code = Names(answers), words.strip().casefold()
    named = (pl.col("id") == code) | (pl.col("record").str.to_lowercase() == code)
    found = [
        (kind, row)
        for kind, table in (("reading", "readings"), ("event", "event_versions"))
        for row in answers.table(table).filter(named).to_dicts()
    ]
    found += [
        ("commitment", row)
        for row in said
        if row["strength"] == ESTIMATE and code in (row["id"], row["record"].casefold())
    ]
    return [
        Thing(
            "entry",
            row["id"],
            f"{names.subject(row['subject'])} {_about(kind, row, names)}",
            (row["record"] or "", row["id"]),
            known_from=row["known_from"],
            row=row | {"said": kind},
        )
        for kind, row in found
    ]


def _about(kind: str, row: Row, names: Names) -> str:
    """What an entry is about: an indicator, what is expected, or something about a project."""
    if kind == "event":
        return say(EVENTS[row["kind"]]) if row["kind"] in EVENTS else str(row["kind"])
    return names.promise(row) if kind == "commitment" else str(names.indicators.get(row["indicator"], ""))
