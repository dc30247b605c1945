"""Cohorts: whom did a list hold on one day, and what is known of each of them on a later one?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import narwhals as nw
import polars as pl

from maoding.judge import cohorts as judged
from maoding.ledger.known import TYPES
from maoding.publish.asking import Answers, tree
from maoding.publish.projects import UNNAMED, Project, step_of
from maoding.publish.same_promise import pairs, same_promise
from maoding.publish.scoreboard import Scoreboard
from maoding.terms.columns import TEXT, WHOLE, YES_NO
from maoding.terms.language import noted

Row = dict[str, Any]
THEN = {"member": TEXT, "entry": TEXT, "state": TEXT, "worth": WHOLE}
NOW = THEN | {"listed": YES_NO, "left_by": TEXT}
WORTH = {
    "behind": 0,
    "near": 1,
    "late": 1,
    "on_pace": 2,
}  # of a promise's state; the others cannot be compared
NO_STEP = "none"  # of a project of which no step is known
STAYED, LEFT, ADDED = judged.STAYED, judged.LEFT, judged.ADDED
PARTS = (STAYED, LEFT, ADDED)
MOVES = ("worse", "lost", "better", "judged", "same", "unjudged")
# Why a promise is no longer on the board, where the ledger says so.
ESTIMATE, STATED, MOVED_AWAY, WITHDRAWN = "estimate", "stated", "moved_away", "withdrawn"
CORRECTED = "corrected"
REASONS = {
    ESTIMATE: noted("改称预计，不再是承诺"),
    CORRECTED: noted("已更正为另外的数"),
    STATED: noted("另有写明这项计划的承诺"),
    MOVED_AWAY: noted("单位不再属于本市"),
    WITHDRAWN: noted("来源写明退出名单"),
}


@dataclass(frozen=True)
class Member:
    """One member of either day's list; `then` and `now` are its board row or project on each day, None where not known.

    `published` is when the `entry` that puts it on the list was, as stated and how exactly.
    `corrected`: another number took the place of the one promised. `restated`: another source said another number,
    which replaces nothing by itself. `reason` is a key of REASONS, with the entry `left_by` that says so; empty where
    nobody gave one.
    """

    key: str
    part: str
    moved: str
    corrected: bool
    restated: bool
    then_state: str
    now_state: str
    then: Any
    now: Any
    entry: str
    published: tuple[str, str]
    left_by: str
    reason: str


@dataclass(frozen=True)
class Cohort:
    """Members of both lists, what needs a decision first; and how many went from which state to which, by part."""

    members: tuple[Member, ...]
    transitions: Mapping[tuple[str, str, str], int]

    def count(self, *, part: str = "", moved: str = "") -> int:
        """How many members are of a part, or moved in a way."""
        return sum(part in ("", each.part) and moved in ("", each.moved) for each in self.members)

    @property
    def eased(self) -> int:
        """How many of those that stand better had another number put in the place of the one promised."""
        return sum(each.corrected and each.moved == "better" for each in self.members)

    @property
    def held(self) -> int:
        """How many were on the list on the first day."""
        return self.count(part=STAYED) + self.count(part=LEFT)


def of_promises(then: Scoreboard, now: Scoreboard, answers: Answers) -> Cohort:
    """The promises of one year as known on two days; `answers` are those of the later day."""
    then_rows, now_rows, reasons = [], [], {}
    before, after = {}, {}
    for was, row in pairs(then.rows, now.rows):
        key = str((was or row or {})["promise"])
        if was is not None:
            before[key] = was
            then_rows.append(_promise(key, was))
        if row is not None:
            after[key] = row
            now_rows.append(_promise(key, row) | {"listed": True})
        elif was is not None:
            said, reasons[key] = _dropped(was, answers, now.rows)
            now_rows.append({"member": key, "listed": False, "left_by": said})
    published = {row["promise"]: _published(row) for board in (then, now) for row in board.rows}
    found = _cohort(then_rows, now_rows, before, after, reasons, published)
    return replace(found, members=tuple(map(_restated, found.members)))


def of_projects(
    then: tuple[Answers, Iterable[Project]],
    now: tuple[Answers, Iterable[Project]],
    tier: str,
    years: tuple[str, str],
) -> Cohort:
    """The projects on a tier's list on two days: what is known on each, and which year's list it is."""
    before, after = ({each.code: each for each in projects} for _, projects in (then, now))
    held = {row["subject"]: row["id"] for row in _on_list(then[0], tier, years[0]) if not row["left_by"]}
    listed = {row["subject"]: row for row in _on_list(now[0], tier, years[1])}
    said = {row["subject"]: row["left_by"] for row in _on_list(now[0], tier, years[0])}
    then_rows = [_project(before[code], entry) for code, entry in held.items() if code in before]
    now_rows = [
        _project(after[code], row["id"]) | {"listed": not row["left_by"], "left_by": row["left_by"]}
        for code, row in listed.items()
        if code in after
    ]
    now_rows += [
        _project(after[code], "") | {"listed": False, "left_by": said.get(code)}
        for code in held
        if code in after and code not in listed
    ]
    reasons = {row["member"]: WITHDRAWN for row in now_rows if row["left_by"]}
    published = {row["id"]: _published(row) for answers, _ in (then, now) for row in answers.rows("events")}
    return _cohort(then_rows, now_rows, before, after, reasons, published)


def list_years(answers: Answers, tier: str) -> list[str]:
    """Years of the lists of a tier that some project of the city is known on, the latest first."""
    ours = set(tree(answers.table("subjects"), answers.question.pack.city["code"]))
    rows = [row for row in answers.rows("list_members") if row["tier"] == tier and row["subject"] in ours]
    return sorted({row["year"] for row in rows if row["year"]}, reverse=True)


def _on_list(answers: Answers, tier: str, year: str) -> list[Row]:
    return [row for row in answers.rows("list_members") if row["tier"] == tier and row["year"] == year]


def _promise(name: str, row: Row) -> Row:
    state = row["state"]
    return {"member": name, "entry": row["promise"], "state": state, "worth": WORTH.get(state)}


def _published(row: Row) -> tuple[str, str]:
    return row["published_at"], row["published_precision"]


def _restated(member: Member) -> Member:
    """A promise with what was said of it in between; a plan that only rates speak of is said by every rate anew."""
    if member.part != STAYED:
        return member
    before, after = ({each["restated"] for each in row["drift"]} for row in (member.then, member.now))
    corrected = member.corrected and member.now["record"] is not None
    return replace(member, corrected=corrected, restated=bool(after - before))


def _project(project: Project, entry: str) -> Row:
    state = step_of(project) or NO_STEP
    known = state not in (UNNAMED, NO_STEP)
    worth = project.stage.place if project.stage and known else None
    return {"member": project.code, "entry": entry, "state": state, "worth": worth}


def _dropped(row: Row, answers: Answers, rows: list[Row]) -> tuple[str | None, str]:
    """The entry that says why a promise is no longer on the board, and the reason; none where nobody said."""
    subject = next((each for each in answers.rows("subjects") if each["code"] == row["subject"]), None)
    if subject and row["subject"] not in answers.table("bodies")["subject"]:
        return subject["id"], MOVED_AWAY
    if row["record"] is None:
        plans = {each["plan"] for each in answers.rows("plans") if each["done"] == row["indicator"]}
        told = [each for each in rows if each["subject"] == row["subject"] and each["indicator"] in plans]
        return (told[0]["promise"], STATED) if told else (None, "")
    told = [each for each in answers.rows("commitments") if same_promise(each) == same_promise(row)]
    if not told:
        return None, ""
    return told[0]["id"], ESTIMATE if told[0]["strength"] == "estimate" else CORRECTED


def _cohort(
    then: list[Row],
    now: list[Row],
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    reasons: Mapping[str, str],
    published: Mapping[str, tuple[str, str]],
) -> Cohort:
    rows = judged.cohort(_frame(then, THEN), _frame(now, NOW))
    moved = judged.transitions(rows).to_native().iter_rows(named=True)
    members = [
        Member(
            key=(key := row["member"]),
            part=row["part"],
            moved=row["moved"] or "",
            corrected=row["restated"],
            restated=False,
            then_state=row["then_state"] or "",
            now_state=row["now_state"] or "",
            then=before[key] if row["then_state"] else None,
            now=after.get(key),
            entry=(entry := row["now_entry"] or row["then_entry"]),
            published=published[entry],
            left_by=row["left_by"] or "",
            reason=reasons.get(key, "") if row["part"] == LEFT else "",
        )
        for row in rows.to_native().iter_rows(named=True)
    ]
    order = {key: at for at, key in enumerate((*before, *after))}
    members.sort(key=lambda each: (PARTS.index(each.part), _urgency(each.moved), order[each.key]))
    counts = {(row["part"], row["then_state"] or "", row["now_state"] or ""): row["members"] for row in moved}
    return Cohort(tuple(members), counts)


def _urgency(moved: str) -> int:
    return MOVES.index(moved) if moved else len(MOVES)


def _frame(rows: list[Row], kinds: Mapping[str, str]) -> nw.DataFrame[pl.DataFrame]:
    shown = [{name: row.get(name) for name in kinds} for row in rows]
    frame = pl.DataFrame(shown, schema={name: TYPES[kind] for name, kind in kinds.items()}, orient="row")
    return nw.from_native(frame)
