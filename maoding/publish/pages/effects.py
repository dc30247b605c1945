"""Effects: how did a promise stand before and how after, cell by cell, and whose words did it?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from maoding.publish.changes import GONE, NEW, Change
from maoding.publish.pages.asked import Asked
from maoding.publish.pages.cells import Light, Line, back_to, drawn, line
from maoding.publish.pages.news import Item
from maoding.publish.pages.weights import NOT_JUDGED, weight
from maoding.publish.rules import LightRule
from maoding.terms.language import noted

Row = dict[str, Any]
WORSE, BETTER, JUDGED, UNJUDGED = "worse", "better", "judged", "unjudged"
IN_WHAT = {
    "light": noted("变灯"),
    WORSE: noted("变差"),
    BETTER: noted("变好"),
    JUDGED: noted("初次有灯"),
    UNJUDGED: noted("不再判灯"),
    NEW: noted("新列目标"),
    GONE: noted("不再列出"),
    "target": noted("目标变"),
    "actual": noted("实绩变"),
    "completion": noted("完成率变"),
    "state": noted("状态变"),
}


@dataclass(frozen=True)
class Side:
    """A promise's light and cells as known on one of the two days."""

    light: Light
    line: Line


@dataclass(frozen=True)
class Effect:
    """A promise that stands otherwise: before and after (None where it was not there), and who did it.

    `through` are entries, one a source, as publisher, date and address.
    """

    id: str
    href: str
    before: Side | None
    after: Side | None
    kinds: tuple[str, ...]
    through: tuple[tuple[str, str, str], ...]

    @property
    def line(self) -> Line:
        """The promise's cells as they stand, or as they stood last."""
        side = self.after or self.before
        assert side is not None
        return side.line


def kinds_of(change: Change, rule: LightRule) -> tuple[str, ...]:
    """In what a promise changed, and whether its light is graver now or less grave."""
    return (*change.in_what, *_direction(change, rule))


def telling(kinds: Sequence[str]) -> list[str]:
    """Of the kinds of one change those worth a word: which way a light went, and nothing that follows from another."""
    better = [kind for kind in kinds if kind in (WORSE, BETTER, JUDGED, UNJUDGED)]
    said = better or [kind for kind in kinds if kind == "light"]
    said += [kind for kind in kinds if kind in (NEW, GONE, "target", "actual")]
    return said or list(kinds)


def _direction(change: Change, rule: LightRule) -> tuple[str, ...]:
    if change.before is None or change.after is None or "light" not in change.in_what:
        return ()
    was, now = (weight(drawn(row["light"], rule).tone) for row in (change.before, change.after))
    if NOT_JUDGED in (was, now):
        return () if was == now else (JUDGED,) if was == NOT_JUDGED else (UNJUDGED,)
    return () if was == now else (WORSE,) if now > was else (BETTER,)


def effect(change: Change, asked: Asked, then: Asked, rule: LightRule, told: Mapping[str, Item]) -> Effect:
    """One promise that changed; `asked` is the later day's question, `then` the earlier's, both from the same page."""
    promise = change.row["promise"]
    here = back_to(asked, promise)
    return Effect(
        id=promise,
        href=(asked if change.after is not None else then).row(promise),
        before=_side(change.before, then, rule, here),
        after=_side(change.after, asked, rule, here),
        kinds=kinds_of(change, rule),
        through=tuple((who, on, here.entry(name)) for who, on, name in through(change.through, told)),
    )


def _side(row: Row | None, on: Asked, rule: LightRule, here: Asked) -> Side | None:
    if row is None:
        return None
    return Side(drawn(row["light"], rule), line(row, on, rule, here))


def through(entries: Sequence[str], told: Mapping[str, Item]) -> list[tuple[str, str, str]]:
    """Who did it: publisher, date, and the first of their entries; each source once."""
    found: dict[str, tuple[str, str, str]] = {}
    for name in entries:
        if item := told.get(name):
            found.setdefault(item.source, (item.publisher or item.source_title, item.published, name))
    return list(found.values())
