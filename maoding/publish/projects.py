"""Projects: which projects (重点项目) are known by a day, and where does each of them stand?"""

import calendar
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from maoding.judge.finding import ask
from maoding.publish.asking import Answers, tree
from maoding.publish.scoreboard import Names
from maoding.publish.words import STAGES
from maoding.terms.language import noted, say, spoken
from maoding.terms.pack import Pack

Row = dict[str, Any]
UNNAMED = "unknown"  # a stage that the source's word does not name
TIERS = {
    "province": noted("省级重点"),
    "prefecture": noted("地级市重点"),
    "city": noted("县级市重点"),
    "livelihood_project": noted("民生实事"),
    "livelihood_project_town": noted("镇民生实事"),
}


@dataclass(frozen=True)
class Listing:
    """A list a project was on: its tier by code and name, the year as stated, and the entry that says so."""

    tier: str
    name: str
    year: str
    id: str


@dataclass(frozen=True)
class Stage:
    """The farthest step reached; `on` as stated is the day it began, or where `as_of` the day it was already there."""

    step: str
    place: int
    name: str
    on: str
    id: str
    as_of: bool


@dataclass(frozen=True)
class Amount:
    """Total investment (总投资) said last: smallest parts, unit as said, its currency; how many different ones were."""

    amount: int
    unit: str
    family: str
    id: str
    said: int


@dataclass(frozen=True)
class Project:
    """One project as known on the day; what nobody said is empty or None."""

    code: str
    name: str
    body: str
    body_name: str
    owner: str
    industry: str
    category: str
    listings: tuple[Listing, ...]
    stage: Stage | None
    investment: Amount | None


def known_projects(answers: Answers) -> list[Project]:
    """Every project of the city that something was said of by the day asked, by code, in the reader's language."""
    names, root = Names(answers), answers.question.pack.city["code"]
    ours = set(tree(answers.table("subjects"), root))
    said = _by_subject(answers.rows("events"))
    stages, amounts = _stages(answers), _investments(answers)
    return [
        Project(
            code=(code := row["code"]),
            name=names.subject(code),
            body=row["parent"],
            body_name=names.subject(row["parent"]),
            owner=latest_word(said[code], "owner"),
            industry=latest_word(said[code], "industry"),
            category=latest_word(said[code], "category"),
            listings=_listings(said[code], answers.question.pack),
            stage=stages.get(code),
            investment=amounts.get(code),
        )
        for row in sorted(answers.rows("subjects"), key=lambda row: str(row["code"]))
        if row["level"] == "project" and row["code"] in ours and row["code"] in said
    ]


def latest_word(events: Iterable[Row], kind: str) -> str:
    """What was said last of one property in words."""
    said = [row for row in events if row["kind"] == kind and row["detail"]]
    return str(max(said, key=lambda row: row["known_from"])["detail"]) if said else ""


def on_list(project: Project, tier: str, listed: str) -> bool:
    """Whether one listing has both the tier and the year looked for; what is empty asks for nothing."""
    return not (tier or listed) or any(
        tier in ("", each.tier) and listed in ("", each.year) for each in project.listings
    )


def step_of(project: Project) -> str:
    """Code of a project's step; `UNNAMED` where the source's word names none, empty where no source said a word."""
    return (project.stage.step or UNNAMED) if project.stage else ""


CURRENCIES = ("money", "dollar", "euro")


def money_group(project: Project) -> int:
    """Place of the currency a project's investment was said in; currencies are never mixed in one order."""
    return CURRENCIES.index(project.investment.family) if project.investment else 0


def tier_rank(project: Project) -> tuple[int, int] | None:
    """The higher list first, then the later year; None where it is on none."""
    return _rank(project.listings[0]) if project.listings else None


def span(stated: str) -> tuple[dt.date, dt.date]:
    """First and last day a date can mean that was stated as ``2021``, ``2021-06`` or ``2021-06-28``."""
    year, month, day = [*map(int, stated.split("-")), 0, 0][:3]
    if day:
        return dt.date(year, month, day), dt.date(year, month, day)
    end = month or 12
    return dt.date(year, month or 1, 1), dt.date(year, end, calendar.monthrange(year, end)[1])


def step_names(pack: Pack) -> dict[str, str]:
    """Names of the steps of a project's life, from first to last, in the reader's language."""
    key = "name_en" if spoken.get() == "en" else "name_zh"
    return {row["stage"]: row[key] for row in pack.stages.get("stages", [])}


def tier_name(pack: Pack, tier: str) -> str:
    """Name of a tier: in Chinese the city's own word, in English what it is."""
    own = {row["tier"]: row["name_zh"] for row in pack.relations.get("nested", [])}
    return str(own[tier]) if tier in own and spoken.get() == "zh" else say(TIERS[tier])


def _by_subject(rows: Iterable[Row]) -> dict[str, list[Row]]:
    by_subject = sorted(rows, key=lambda row: str(row["subject"]))
    return {code: list(group) for code, group in groupby(by_subject, key=lambda row: str(row["subject"]))}


def _listings(events: Iterable[Row], pack: Pack) -> tuple[Listing, ...]:
    words = pack.stages.get("tiers", {})
    found = [
        Listing(tier, tier_name(pack, tier), row["happened_on"], row["id"])
        for row in events
        if row["kind"] == "listed" and row["detail"] in words
        for tier in [_tier(words[row["detail"]])]
    ]
    return tuple(sorted(found, key=_rank))


def _rank(listing: Listing) -> tuple[int, int]:
    """The higher list first, then the later year."""
    return list(TIERS).index(listing.tier), -int(listing.year[:4] or 0)


def _tier(said: Row) -> str:
    return str(said.get("tier") or "_".join(filter(None, (said["kind"], said.get("of")))))


def _stages(answers: Answers) -> dict[str, Stage]:
    """Of each project the farthest step, of several dates the earliest; else the source's own word for its stage."""
    names, places = step_names(answers.question.pack), {r["step"]: r["place"] for r in answers.rows("stages")}
    events = {row["id"]: row for row in answers.rows("events") if row["happened_on"]}
    found: dict[str, Stage] = {}
    for row in events.values():
        if row["kind"] == "stage" and row["detail"] in STAGES:
            word = say(STAGES[row["detail"]])
            stage = Stage("", -1, word, row["happened_on"], row["id"], as_of=True)
            _put(found, row["subject"], stage)
    for row in answers.rows("steps"):
        if not row["planned"] and span(row["stated_on"])[0] <= answers.question.day:
            as_of = events[row["id"]]["kind"] == "stage"
            step, on = row["step"], row["stated_on"]
            stage = Stage(step, places[step], names[step], on, row["id"], as_of)
            _put(found, row["subject"], stage)
    return found


def _put(found: dict[str, Stage], subject: str, stage: Stage) -> None:
    """Keep the farther of two steps; of one step its earliest date, of two unnamed stages the latest."""
    held = found.get(subject)
    if held is None or stage.place > held.place:
        found[subject] = stage
    elif stage.place == held.place:
        earlier = span(stage.on)[1] < span(held.on)[1]
        found[subject] = stage if earlier == (stage.place >= 0) else held


def _investments(answers: Answers) -> dict[str, Amount]:
    versions = {"readings": answers.given["event_versions"], "units": answers.given["units"]}
    said = ask("amounts", versions).to_native().to_dicts()
    said = [row for row in said if row["kind"] == "total_investment" and row["amount"] is not None]
    found = {}
    for code, rows in _by_subject(said).items():
        last = max(rows, key=lambda row: (row["current"], row["known_from"], row["id"]))
        different = {(row["amount"], row["family"]) for row in rows}
        found[code] = Amount(last["amount"], last["unit"], last["family"], last["id"], len(different))
    return found
