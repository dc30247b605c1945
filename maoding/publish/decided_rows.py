"""Decided rows: what does a rule table or a model say of each row of anyone's table, and why?

One row in, one result out (contracts §5): a cell that cannot be read counts as not known and is reported with its place
and the mend; every other row is answered all the same.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from maoding.decisions import Facts, Table, decide_one, explain_one
from maoding.decisions.explaining import Miss, nearest_misses, would_settle
from maoding.decisions.feel.names import plain
from maoding.decisions.models import Model
from maoding.decisions.models.nodes import InputData
from maoding.decisions.record import RowFound
from maoding.decisions.values import numbers
from maoding.decisions.values.writing import text_of
from maoding.publish.checking import BadCell
from maoding.publish.fact_cells import value_of
from maoding.publish.rule_cells import Heads, UnfitError, fact
from maoding.terms.language import say

FIRST_ROW = 2  # the heading is row 1

Row = Mapping[str, Any]
Result = dict[str, Any]


@dataclass(frozen=True)
class Wanted:
    """What is told besides the answer: every row with its cells, and the rows nearly met."""

    explain: bool = False
    near_miss: bool = False


def decided_by_table(rows: Sequence[Row], table: Table, wanted: Wanted) -> tuple[list[Result], list[BadCell]]:
    """What a rule table says of each row, headings being the inputs' names or labels.

    Returns ``{"row", "outcome", "rule_row", "certain", "misses", "unknown"}`` for every row, and what could not
    be read.
    """
    heads = Heads.of(table, rows)
    results, bad_cells = [], list(_missing(heads.columns, list(table.inputs), rows))
    for place, row in enumerate(rows, FIRST_ROW):
        number = _number(row, place)
        facts: dict[str, Any] = dict.fromkeys(table.inputs)
        for name, column in heads.columns.items():
            cell = _written(row.get(column))
            try:
                found = fact(cell, table.inputs[name], heads.units[name])
            except UnfitError as error:
                bad_cells.append(BadCell(number, column, str(cell), error.reason, error.mend))
            else:
                facts[name] = found.value if found else None
        results.append({"row": number} | _by_table(table, facts, wanted))
    return results, bad_cells


def _by_table(table: Table, facts: Facts, wanted: Wanted) -> Result:
    decision, found = decide_one(table, facts), explain_one(table, facts)
    told: Result = {
        "outcome": decision.outcome,
        "rule_row": decision.rule_row,
        "certain": decision.certain,
        "misses": [_miss(each) for each in nearest_misses(found, facts)] if wanted.near_miss else [],
        "unknown": [] if decision.certain else would_settle(table, found, facts),
    }
    if wanted.explain:
        told |= {
            "facts": {name: json_of(value) for name, value in facts.items()},
            "rows": [_row(each) for each in found],
        }
    return told


def _miss(miss: Miss) -> Result:
    by = {name: json_of(way) for name, way in miss.by.items()}
    return {"rule_row": miss.rule_row, "cells": list(miss.cells), "by": by}


def _row(found: RowFound) -> Result:
    cells = [
        {
            "measure": each.measure.name,
            "cell": each.cell.text,
            "value": json_of(each.value),
            "truth": each.truth,
        }
        for each in found.cells
        if each.cell.tests
    ]
    return {"rule_row": found.row.number, "truth": found.truth, "cells": cells}


def decided_by_model(
    rows: Sequence[Row], model: Model, decision: str, now: object, wanted: Wanted
) -> tuple[list[Result], list[BadCell]]:
    """What a decision of a model says of each row, headings being the names of the inputs.

    The rows' results have the shape of those of a table; `misses` are told of rule tables only. With `explain` the
    reasons why something came to null stand under ``notes``.

    Raises:
        RuleError: there is no such decision, or it takes too long.
    """
    inputs = {plain(node.name): node for node in model.part.nodes.values() if isinstance(node, InputData)}
    heads = {name: head for row in rows for head in row if (name := plain(str(head))) in inputs}
    results, bad_cells = [], list(_missing(heads, list(inputs), rows))
    for place, row in enumerate(rows, FIRST_ROW):
        number = _number(row, place)
        facts: dict[str, object] = {}
        for name, head in heads.items():
            try:
                facts[name] = value_of(row.get(head), inputs[name].type)
            except UnfitError as error:
                bad_cells.append(BadCell(number, head, str(row.get(head)), error.reason, error.mend))
        answer = model.decide(decision, facts, now)
        rows_fired = [*answer.rule_rows]
        told: Result = {
            "row": number,
            "outcome": {decision: json_of(answer.value)},
            "rule_row": rows_fired[0] if len(rows_fired) == 1 else rows_fired or None,
            "certain": not answer.missing,
            "misses": [],
            "unknown": list(answer.missing),
        }
        if wanted.explain:
            told |= {
                "facts": json_of(facts),
                "notes": list(dict.fromkeys(each.reason for each in answer.notes)),
            }
        results.append(told)
    return results, bad_cells


def _missing(found: Mapping[str, str], inputs: list[str], rows: Sequence[Row]) -> Iterator[BadCell]:
    """That the rows have none of the columns wanted, or that one of them is missing."""
    if rows:
        for name in inputs:
            if name not in found:
                reason = say("没有“{name}”这一列，按未知计", name=name)
                yield BadCell(1, say("表头"), "", reason, say("表头请写：{wanted}", wanted=name))


def _number(row: Row, place: int) -> int:
    own = row.get("row")
    return own if isinstance(own, int) and not isinstance(own, bool) else place


def _written(cell: object) -> object:
    """A cell as a sheet would have it: numbers in digits, yes and no in words."""
    if isinstance(cell, bool):
        return str(cell).lower()
    return numbers.written(cell) if isinstance(cell, Decimal) and cell.is_finite() else cell


def json_of(value: object) -> object:
    """A value as JSON holds it: whole numbers as they are, other numbers exactly, as text."""
    if isinstance(value, Fraction):
        value = numbers.of_fraction(value)
    if isinstance(value, Decimal):
        return (
            int(value)
            if value == value.to_integral_value() and abs(value) < 2**53
            else numbers.written(value)
        )
    if isinstance(value, dict):
        return {key: json_of(each) for key, each in value.items()}
    if isinstance(value, list):
        return [json_of(each) for each in value]
    return value if value is None or isinstance(value, bool | str | int) else text_of(value)
