"""Body figures: how is what was published of one body shown, and what place does it take among those beside it?"""

from dataclasses import dataclass
from typing import Any

from maoding.publish.asking import Answers
from maoding.publish.bodies import RANK, Figures
from maoding.publish.indicators import scale_of
from maoding.publish.pages.asked import Asked
from maoding.publish.pages.cells import Number
from maoding.publish.pages.lists import Choice, Column, Listing
from maoding.publish.scoreboard import Names, Row
from maoding.publish.shown import period, plain_number, plain_unit, published_on, reader_number, reader_unit
from maoding.publish.spelling import spelt
from maoding.publish.words import RELEASES
from maoding.publish.workbook import Cell
from maoding.terms.language import noted, say
from maoding.terms.units import unit as unit_named


@dataclass(frozen=True)
class Shown:
    """The latest figures of one indicator as a row: the indicator and its page, and each number with its source."""

    indicator: str
    name: str
    href: str
    level: Number | None
    growth: Number | None
    share: Number | None
    period: str
    release: str
    published: str


@dataclass(frozen=True)
class Place:
    """A place among bodies: of how many, by which figure of which indicator, about when."""

    indicator: str
    href: str
    measure: str
    place: Number
    members: int
    among: str
    period: str


def figures_listing(code: str, asked: Asked, host: str) -> Listing:
    """The figures of a body as a list; `host` stands before the addresses in the workbook."""
    columns = (
        Column("code", noted("指标编号"), lambda each: each.indicator, on_page=False),
        Column("indicator", noted("指标"), lambda each: each.name, lambda each: spelt(each.name)),
        Column("level", noted("数额"), lambda each: _cell(each.level, asked), numeric=True),
        Column("unit", noted("单位名"), lambda each: _unit(each.level, asked), on_page=False),
        Column("growth", noted("同比增幅"), lambda each: _cell(each.growth, asked), _growth, numeric=True),
        Column("share", noted("占上级的份额"), lambda each: _cell(each.share, asked), numeric=True),
        Column("period", noted("时期"), lambda each: period(each.start, each.end), _end, greatest_first=True),
        Column("release", noted("版本"), lambda each: say(RELEASES[each.first["release"]])),
        Column(
            "published",
            noted("公布"),
            _published,
            lambda each: each.first["published_at"],
            greatest_first=True,
        ),
        Column(
            "source", noted("出处"), lambda each: host + asked.plain.entry(each.first["id"]), on_page=False
        ),
    )
    choices = (
        Choice("ended", noted("到哪一年"), lambda each: (str(each.end.year),), order=lambda year: -int(year)),
        Choice(
            "release", noted("版本"), lambda each: (each.first["release"],), lambda word: say(RELEASES[word])
        ),
    )
    return Listing(
        "body", columns, choices, lambda each: f"{each.name} {each.indicator}", place={"code": code}
    )


def shown_figures(figures: Figures, asked: Asked) -> Shown:
    """One indicator's latest figures as the page shows them."""
    first = figures.first
    return Shown(
        indicator=figures.indicator,
        name=figures.name,
        href=asked.page("indicator", figures.indicator),
        level=_number(figures.level, asked),
        growth=_number(figures.growth, asked),
        share=_number(figures.share, asked),
        period=period(figures.start, figures.end),
        release=say(RELEASES[first["release"]]),
        published=published_on(first["published_at"], first["published_precision"]),
    )


def place_shown(row: Row, answers: Answers, asked: Asked) -> Place:
    """A place that one source's figures of all bodies beside it give."""
    names, code = Names(answers), str(row["indicator"])
    return Place(
        indicator=str(names.indicators.get(code, code)),
        href=asked.page("indicator", code),
        measure=say("增幅") if row["measure"] == "growth" else "",
        place=Number(say("第 {place}", place=row["rank"]), asked.entry(row["id"])),
        members=row["members"],
        among=names.subject(row["whole"]),
        period=period(row["period_start"], row["period_end"]),
    )


def _number(row: Row | None, asked: Asked) -> Number | None:
    """A figure in the unit a reader is given, leading to its words."""
    if row is None:
        return None
    href, amount, unit = asked.entry(row["id"]), row["amount"], row["unit"]
    if unit_named(unit).family == RANK:
        return Number(say("第 {place}", place=amount), href)
    scale = scale_of(unit, asked.unit)
    full = f"{plain_number(amount, unit)} {say(plain_unit(unit))}"
    return Number(reader_number(amount, unit, scale), href, full, say(reader_unit(unit, scale)))


def _cell(row: Row | None, asked: Asked) -> Cell:
    if row is None:
        return ""
    scale = scale_of(row["unit"], asked.unit)
    return float(reader_number(row["amount"], row["unit"], scale, places=4).replace(",", ""))


def _unit(row: Row | None, asked: Asked) -> str:
    return say(reader_unit(row["unit"], scale_of(row["unit"], asked.unit))) if row else ""


def _growth(figures: Figures) -> int | None:
    return figures.growth["amount"] if figures.growth else None


def _end(figures: Figures) -> Any:
    return figures.end


def _published(figures: Figures) -> str:
    return published_on(figures.first["published_at"], figures.first["published_precision"])
