"""News: what was newly said, by whom, about whom, and what did it replace, in the reader's words?"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from maoding.ledger.between import News
from maoding.ledger.find import Found
from maoding.publish.asking import Answers
from maoding.publish.pages.asked import Asked
from maoding.publish.pages.forms import Form, form, forms
from maoding.publish.scoreboard import Names
from maoding.publish.shown import THIN_SPACE, published_on
from maoding.publish.whose import ABOVE, ELSEWHERE, OWN, Whose, about
from maoding.publish.words import MEASURES
from maoding.terms.language import noted, say
from maoding.terms.units import known_units

Row = dict[str, Any]
NUMBERED = ("commitment", "reading")
REPLACED, REPEATED = "replaced", "repeated"
KINDS = {
    "commitment": noted("承诺"),
    "reading": noted("实绩"),
    "event": noted("事件"),
    "subject": noted("新见的项目与单位"),
    "exemption": noted("正当理由"),
    "rule": noted("规则"),
    REPLACED: noted("撤换"),
    REPEATED: noted("重申"),
}
SCOPES = {OWN: noted("本市"), ABOVE: noted("上级"), ELSEWHERE: noted("别处")}
PERCENT, POINTS = "percent", "百分点"
SAME = noted("与原来相同")


@dataclass(frozen=True)
class Point:
    """One thing said, in words: its name where the row has several, the entry, what it replaced, by how much."""

    name: str
    words: str
    id: str
    before: tuple[tuple[str, str], ...]
    difference: str


@dataclass(frozen=True)
class Item:
    """What one row of a feed newly said: kinds (several, where it also replaced something), about whom, by whom, when.

    `body` is the body it is filed under (a project's own), `over` tells that it held no longer on the later day.
    """

    ids: tuple[str, ...]
    kinds: tuple[str, ...]
    scope: str
    body: str
    indicator: str
    title: str
    points: tuple[Point, ...]
    remark: str
    over: bool
    known_from: dt.date
    source: str
    publisher: str
    source_title: str
    published: str

    @property
    def replaces(self) -> bool:
        """Whether something was said of the same before."""
        return any(point.before for point in self.points)


class Teller:
    """Tells news of one city: who is who on the later day, which sources there are, and whose news they are."""

    def __init__(self, answers: Answers, asked: Asked) -> None:
        self.asked = asked
        self.names = Names(answers)
        self.subjects: dict[str, Row] = {row["code"]: row for row in answers.rows("subjects")}
        self.sources: dict[str, Row] = {row["code"]: row for row in answers.rows("sources")}
        self.whose = Whose(answers)

    def items(self, news: Sequence[News]) -> list[Item]:
        """News of the city and of those above and beside it, source by source in the order of days."""
        near = {each.entry.id: each for each in news if self.whose.of(each.entry)}
        told = forms([each.entry for each in near.values()], self.names, self.asked)
        items = [self._item(each, [near[name] for name in each.ids]) for each in told]
        kinds = list(KINDS)
        return sorted(items, key=lambda item: (item.known_from, item.source, kinds.index(item.kinds[0])))

    def _item(self, told: Form, news: list[News]) -> Item:
        first = next((each for each in news if each.entry.kind != "subject"), news[0])
        subject = self.subjects.get(about(first.entry), {})
        source = self.sources.get(first.entry.source, {})
        points = tuple(self._points(told, {each.entry.id: each for each in news}))
        return Item(
            ids=told.ids,
            kinds=_kinds(news, points),
            scope=self.whose.of(first.entry),
            body=str(
                (subject.get("parent") if subject.get("level") == "project" else subject.get("code")) or ""
            ),
            indicator=first.entry.body.get("indicator", ""),
            title=told.title,
            points=points,
            remark=say("，").join(field.value for field in told.fields)
            if first.entry.kind in NUMBERED
            else "",
            over=all(each.known_to <= self.asked.day for each in news),
            known_from=first.known_from,
            source=first.entry.source,
            publisher=source.get("publisher", ""),
            source_title=source.get("title", first.entry.source),
            published=published_on(*first.entry.body["published"]),
        )

    def _points(self, told: Form, news: Mapping[str, News]) -> Iterator[Point]:
        """What was said, one number or one property of a project each, beside what it replaced."""
        for name, words, id_ in _said(told, next(iter(news.values())).entry.kind):
            each = news[id_]
            before = tuple((self._words(old), old.id) for old in each.before)
            yield Point(name, words, id_, before, _difference(each, before, words))

    def _words(self, entry: Found) -> str:
        """What an entry said of its fact, without what it is about."""
        told = form(entry, self.names, self.asked)
        return next(_said(told, entry.kind))[1]


def _said(told: Form, kind: str) -> Iterator[tuple[str, str, str]]:
    """What a row says: name (empty where it says one thing only), words and entry of each thing said."""
    if kind in NUMBERED:
        yield "", told.number or say(MEASURES["deed"]), told.ids[0]
        return
    own = [field for field in told.fields if field.id]
    yield from ((field.name, field.value, field.id) for field in own)
    if not own:
        yield "", told.fields[0].value if told.fields and kind != "subject" else told.title, told.ids[0]


def _kinds(news: Sequence[News], points: Iterable[Point]) -> tuple[str, ...]:
    """Kinds of a row, by what it is first, and whether it says otherwise or again what was said before."""
    found = {each.entry.kind for each in news}
    found |= {REPEATED if each.difference == say(SAME) else REPLACED for each in points if each.before}
    return tuple(kind for kind in KINDS if kind in found)


def _difference(news: News, before: Sequence[tuple[str, str]], words: str) -> str:
    """By how much what is said now differs from what it replaced; in words where it is the same."""
    if not before:
        return ""
    if all(said == words for said, _ in before):
        return say(SAME)
    if len(news.before) > 1:
        return ""
    return _less(news.entry.body, news.before[0].body)


def _less(now: Row, before: Row) -> str:
    """One number less another in the later one's unit, with its sign; empty where they cannot be subtracted."""
    units = [known_units().get(each.get("unit", "")) for each in (now, before)]
    if None in units or not (now.get("number") and before.get("number")):
        return ""
    unit, other = (each for each in units if each)
    if unit.family != other.family:
        return ""
    difference = Decimal(now["number"]) - Decimal(before["number"]).scaleb(other.exponent - unit.exponent)
    if not difference:
        return say(SAME)
    written = f"{difference.normalize():+,f}".replace("-", "−")
    return f"{written}{THIN_SPACE}{say(POINTS if unit.family == PERCENT else now['unit'])}"
