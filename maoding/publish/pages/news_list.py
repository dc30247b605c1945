"""News list: by what is what was newly said sifted and ordered, and what stands in its workbook?"""

from collections.abc import Callable, Iterable

from maoding.publish.pages.asked import Asked
from maoding.publish.pages.lists import Choice, Column, Listing
from maoding.publish.pages.news import KINDS, SCOPES, Item, Point
from maoding.publish.scoreboard import Names
from maoding.publish.spelling import spelt
from maoding.publish.workbook import Cell
from maoding.terms.language import noted, say

PAGE = "changes"


def listing_of(asked: Asked, names: Names, items: Iterable[Item], host: str) -> Listing:
    """What was newly said, as a list; `host` stands before the addresses in the workbook."""
    sources = {item.source: source_words(item) for item in items}
    choices = (
        Choice("kind", noted("种类"), lambda item: item.kinds, _kind_word, list(KINDS).index),
        Choice("scope", noted("范围"), lambda item: (item.scope,), _scope_word, list(SCOPES).index),
        Choice("source", noted("来源"), lambda item: (item.source,), lambda code: sources.get(code, code)),
        Choice("body", noted("单位"), lambda item: (item.body,), names.subject),
        Choice(
            "indicator",
            noted("指标"),
            lambda item: (item.indicator,),
            lambda code: names.indicators.get(code, code),
        ),
    )
    return Listing(PAGE, (*_who(), *_what(asked, host)), choices, _searched)


def source_words(item: Item) -> str:
    """Who said it, where and when, as a source is named in a list."""
    return f"{item.publisher} {item.source_title} {item.published}".strip()


def kind_words(item: Item) -> str:
    """Kinds of an item, by their names."""
    return say("、").join(map(_kind_word, item.kinds))


def _kind_word(kind: str) -> str:
    return say(KINDS[kind])


def _scope_word(scope: str) -> str:
    return say(SCOPES[scope])


def _who() -> tuple[Column, ...]:
    return (
        Column(
            "known", noted("所知"), lambda item: item.known_from.isoformat(), lambda item: item.known_from
        ),
        Column("publisher", noted("谁说的"), lambda item: item.publisher, on_page=False),
        Column("title", noted("来源"), lambda item: item.source_title, on_page=False),
        Column("published", noted("公布"), lambda item: item.published, on_page=False),
        Column("kind", noted("种类"), kind_words, lambda item: list(KINDS).index(item.kinds[0])),
        Column("about", noted("关于"), lambda item: item.title, lambda item: spelt(item.title)),
    )


def _what(asked: Asked, host: str) -> tuple[Column, ...]:
    return (
        Column("said", noted("新说"), _points(lambda point: point.words)),
        Column("remark", noted("说明"), lambda item: item.remark, on_page=False),
        Column("before", noted("原来"), _points(_before)),
        Column("difference", noted("相差"), _points(lambda point: point.difference)),
        Column("entry", noted("出处"), lambda item: host + asked.plain.entry(item.ids[0]), on_page=False),
    )


def _before(point: Point) -> str:
    return say("、").join(words for words, _ in point.before)


def _points(told: Callable[[Point], str]) -> Callable[[Item], Cell]:
    """One cell for all that a row says: each thing by its name, where the row says several."""

    def cell(item: Item) -> Cell:
        return say("；").join(f"{point.name} {told(point)}".strip() for point in item.points if told(point))

    return cell


def _searched(item: Item) -> str:
    said = " ".join(f"{point.name} {point.words}" for point in item.points)
    return f"{item.title} {item.publisher} {item.source_title} {said}"
