"""Cohort rows: how is each member of a fixed cohort shown, and how many went from where to where?"""

from dataclasses import dataclass, field
from typing import Any

from maoding.judge.lights import UNKNOWN
from maoding.ledger import find
from maoding.publish.cohorts import ADDED, LEFT, STAYED, Cohort, Member
from maoding.publish.documents import sentence
from maoding.publish.pages.asked import Asked
from maoding.publish.pages.cells import Light, Number, line
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
    """A member on one day: its state in words and where that leads; light, completion, remark where there are any."""

    words: str
    href: str
    detail: str
    light: Light | None = None
    number: Number | None = None
    remark: str = ""


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
    """How members of one kind of list are shown: as of which days, under which rule, by which site.

    What was shown once is kept (`shown`), for a reader lives as long as the cohort it reads.
    """

    site: Site
    then: Asked
    now: Asked
    rule: LightRule
    manner: Manner
    shown: dict[str, Told] = field(default_factory=dict)

    def told(self, member: Member) -> Told:
        """One member as the page shows it."""
        if member.key not in self.shown:
            self.shown[member.key] = self._told(member)
        return self.shown[member.key]

    def _told(self, member: Member) -> Told:
        then = self._side(member.then, member.then_state, self.then)
        now = self._side(member.now, member.now_state, self.now)
        entry, last = self.manner.entry(member), self.now if now else self.then
        remark = next((each.remark for each in (now, then) if each), "")
        return Told(
            id=entry,
            subject=self.manner.body(member),
            name=self.manner.name(member),
            href=last.page("project", entry) if _is_project(member) else last.row(entry),
            then=then,
            now=now,
            moved=self.manner.moves.get(member.moved, ""),
            tone=member.moved,
            remark=remark or (say("其间更正过数字") if member.corrected else ""),
            **self._said(member),
        )

    def _side(self, known: Any, state: str, asked: Asked) -> Side | None:
        """A member on one day; None where nothing is known of it then."""
        if known is None:
            return None
        if isinstance(known, Project):
            return self._project(known, state, asked)
        shown = line(known, asked, self.rule, self.now)
        lamp = shown.light if known["light"] != UNKNOWN or shown.light.usual else None
        href = asked.row(known["promise"])
        return Side(self.manner.state(state), href, shown.period, lamp, shown.completion, shown.remark)

    def _project(self, project: Project, state: str, asked: Asked) -> Side:
        stage = project.stage
        if stage is None:
            return Side(self.manner.state(state), asked.page("project", project.code), "")
        return Side(stage.name, self.now.entry(stage.id), stage_on(stage.on, as_of=stage.as_of))

    def _said(self, member: Member) -> dict[str, str]:
        """Who said it: of one that left the entry that says so and its words, of one added the entry it came by."""
        if member.part == ADDED:
            on, href = published_on(*member.published), self.now.entry(member.entry)
            return {"said": on, "said_href": href, "sentence": ""}
        found = next(iter(find.entries(member.left_by)), None)
        if found is None:
            return {"said": reason(member), "said_href": "", "sentence": ""}
        said = say("{reason}（{on}）", reason=reason(member), on=published_on(*found.body["published"]))
        words = sentence(found.place, self.site.shared) or ""
        return {"said": said, "said_href": self.now.entry(member.left_by), "sentence": Exact(words)}


def _is_project(member: Member) -> bool:
    return isinstance(member.then if member.now is None else member.now, Project)


def matrix(cohort: Cohort, picked: Picked, manner: Manner) -> Matrix:
    """How many went from which state to which; every count leads to its members."""
    counts = cohort.transitions
    befores = [each for each in manner.states if any(then == each for _, then, _ in counts)]
    afters = [each for each in manner.states if any(now == each for _, _, now in counts)]

    def place(count: int, picks: dict[str, str], *, same: bool = False) -> Place:
        wanted = NOTHING | picks
        here = any(picks.values()) and all(picked.asked.pick(key) == value for key, value in wanted.items())
        return Place(count, f"{picked.href(**wanted)}#members" if count else "", here, same)

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
