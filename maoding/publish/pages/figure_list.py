"""Figure list: by what can an indicator's published figures be sifted and ordered, and what stands in each row?"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from maoding.publish.pages.asked import Asked
from maoding.publish.pages.cells import Number
from maoding.publish.pages.figures import as_said, figure, unit_of
from maoding.publish.pages.lists import Choice, Column, Listing
from maoding.publish.scoreboard import Names
from maoding.publish.shown import NO_DATA, period, published_on, reader_number
from maoding.publish.spelling import spelt
from maoding.publish.vintages import NATURES, Vintage
from maoding.publish.words import RELEASES
from maoding.publish.workbook import Cell
from maoding.terms.language import noted, say
from maoding.terms.words import release_order

Row = dict[str, Any]
Sources = dict[str, Row]
USES = {
    "speaks": noted("采用"),
    "beside": noted("并存，未采用"),
    "earlier": noted("已被后来的数取代"),
}


@dataclass(frozen=True)
class Shown:
    """One vintage as a row of the page; `tone` is its row's look, `marks` are words with the shape before them."""

    id: str
    subject: str
    period: str
    level: Number | None
    growth: Number | None
    share: Number | None
    release: str
    published: str
    publisher: str
    title: str
    source_href: str
    tone: str
    use: str
    marks: tuple[tuple[str, str], ...]


def use_of(each: Vintage) -> str:
    """Which use is made of a vintage, as USES names it."""
    return "speaks" if each.speaks else "beside" if each.current else "earlier"


def figure_listing(code: str, names: Names, sources: Sources, asked: Asked, scale: str, host: str) -> Listing:
    """The figures of one indicator as a list; `host` stands before the addresses in the workbook."""
    columns = (*_about(names), *_numbers(asked, scale), *_origin(sources, asked, host))

    def words(each: Vintage) -> str:
        source = _source(sources, each.said["source"])
        return f"{names.subject(each.said['subject'])} {source['publisher']} {source['title']}"

    return Listing("indicator", columns, _choices(names), words, place={"code": code})


def _about(names: Names) -> tuple[Column, ...]:
    def name(each: Vintage) -> str:
        return names.subject(each.said["subject"])

    return (
        Column("body", noted("单位"), name, lambda each: spelt(name(each)), on_page=False),
        Column(
            "period",
            noted("单位与时期"),
            lambda each: period(*_days(each)),
            lambda each: _days(each)[::-1],
            greatest_first=True,
        ),
    )


def _numbers(asked: Asked, scale: str) -> tuple[Column, ...]:
    return (
        Column(
            "level",
            noted("数额"),
            lambda each: _number(each.level, scale, NO_DATA),
            lambda each: each.level and each.level["amount"],
            greatest_first=True,
            numeric=True,
            group=lambda each: (each.level or {}).get("family") or "",
        ),
        Column(
            "unit",
            noted("单位名"),
            lambda each: unit_of(each.level["unit"], scale) if each.level else "",
            on_page=False,
        ),
        _rate("growth", noted("同比（公布）%"), lambda each: each.growth, asked.unit),
        _rate("share", noted("占比（公布）%"), lambda each: each.share, asked.unit),
        Column(
            "release",
            noted("版本"),
            lambda each: say(RELEASES[each.said["release"]]),
            lambda each: _nearness(each.said["release"]),
            greatest_first=True,
        ),
    )


def _rate(key: str, words: str, of: Callable[[Vintage], Row | None], scale: str) -> Column:
    return Column(
        key,
        words,
        lambda each: _number(of(each), scale, ""),
        lambda each: (of(each) or {}).get("amount"),
        greatest_first=True,
        numeric=True,
    )


def _origin(sources: Sources, asked: Asked, host: str) -> tuple[Column, ...]:
    def source(each: Vintage) -> Row:
        return _source(sources, each.said["source"])

    return (
        Column(
            "published", noted("公布"), _published, lambda each: each.said["known_from"], greatest_first=True
        ),
        Column(
            "publisher", noted("谁说的"), lambda each: f"{source(each)['publisher']} {source(each)['title']}"
        ),
        Column(
            "use", noted("采用与标记"), lambda each: say("；").join((say(USES[use_of(each)]), *_marked(each)))
        ),
        Column("entry", noted("出处"), lambda each: host + asked.entry(each.said["id"]), on_page=False),
    )


def _choices(names: Names) -> tuple[Choice, ...]:
    return (
        Choice("body", noted("单位"), lambda each: (each.said["subject"],), names.subject),
        Choice(
            "of_year",
            noted("哪一年的数"),
            lambda each: (str(each.said["period_end"].year),),
            order=lambda year: -int(year),
        ),
        Choice(
            "release",
            noted("版本"),
            lambda each: (each.said["release"],),
            lambda word: say(RELEASES[word]) if word in RELEASES else word,
            _nearness,
        ),
        Choice(
            "use",
            noted("采用与标记"),
            lambda each: (use_of(each),),
            lambda word: say(USES[word]) if word in USES else word,
            lambda word: list(USES).index(word) if word in USES else len(USES),
        ),
    )


def shown_figure(each: Vintage, names: Names, sources: Sources, asked: Asked, scale: str) -> Shown:
    """One vintage as the page shows it; its links lead back to its row."""
    row = each.said
    source, asked = _source(sources, row["source"]), asked.at(asked.came, row["id"])
    return Shown(
        id=row["id"],
        subject=names.subject(row["subject"]),
        period=period(*_days(each)),
        level=figure(each.level, asked, scale),
        growth=figure(each.growth, asked, scale),
        share=figure(each.share, asked, scale),
        release=say(RELEASES[row["release"]]),
        published=_published(each),
        publisher=source["publisher"],
        title=source["title"],
        source_href=asked.source(row["source"], row["id"]),
        tone="" if each.speaks else "earlier",
        use="" if each.speaks else say(USES[use_of(each)]),
        marks=tuple(_marks(each)),
    )


def _marks(each: Vintage) -> list[tuple[str, str]]:
    """What to mind about a vintage: a shape and a word each."""
    shape = {"contradiction": "◆", "vintage": "◇", "rounding": "≈"}.get(each.nature, "")
    told = [(shape, say(NATURES[each.nature]))] if each.nature else []
    told += [("◷", say("期末前公布"))] if each.early else []
    told += [("◌", say("日期为推断，不排先后"))] if not each.dated else []
    return told + ([("▽", say("此后未更新"))] if each.stale else [])


def _marked(each: Vintage) -> list[str]:
    return [words for _, words in _marks(each)]


def _days(each: Vintage) -> tuple[dt.date, dt.date]:
    return each.said["period_start"], each.said["period_end"]


def _published(each: Vintage) -> str:
    return published_on(each.said["published_at"], each.said["published_precision"])


def _number(row: Row | None, scale: str, otherwise: str) -> Cell:
    if row is None:
        return say(otherwise) if otherwise else ""
    if row["amount"] is None:
        return as_said(row)
    return float(reader_number(row["amount"], row["unit"], scale, places=4).replace(",", ""))


def _source(sources: Sources, code: str) -> Row:
    return sources.get(code, {"publisher": "", "title": code})


def _nearness(release: str) -> int:
    order = release_order()
    return order.index(release) if release in order else -1
