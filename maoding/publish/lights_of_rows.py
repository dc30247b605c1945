"""Lights of rows: which light does a rule give each row of anyone's table?

One text row in, one result out (contracts §5): a cell that cannot be read counts as not known and is reported with its
place and the mend; every other row is answered all the same.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

import narwhals as nw

from maoding.decisions import Decision, Scaled, Standing, Table, Text, YesNo, decide, decide_one
from maoding.decisions.syntax import NUMBER, Value
from maoding.decisions.table import CONFLICT, NO_ROW, NOT_IN_RULE, TOO_LARGE
from maoding.publish.checking import BadCell
from maoding.publish.rule_cells import Fact, Heads, UnfitError, fact
from maoding.terms.columns import TEXT
from maoding.terms.language import say, spoken

FIRST_ROW = 2  # the heading is row 1
UNKNOWN, NONE = "unknown", "none"
MOST_DECIMALS = 6  # rows with finer or greater numbers are decided one by one, in fractions
GREATEST = 10**15

Row = Mapping[str, Any]
Known = dict[str, Value | None]
Result = dict[str, Any]


def lights_of_rows(rows: Sequence[Row], table: Table) -> tuple[list[Result], list[BadCell]]:
    """Give each text row its light by a rule (亮灯), with percentages written as 30.6.

    Headings are the inputs' names or their labels, a unit may follow in brackets; `subject` (主体, 项目, 单位, 区镇)
    names the row, else its number does. A row may bring its number in the file as ``row``, else they count from 2.
    What is missing is not known, and the light is ``unknown`` unless it makes no difference.

    Returns ``{"subject", "light", "rule", "rule_row", "gap", "certain", "note"}`` for every row in the rows' order,
    and the cells that could not be read.
    """
    heads = Heads.of(table, rows)
    numbers = [_number(row, place) for place, row in enumerate(rows, FIRST_ROW)]
    bad_cells = list(_missing_heads(table, heads)) if rows else []
    known: list[Known] = []
    for number, row in zip(numbers, rows, strict=True):
        facts, unread = _read(number, row, table, heads)
        known.append(facts)
        bad_cells += unread
    results = []
    for number, row, facts, decision in zip(numbers, rows, known, _decided(table, known), strict=True):
        subject = str(row.get(heads.subject) or "").strip() if heads.subject else ""
        results.append({"subject": subject or str(number)} | _result(table, facts, decision))
    return results, bad_cells


def _number(row: Row, place: int) -> int:
    """Number of a row in its file; a column of the reader's own called row is text and is no such number."""
    own = row.get("row")
    return own if isinstance(own, int) else place


def _missing_heads(table: Table, heads: Heads) -> Iterator[BadCell]:
    if not heads.columns:
        wanted = "、".join(f"{_label(table, name)}（{name}）" for name in table.inputs)
        yield BadCell(
            1, say("表头"), "", say("没有找到规则要用的列"), say("表头请写：{wanted}", wanted=wanted)
        )


def _read(number: int, row: Row, table: Table, heads: Heads) -> tuple[Known, list[BadCell]]:
    """Facts of a row by input, and its cells that could not be read."""
    found: dict[str, Fact | None] = {}
    bad_cells: list[BadCell] = []
    for name, column in heads.columns.items():
        cell = row.get(column)
        try:
            found[name] = fact(cell, table.inputs[name], heads.units[name])
            _same_family(found, name, table)
        except UnfitError as error:
            found[name] = None
            bad_cells.append(BadCell(number, column, str(cell), error.reason, error.mend))
    facts = {name: each.value if each else None for name, each in ((n, found.get(n)) for n in table.inputs)}
    return facts, bad_cells


def _same_family(found: Mapping[str, Fact | None], name: str, table: Table) -> None:
    """Numbers whose unit the rule leaves open are compared with one another, so they must be of one family."""
    this = found[name]
    for other, that in found.items():
        open_units = table.inputs[other].kind == table.inputs[name].kind == NUMBER
        open_units = open_units and not (table.inputs[other].unit or table.inputs[name].unit)
        if this and that and open_units and this.family != that.family:
            reason = say("单位与“{other}”不同类，不能比较", other=_label(table, other))
            raise UnfitError(reason, say("请给两列写同一类单位，或都不写"))


def _decided(table: Table, known: Sequence[Known]) -> Iterator[Decision]:
    """What the table says of each record: of the whole frame at once where its whole numbers can hold the facts."""
    decimals = {name: _decimals(known, name) for name, each in table.inputs.items() if each.kind == NUMBER}
    standing: dict[str, Standing] = {
        name: Scaled(name, decimals[name])
        if each.kind == NUMBER
        else (Text if each.kind == TEXT else YesNo)(name)
        for name, each in table.inputs.items()
    }
    columns = {name: [_stored(facts[name], decimals.get(name)) for facts in known] for name in table.inputs}
    kinds = {NUMBER: nw.Int64(), TEXT: nw.String()}
    schema = {name: kinds.get(each.kind, nw.Boolean()) for name, each in table.inputs.items()}
    frame = decide(nw.from_dict(columns, schema, backend="polars"), table, standing)
    for facts, row in zip(known, frame.iter_rows(named=True), strict=True):
        unstored = any(facts[name] is not None and row[name] is None for name in table.inputs)
        if unstored or row["note"] == TOO_LARGE:
            yield decide_one(table, facts)
        else:
            outcome = {each.name: row[each.name] for each in table.outcomes}
            yield Decision(outcome, row["rule_row"], row["gap"], row["certain"], row["note"])


def _decimals(known: Sequence[Known], name: str) -> int:
    """Fewest decimals that hold every number of a column, up to a limit."""
    values = {facts[name] for facts in known}
    exact = (
        n for n in range(MOST_DECIMALS) if all((Fraction(v) * 10**n).denominator == 1 for v in values if v)
    )
    return next(exact, MOST_DECIMALS)


def _stored(value: Value | None, decimals: int | None) -> Value | int | None:
    """A number as a whole one at its column's decimals; None if it does not fit."""
    if value is None or decimals is None:
        return value
    scaled = Fraction(value) * 10**decimals
    return scaled.numerator if scaled.denominator == 1 and abs(scaled) <= GREATEST else None


def _result(table: Table, facts: Known, decision: Decision) -> Result:
    """The shape of contracts §5; what is not certain is not shown as a light."""
    light, gap, row = decision.outcome["light"], decision.gap, decision.rule_row
    if not decision.certain:
        light, gap, row = UNKNOWN, False, None
    elif decision.note == NO_ROW:
        light, gap = NONE, True
    elif decision.note == CONFLICT:
        light = UNKNOWN
    return {
        "light": light,
        "rule": table.name,
        "rule_row": row,
        "gap": gap,
        "certain": decision.certain,
        "note": _note(table, facts, decision),
    }


def _note(table: Table, facts: Known, decision: Decision) -> str:
    if not decision.certain:
        missing = say("、").join(_label(table, name) for name, value in facts.items() if value is None)
        return say("缺少：{missing}", missing=missing)
    if decision.note in (NOT_IN_RULE, NO_ROW):
        return say("规则未规定")
    return say("规则自相矛盾，两行同时成立") if decision.note == CONFLICT else ""


def _label(table: Table, name: str) -> str:
    label = table.inputs[name].label
    return label.en if spoken.get() == "en" else label.zh
