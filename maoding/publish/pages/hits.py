"""Hits: what is each thing that was found, where does it stand, and where does it lead?"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from maoding.ledger import find
from maoding.publish.pages.asked import Asked
from maoding.publish.pages.board_list import LEVELS
from maoding.publish.pages.cells import Light, Line, Number, line
from maoding.publish.pages.forms import form
from maoding.publish.pages.projects import project_page, stage_on
from maoding.publish.pages.search_index import QUESTIONS
from maoding.publish.pages.sections import SECTIONS
from maoding.publish.pages.site import Site
from maoding.publish.scoreboard import Names
from maoding.publish.searching import Thing
from maoding.publish.shown import period, published_on, reader_unit
from maoding.publish.things import KINDS
from maoding.publish.words import KINDS as ENTRIES
from maoding.terms.language import say


@dataclass(frozen=True)
class Stand:
    """Where a thing stands: its light, a number with what it counts before it, and a word on it; all may be missing."""

    light: Light | None = None
    before: str = ""
    number: Number | None = None
    after: str = ""


@dataclass(frozen=True)
class Shown:
    """A thing found as one line of the page."""

    thing: Thing
    code: str
    href: str
    what: str
    stand: Stand


def shown(thing: Thing, asked: Asked, site: Site) -> Shown:
    """One line: what it is, where it stands, and its address; numbers lead back to it."""
    asked = asked.at(asked.came, f"hit-{thing.code}")
    stand = STANDS[thing.kind](thing, asked, site) if thing.kind in STANDS else Stand()
    return Shown(thing, thing.codes[0] if thing.codes else "", href_of(thing, asked), what_is(thing), stand)


def in_words(kind: str) -> str:
    """Name of a kind of things."""
    return say(KINDS[kind])


def href_of(thing: Thing, asked: Asked) -> str:
    """Address of a thing's own page."""
    return HREFS[thing.kind](thing, asked)


def what_is(thing: Thing) -> str:
    """What it is, in a few words."""
    return WHATS[thing.kind](thing)


def _asked_of(thing: Thing, asked: Asked) -> Asked:
    """The question about the year of a promise nearest to the one asked about."""
    first, last = (thing.row[name].year for name in ("period_start", "period_end"))
    year = min(max(asked.year, first), last)
    return replace(asked, about=0 if year == asked.day.year else year)


def _promise(thing: Thing, asked: Asked, site: Site) -> Stand:
    asked = _asked_of(thing, asked)
    board = site.scoreboard(site.pack(asked.city), asked.day, asked.rule, asked.about)
    row = next((row for row in board.rows if row["promise"] == thing.code), None)
    if row is None:
        return Stand()
    told = line(row, asked, site.rules(asked.day)[asked.rule])
    return Stand(told.light, told.strength, told.promise, _done(told))


def _done(told: Line) -> str:
    """What came of it, in words; the row it leads to shows each number with its source."""
    return told.period if told.actual else say("尚无数据")


def _counted(key: str) -> Callable[[Thing, Asked, Site], Stand]:
    """How many promises of the year asked about are a body's, or of an indicator; they stand on the board."""

    def stand(thing: Thing, asked: Asked, site: Site) -> Stand:
        rows = site.scoreboard(site.pack(asked.city), asked.day, asked.rule, asked.about).rows
        count = sum(row[key] == thing.code for row in rows)
        href = asked.plain.picking(**{{"subject": "body"}.get(key, key): thing.code}).board()
        told = say("{year}年承诺项数", year=asked.year)
        return Stand(before=told, number=Number(str(count), href)) if count else Stand()

    return stand


def _project(thing: Thing, asked: Asked, site: Site) -> Stand:  # noqa: ARG001 - as every kind is asked
    stage = thing.row["project"].stage
    if stage is None:
        return Stand(after=say("尚无数据"))
    on = stage_on(stage.on, as_of=stage.as_of)
    return Stand(number=Number(stage.name, asked.entry(stage.id)), after=on)


def _source(thing: Thing, asked: Asked, site: Site) -> Stand:  # noqa: ARG001 - as every kind is asked
    count = thing.row["source"].count
    return (
        Stand(before=say("取用条数"), number=Number(f"{count:,}", asked.source(thing.code)))
        if count
        else Stand()
    )


def _entry(thing: Thing, asked: Asked, site: Site) -> Stand:
    pack = site.pack(asked.city)
    names = Names(site.answers(pack, asked.day, asked.rule, asked.about))
    told = form(find.entries(thing.code)[0], names, asked)
    number = Number(told.number, asked.source(thing.row["source"], thing.code)) if told.number else None
    return Stand(number=number, after=_period(thing))


def _period(thing: Thing) -> str:
    start: dt.date | None = thing.row.get("period_start")
    return period(start, thing.row["period_end"]) if start else ""


def _section_href(thing: Thing, asked: Asked) -> str:
    return next(each.href(asked) for each in SECTIONS if each.name == thing.code)


def _project_is(thing: Thing) -> str:
    project = thing.row["project"]
    return " · ".join(part for part in (project.body_name, project.industry) if part)


def _source_is(thing: Thing) -> str:
    source = thing.row["source"]
    return " · ".join(part for part in (source.publisher, published_on(*source.published)) if part)


def _rule_is(thing: Thing) -> str:
    source = thing.row["rule"].source
    return (
        f"{source['publisher']} · {published_on(source['published']['at'], source['published']['precision'])}"
    )


def _level(thing: Thing) -> str:
    level = thing.row["level"]
    return say(LEVELS[level]) if level in LEVELS else str(level)


STANDS: dict[str, Callable[[Thing, Asked, Site], Stand]] = {
    "promise": _promise,
    "indicator": _counted("indicator"),
    "body": _counted("subject"),
    "project": _project,
    "source": _source,
    "entry": _entry,
}
HREFS: dict[str, Callable[[Thing, Asked], str]] = {
    "promise": lambda thing, asked: _asked_of(thing, asked).row(thing.code),
    "indicator": lambda thing, asked: asked.page("indicator", thing.code),
    "body": lambda thing, asked: asked.page("body", thing.code),
    "project": lambda thing, asked: project_page(asked, thing.code),
    "source": lambda thing, asked: asked.source(thing.code),
    "rule": lambda thing, asked: asked.rule_page(thing.code),
    "bulletin": lambda thing, asked: asked.page("bulletin", thing.code),
    "entry": lambda thing, asked: asked.entry(thing.code),
    "section": _section_href,
}
WHATS: dict[str, Callable[[Thing], str]] = {
    "promise": lambda thing: period(thing.row["period_start"], thing.row["period_end"]),
    "indicator": lambda thing: say("计量单位：{unit}", unit=say(reader_unit(thing.row["unit"]))),
    "body": _level,
    "project": _project_is,
    "source": _source_is,
    "rule": _rule_is,
    "bulletin": lambda thing: in_words(thing.kind),
    "entry": lambda thing: say(ENTRIES[thing.row["said"]]),
    "section": lambda thing: say(QUESTIONS[thing.code]) if thing.code in QUESTIONS else "",
}
