"""Cohort list: by what are the members of a fixed cohort (固定名单) sifted and ordered, and what is in its workbook?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from maoding.publish.cohorts import ADDED, LEFT, MOVES, NO_STEP, PARTS, REASONS, STAYED, Member
from maoding.publish.pages.board_list import STATES
from maoding.publish.pages.lists import Choice, Column, Listing
from maoding.publish.projects import UNNAMED, step_names
from maoding.publish.scoreboard import FIRST
from maoding.publish.spelling import spelt
from maoding.publish.workbook import Cell
from maoding.terms.language import noted, say
from maoding.terms.pack import Pack

A_PAGE = 200
PART_WORDS = {STAYED: noted("仍在名单"), LEFT: noted("不再列名"), ADDED: noted("新增")}
PROMISE_MOVES = {
    "worse": noted("变差"),
    "lost": noted("不再有结论"),
    "better": noted("好转"),
    "judged": noted("新有结论"),
    "same": noted("未变"),
    "unjudged": noted("仍无结论"),
}
PROJECT_MOVES = {
    "worse": noted("说法退回前面的步骤"),
    "lost": noted("步骤不再可知"),
    "better": noted("往前走了"),
    "judged": noted("新知道步骤"),
    "same": noted("未变"),
    "unjudged": noted("仍不知步骤"),
}
UNSAID = noted("未说明")


@dataclass(frozen=True)
class Manner:
    """How one kind of list speaks: names of states in order, words for moves, and what a member is called.

    `states` and `moves` are in the reader's language; `sides` are more columns of the workbook, one for either day.
    """

    states: Mapping[str, str]
    moves: Mapping[str, str]
    name: Callable[[Member], str]
    body: Callable[[Member], str]
    words: Callable[[Member], str]
    entry: Callable[[Member], str]
    sides: tuple[tuple[str, str, Callable[[Any], Cell]], ...] = ()

    def state(self, state: str) -> str:
        """Word for a state."""
        return self.states.get(state, state)

    def order(self, state: str) -> int:
        """Place of a state among the others."""
        return list(self.states).index(state)


def manner_of_promises(light: Callable[[Any], str]) -> Manner:
    """Manner of the year's promises; `light` words the light of a row of the board."""
    return Manner(
        states={state: say(STATES[state]) for state in FIRST},
        moves={move: say(words) for move, words in PROMISE_MOVES.items()},
        name=lambda each: str(_row(each)["indicator_name"]),
        body=lambda each: str(_row(each)["subject_name"]),
        words=lambda each: (
            f"{_row(each)['subject_name']} {_row(each)['indicator_name']} {_row(each)['record']}"
        ),
        entry=lambda each: str(_row(each)["promise"]),
        sides=(
            ("light", noted("灯"), light),
            ("completion", noted("完成率 %"), _completion),
        ),
    )


def manner_of_projects(pack: Pack) -> Manner:
    """Manner of a list of projects."""
    unknown = {UNNAMED: say("未写明步骤"), NO_STEP: say("尚无数据")}
    return Manner(
        states=unknown | step_names(pack),
        moves={move: say(words) for move, words in PROJECT_MOVES.items()},
        name=lambda each: str(_row(each).name),
        body=lambda each: str(_row(each).body_name),
        words=lambda each: f"{_row(each).name} {_row(each).code} {_row(each).owner}",
        entry=lambda each: str(_row(each).code),
    )


def _row(member: Member) -> Any:
    """What is known of a member last."""
    return member.then if member.now is None else member.now


def _completion(row: Any) -> Cell:
    return "" if row["completion_shown"] is None else round(row["completion_shown"], 4)


def listing_of(manner: Manner, source: Callable[[Member], str]) -> Listing:
    """The members of a cohort as a list; `source` gives the address of a member's source."""
    columns = (
        Column("part", noted("类别"), lambda each: say(PART_WORDS[each.part]), on_page=False),
        Column("body", noted("单位"), manner.body, lambda each: spelt(manner.body(each)), on_page=False),
        Column("member", noted("名单上的"), manner.name, lambda each: spelt(manner.name(each))),
        Column("then", noted("起始日"), _state(manner, "then"), _order(manner, "then")),
        *(_side("then", key, words, cell) for key, words, cell in manner.sides),
        Column("now", noted("截至日"), _state(manner, "now"), _order(manner, "now")),
        *(_side("now", key, words, cell) for key, words, cell in manner.sides),
        Column("moved", noted("变化"), lambda each: manner.moves.get(each.moved, ""), _urgency),
        Column("restated", noted("其间的改动"), _restated, on_page=False),
        Column("reason", noted("为何不再列名"), reason, on_page=False),
        Column("source", noted("出处"), source, on_page=False),
    )
    choices = (
        Choice(
            "part", noted("类别"), lambda each: (each.part,), lambda part: say(PART_WORDS[part]), PARTS.index
        ),
        Choice("then", noted("起始日"), lambda each: (each.then_state,), manner.state, manner.order),
        Choice("now", noted("截至日"), _still, manner.state, manner.order),
        Choice(
            "moved", noted("变化"), lambda each: (each.moved,), lambda move: manner.moves[move], MOVES.index
        ),
        Choice("body", noted("单位"), lambda each: (manner.body(each),)),
    )
    return Listing("cohort", columns, choices, manner.words, a_page=A_PAGE)


def reason(member: Member) -> str:
    """Why a member left, in words; 未说明 where nobody gave a reason."""
    if member.part != LEFT:
        return ""
    return say(REASONS[member.reason] if member.reason else UNSAID)


def _still(member: Member) -> tuple[str, ...]:
    """State of a member that is still on the list: what becomes of the others is told apart."""
    return (member.now_state,) if member.part != LEFT else ()


def _state(manner: Manner, side: str) -> Callable[[Member], Cell]:
    return lambda each: manner.state(getattr(each, f"{side}_state"))


def _order(manner: Manner, side: str) -> Callable[[Member], int | None]:
    def order(each: Member) -> int | None:
        state = getattr(each, f"{side}_state")
        return manner.order(state) if state else None

    return order


def _side(side: str, key: str, words: str, cell: Callable[[Any], Cell]) -> Column:
    def of_side(each: Member) -> Cell:
        row = getattr(each, side)
        return "" if row is None else cell(row)

    return Column(f"{side}_{key}", words, of_side, on_page=False)


def _urgency(member: Member) -> int | None:
    return MOVES.index(member.moved) if member.moved else None


def _restated(member: Member) -> str:
    told = [say("更正过数字") if member.corrected else "", say("另有别的数") if member.restated else ""]
    return say("；").join(filter(None, told))
