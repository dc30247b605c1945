"""Cohort rows: how is each member of a fixed cohort shown, and how many went from where to where?"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from maoding.judge.lights import UNKNOWN
from maoding.ledger import find
from maoding.publish.cohorts import ADDED, LEFT, STAYED, Cohort, Member
from maoding.publish.documents import sentence
from maoding.publish.pages.asked import Asked
from maoding.publish.pages.cells import Light, Number, drawn, line
from maoding.publish.pages.cohort_list import Manner, reason
from maoding.publish.pages.lists import Picked
from maoding.publish.pages.projects import stage_on
from maoding.publish.pages.site import Site
from maoding.publish.pages.templating import Exact
from maoding.publish.projects import Project
from maoding.publish.rules import LightRule
from maoding.publish.shown import published_on
from maoding.terms.language import say

NOTHING = {"part": "", "then": "", "now": "", "moved": ""}  # picked of the table of transitions


@dataclass(frozen=True)
class Side:
    """A member on one day: its state in words, where that leads, its light where one is known, its completion."""

    words: str
    href: str
    detail: str
    light: Light | None = None
    number: Number | None = None


@dataclass(frozen=True)
class Told:
    """A member as the page shows it; of one that was added since when it is known, of one that left why."""

    id: str
    subject: str
    name: str
    href: str
    then: Side | None
    now: Side | None
    moved: str
    tone: str
    remark: str
    said: str
    said_href: str
    sentence: str


@dataclass(frozen=True)
class Place:
    """A count of the table of transitions and the members it counts; `here` where these are in sight."""

    count: int
    href: str
    here: bool
    same: bool = False


@dataclass(frozen=True)
class Matrix:
    """States of the later day as heads, and a row of places for each state of the first day, the added, and all."""

    heads: list[str]
    rows: list[tuple[str, list[Place]]]


@dataclass(frozen=True)
class Reader:
    """How members of one kind of list are shown: as of which days, under which rule, by which site."""

    site: Site
    then: Asked
    now: Asked
    rule: LightRule
    manner: Manner

    def told(self, member: Member) -> Told:
        """One member as the page shows it."""
        project = isinstance(member.now or member.then, Project)
        side: Callable[[Any, str, Asked], Side] = self._project if project else self._promise
        then = side(member.then, member.then_state, self.then) if member.then else None
        now = side(member.now, member.now_state, self.now) if member.now else None
        entry = self.manner.entry(member)
        last = self.now if now else self.then
        return Told(
            id=entry,
            subject=self.manner.body(member),
            name=self.manner.name(member),
            href=last.page("project", entry) if project else last.row(entry),
            then=then,
            now=now,
            moved=self.manner.moves.get(member.moved, ""),
            tone=member.moved,
            remark="" if project else self._remark(member),
            **self._said(member),
        )

    def _promise(self, row: Any, state: str, asked: Asked) -> Side:
        shown = line(row, asked, self.rule)
        href = asked.row(row["promise"])
        lamp = drawn(row["light"], self.rule) if row["light"] != UNKNOWN else None
        return Side(self.manner.state(state), href, shown.period, lamp, shown.completion)

    def _project(self, project: Project, state: str, asked: Asked) -> Side:
        stage = project.stage
        if stage is None:
            return Side(self.manner.state(state), asked.page("project", project.code), "")
        href = asked.at(reverse("project", args=(asked.city, project.code))).entry(stage.id)
        return Side(stage.name, href, stage_on(stage.on, as_of=stage.as_of))

    def _remark(self, member: Member) -> str:
        """What else was said of the same thing, as known last."""
        last = member.then if member.now is None else member.now
        remark = line(last, self.now, self.rule).remark
        return remark or (say("其间更正过数字") if member.corrected else "")

    def _said(self, member: Member) -> dict[str, str]:
        """Who said it: of one that left the entry that says so and its words, of one added the entry it came by."""
        name = {LEFT: member.left_by, ADDED: member.entry}.get(member.part, "")
        found = next(iter(find.entries(name)), None)
        if found is None:
            return {"said": reason(member), "said_href": "", "sentence": ""}
        on = published_on(*found.body["published"])
        words = sentence(found.place, self.site.shared) if member.part == LEFT else ""
        said = say("{reason}（{on}）", reason=reason(member), on=on) if member.part == LEFT else on
        return {"said": said, "said_href": self.now.entry(name), "sentence": Exact(words or "")}


def matrix(cohort: Cohort, picked: Picked, manner: Manner) -> Matrix:
    """How many went from which state to which; every count leads to its members."""
    counts = cohort.transitions
    befores = [each for each in manner.states if any(then == each for _, then, _ in counts)]
    afters = [each for each in manner.states if any(now == each for _, _, now in counts)]

    def place(count: int, picks: dict[str, str], *, same: bool = False) -> Place:
        wanted = NOTHING | picks
        here = any(picks.values()) and all(picked.asked.pick(key) == value for key, value in wanted.items())
        return Place(count, f"{picked.href(**wanted)}#members", here, same)

    def row(part: str, then: str) -> list[Place]:
        picks = {"part": part, "then": then}
        went = [
            place(counts.get((part, then, now), 0), picks | {"now": now}, same=now == then) for now in afters
        ]
        left = 0 if part == ADDED else counts.get((LEFT, then, ""), 0)
        all_of = sum(each.count for each in went) + left
        total = picks if part == ADDED else {"then": then}
        return [*went, place(left, {"part": LEFT, "then": then}), place(all_of, total)]

    rows = [(manner.state(then), row(STAYED, then)) for then in befores]
    if cohort.count(part=ADDED):
        rows.append((say("新增"), row(ADDED, "")))
    totals = [place(sum(n for key, n in counts.items() if key[2] == now), {"now": now}) for now in afters]
    left = place(cohort.count(part=LEFT), {"part": LEFT})
    rows.append((say("合计"), [*totals, left, place(len(cohort.members), {})]))
    return Matrix([*(manner.state(now) for now in afters), say("不再列名"), say("合计")], rows)
