"""Rule text: what does a rule's table say row by row, and what do its boundary cases come to?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from maoding.decisions import Decision, Table, decide_one, read_table, rows_in_words
from maoding.decisions.syntax import Cell, Value
from maoding.decisions.table import NOT_IN_RULE, Label, Row
from maoding.publish.pages.cells import Light, drawn
from maoding.publish.rules import LightRule
from maoding.terms.language import say, spoken

UNKNOWN = "unknown"
BEST_FIRST = ("honour", "good", "neutral", "early", "watch", "bad", "gone")
PART = re.compile(r'"[^"]*"|[^\W\d]\w*|<=|>=|\*|/|\.\.|-')
SIGNS = {"<=": "≤ ", ">=": "≥ ", "*": "×", "/": "÷", "..": "~", "-": "−"}


@dataclass(frozen=True)
class Line:
    """One row of the table: in a sentence, its cells as conditions under the measures' heads, its light."""

    number: int
    sentence: str
    cells: tuple[str, ...]
    light: Light
    gap: bool


@dataclass(frozen=True)
class Case:
    """A boundary case: its facts under the inputs' heads, the light they come to, by which row, and what to mind."""

    facts: tuple[str, ...]
    light: Light
    row: int | None
    remark: str


@dataclass(frozen=True)
class Reading:
    """Another way to read the published wording, and what its rows would say."""

    name: str
    sentences: list[str]


def lines(rule: LightRule) -> list[Line]:
    """Every row of the rule's table."""
    told = zip(rule.table.rows, rows_in_words(rule.table), strict=True)
    return [
        Line(row.number, sentence, _cells(rule.table, row), drawn(_light(rule.table, row), rule), row.gap)
        for row, sentence in told
    ]


def _light(table: Table, row: Row) -> str:
    return str(table.outcome_of(row)["light"])


def heads(rule: LightRule) -> list[tuple[str, str]]:
    """What each column of the table is called, and its unit."""
    return [(called(each.label), say(each.unit) if each.unit else "") for each in rule.table.measures]


def _cells(table: Table, row: Row) -> tuple[str, ...]:
    measures = zip(table.measures, row.cells, strict=True)
    return tuple(_cell(table, table.inputs.get(measure.name), cell) for measure, cell in measures)


def _cell(table: Table, asked_for: Any, cell: Cell) -> str:
    """A cell as written, with names and words in the reader's language; empty where anything will do."""
    if not cell.tests:
        return ""
    words: Mapping[str, Label] = asked_for.words if asked_for else {}
    told = {"true": say("是"), "false": say("否"), **SIGNS}
    told |= {name: called(each.label) for name, each in table.inputs.items()}
    told |= {f'"{word}"': called(label) for word, label in words.items()}
    return PART.sub(lambda found: told.get(found[0], found[0]), cell.text)


def called(label: Label) -> str:
    """A label in the reader's language."""
    return label.en if spoken.get() == "en" else label.zh


def lights(rule: LightRule) -> list[Light]:
    """The rule's words as its file draws them, best first (the ledger keeps them by the alphabet)."""
    words = [drawn(word, rule) for word in rule.said["outcomes"]["light"]["words"]]
    return sorted(words, key=lambda light: BEST_FIRST.index(light.tone))


def cases(rule: LightRule) -> list[Case]:
    """The examples of the rule's file, decided now."""
    return [_case(example, rule) for example in rule.said["examples"]]


def _case(example: dict[str, Any], rule: LightRule) -> Case:
    facts = {name: _exact(example.get(name)) for name in rule.table.inputs}
    decision = decide_one(rule.table, facts)
    light = str(decision.outcome["light"]) if decision.certain else UNKNOWN
    remarks = [_remark(decision, facts, rule)]
    if light != example["light"]:
        remarks.append(say("规则文件写的是{light}", light=drawn(example["light"], rule).word))
    return Case(
        facts=tuple(_shown(example.get(name), rule, name) for name in rule.table.inputs),
        light=drawn(light, rule),
        row=decision.rule_row if decision.certain else None,
        remark=say("；").join(remark for remark in remarks if remark),
    )


def _exact(value: Any) -> Value | None:
    return value if value is None or isinstance(value, bool | str) else Fraction(str(value))


def _remark(decision: Decision, facts: Mapping[str, Value | None], rule: LightRule) -> str:
    if not decision.certain:
        missing = say("、").join(rule.label(name) for name, value in facts.items() if value is None)
        return say("缺少：{missing}", missing=missing)
    return say("规则未规定") if decision.note == NOT_IN_RULE else ""


def _shown(value: Any, rule: LightRule, name: str) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return say("是") if value else say("否")
    words = rule.table.inputs[name].words
    return called(words[value]) if value in words else str(value).replace("-", "−")


def readings(rule: LightRule) -> list[Reading]:
    """Other ways to read the wording, where the file gives any."""
    return [
        Reading(other[spoken.get()], rows_in_words(read_table(rule.said | other)))
        for other in rule.said.get("alternative_readings", {}).values()
    ]
