"""Project: where does it stand, and who said so? The page of one project (项目页)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import groupby
from typing import Any

import narwhals as nw
import polars as pl
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from maoding.judge.finding import ask
from maoding.ledger import chain, known
from maoding.publish.asking import Answers, tree
from maoding.publish.pages.asked import Asked, read
from maoding.publish.pages.heading import heading
from maoding.publish.pages.projects import listed, project_page, shown_row
from maoding.publish.pages.site import KEPT, Site
from maoding.publish.pages.templating import Exact
from maoding.publish.pages.timeline import TimeLine, timeline
from maoding.publish.projects import step_names
from maoding.publish.scoreboard import Names
from maoding.publish.shown import THIN_SPACE, day, published_on
from maoding.publish.terminal import STRENGTHS
from maoding.publish.words import EVENTS, STAGES
from maoding.terms.language import noted, say
from maoding.terms.viewer import Viewer

Row = dict[str, Any]
STANDINGS = {
    "early": noted("提前"),
    "in_time": noted("按期"),
    "late": noted("晚于计划"),
    "unclear": noted("日期不够精确，是否按期未定"),
    "no_evidence": noted("期限已过，尚无数据"),
    "not_due": noted("未到期"),
}
CHANGING = ("progress", "plan")  # what is said anew of these is news, not another opinion
GIVEN = ("events", "stage_words", "dated_steps", "deeds", "stages", "subjects", "asked")
NOT_PROPERTIES = ("stage", "listed")


@dataclass(frozen=True)
class Statement:
    """One thing said of a property: in words or as a number, by whom and when; `current` ones hold on the day."""

    id: str
    words: str
    href: str
    publisher: str
    title: str
    published: str
    source_href: str
    known_from: dt.date
    current: bool
    exact: bool


@dataclass(frozen=True)
class Property:
    """All that was said of one property, the latest first, and in words whether it agrees."""

    name: str
    statements: tuple[Statement, ...]
    disagreement: str


@require_safe
def project(request: HttpRequest, site: Site, city: str, code: str) -> HttpResponse:
    """One project as known on the day.

    Raises:
        Http404: the ledger knows no such project.
    """
    asked = read(site, city, request.GET).plain.at(request.path)
    pack = site.pack(asked.city)
    answers = site.answers(pack, asked.day, asked.rule)
    subject = next(iter(answers.where("subjects", code=code)), None)
    ours = tree(answers.table("subjects"), pack.city["code"])
    if subject is None or subject["level"] != "project" or code not in ours:
        raise Http404(say("没有编号为 {code} 的项目。", code=code))
    found = next((each for each in listed(site, asked) if each.code == code), None)
    said = answers.where("event_versions", subject=code)
    context = heading(site, asked) | {
        "on": lambda day: project_page(asked.on(day), code),
        "subject": subject,
        "body": Names(answers).subject(subject["parent"]),
        "row": shown_row(found, asked) if found else None,
        "line": _line(answers, code),
        "properties": _properties(said, code, answers, asked),
        "promises": _promises(site, answers, asked, code),
        "history": _history(said, answers, asked),
        "first": day(subject["known_from"]),
        "first_href": project_page(asked.on(subject["known_from"]), code),
    }
    return render(request, "project.html", context)


def _line(answers: Answers, code: str) -> TimeLine | None:
    """The project's time line; none where no step has a date."""
    events = {row["id"]: row["kind"] for row in answers.where("events", subject=code)}
    steps = [row | {"as_of": events[row["id"]] == "stage"} for row in answers.where("steps", subject=code)]
    standings = {row["step"]: _standing(row) for row in answers.where("milestones", subject=code)}
    names = step_names(answers.question.pack)
    return timeline(steps, names, standings, answers.question.day) if steps else None


def _standing(row: Row) -> str:
    """Whether something was done when it was due, in words, with the days it was late or early."""
    word = say(STANDINGS[row["standing"]])
    if row["standing"] not in ("early", "late"):
        return word
    least, most = sorted((abs(row["late_least"]), abs(row["late_most"])))
    days = f"{least:,}" if least == most else f"{least:,}–{most:,}"
    return say("{word} {days} 天", word=word, days=days)


def _properties(said: list[Row], code: str, answers: Answers, asked: Asked) -> list[Property]:
    """What was said of the project besides its steps and lists, with every version."""
    kept = [row for row in said if row["kind"] not in NOT_PROPERTIES and not row["happened_on"]]
    changes = {(row["kind"], row["detail"]): row for row in answers.where("versions", subject=code)}
    groups = groupby(sorted(kept, key=_property), key=_property)
    order = {kind: at for at, kind in enumerate(EVENTS)}
    found = []
    for (kind, detail), rows in sorted(
        groups_kept(groups), key=lambda pair: order.get(pair[0][0], len(order))
    ):
        latest = sorted(rows, key=lambda row: (row["current"], row["known_from"]), reverse=True)
        found.append(
            Property(
                name=" ".join(filter(None, (named(kind), detail))),
                statements=tuple(_statement(row, answers, asked) for row in latest),
                disagreement=_disagreement(rows, changes.get((kind, detail))),
            )
        )
    return found


def named(kind: str) -> str:
    """Name of a kind of event; what a feed calls by a name of its own keeps it."""
    return say(EVENTS[kind]) if kind in EVENTS else kind


def groups_kept(groups: Iterable[tuple[Any, Iterable[Row]]]) -> list[tuple[Any, list[Row]]]:
    """Groups as lists: `groupby` forgets each when the next is asked for."""
    return [(key, list(rows)) for key, rows in groups]


def _property(row: Row) -> tuple[str, str]:
    """Which property: of one with a number its detail tells which."""
    return row["kind"], row["detail"] if row["mantissa"] is not None else ""


def _disagreement(rows: list[Row], change: Row | None) -> str:
    """In words whether versions differ: sources, currencies, or the change from the first to the last."""
    if len({(row["mantissa"], row["decimals"], row["unit"], row["detail"]) for row in rows}) < 2:
        return ""
    if rows[0]["kind"] in CHANGING:
        return say("先后 {n} 次", n=len(rows))
    if change is None or change["first_family"] == change["last_family"] == "":
        return say("说法不一")
    if change["change"] is None:
        return say("说法不一：币种或单位不同，不换算")
    if not change["change"]:
        return say("说法不一")
    shown = f"{change['change_shown']:+.1f}".replace("-", "−")
    return say("说法不一：末次比首次 {change}%", change=shown)


def _statement(row: Row, answers: Answers, asked: Asked) -> Statement:
    source = _source(answers, row["source"])
    return Statement(
        id=row["id"],
        words=(words := value(row)),
        href=asked.entry(row["id"]),
        publisher=source["publisher"],
        title=source["title"],
        published=published_on(row["published_at"], row["published_precision"]),
        source_href=asked.source(row["source"], row["id"]),
        known_from=row["known_from"],
        current=row["current"],
        exact=isinstance(words, Exact),
    )


def _source(answers: Answers, code: str) -> Row:
    return next(iter(answers.where("sources", code=code)), {"publisher": "", "title": code})


def value(row: Row) -> str:
    """What an event says, as said: number and unit, the source's words, or a date."""
    if row["kind"] == "stage" and row["detail"] in STAGES:
        return f"{say(STAGES[row['detail']])} {_on(row)}".strip()
    if row["mantissa"] is None:
        return Exact(f"{row['detail']} {_on(row)}".strip())
    number = Decimal(row["mantissa"]).scaleb(-row["decimals"])
    unit = say(row["unit"]) if row["unit"] else ""
    times = f"{THIN_SPACE}×" if unit[:1].isdigit() else ""
    return f"{number:,f}{times}{THIN_SPACE}{unit} {_on(row)}".strip()


def _on(row: Row) -> str:
    return published_on(row["happened_on"], "day") if row["happened_on"] else ""


def _promises(site: Site, answers: Answers, asked: Asked, code: str) -> list[dict[str, str]]:
    """Promises of any year that name the project, and whether each is met."""
    names, steps = Names(answers), step_names(answers.question.pack)
    promised, done = _deeds(chain.last_link(), answers, asked.day, site.viewer)
    rows = done.filter(pl.col("project") == code).to_dicts()
    said = {
        row["id"]: row for row in promised.filter(pl.col("id").is_in([r["promise"] for r in rows])).to_dicts()
    }
    return [
        {
            "name": f"{names.subject(row['subject'])} {names.promise(said[row['promise']])}",
            "strength": say(STRENGTHS[said[row["promise"]]["strength"]]),
            "href": asked.entry(row["promise"]),
            "due": day(row["due_on"]),
            "step": steps[row["step"]],
            "reached": f"{steps[row['reached_step']]} {published_on(row['reached_on'], 'day')}"
            if row["reached_step"]
            else "",
            "reached_href": asked.entry(row["reached_on_id"]) if row["reached_step"] else "",
            "standing": _standing(row),
            "state": row["standing"],
        }
        for row in sorted(rows, key=lambda row: (row["due_on"], row["record"]))
    ]


@lru_cache(maxsize=KEPT)
def _deeds(link: str, answers: Answers, day: dt.date, viewer: Viewer) -> tuple[pl.DataFrame, pl.DataFrame]:  # noqa: ARG001 - what the cache hangs on
    """All promises known by the day, of every year, and what became of those that name projects."""
    promised = known.known(day, viewer)["commitments"]
    given = {name: answers.given[name] for name in GIVEN} | {"commitments": nw.from_native(promised)}
    return promised, ask("deeds_done", given).to_native()


def _history(said: list[Row], answers: Answers, asked: Asked) -> list[dict[str, Any]]:
    """What was learnt of the project on each day, the latest first, with the page as it was known on that day."""
    rows = sorted(said, key=lambda row: (row["known_from"], row["id"]), reverse=True)
    return [
        {
            "day": day(known_from),
            "href": project_page(asked.on(known_from), rows[0]["subject"]),
            "statements": [(named(row["kind"]), _statement(row, answers, asked)) for row in group],
        }
        for known_from, group in groups_kept(groupby(rows, key=lambda row: row["known_from"]))
    ]
