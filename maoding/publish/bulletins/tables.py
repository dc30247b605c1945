"""Tables: which cells do the columns of a plan make of the rows, and in which unit?"""

from dataclasses import dataclass, replace

from maoding.publish.bulletins import sentences
from maoding.publish.bulletins.charts import capital
from maoding.publish.bulletins.fields import Field, Finding, Row
from maoding.publish.bulletins.findings import FINDINGS
from maoding.publish.bulletins.letter import Cell, Head, Table
from maoding.publish.bulletins.material import Material
from maoding.publish.bulletins.plan import Column, TablePart
from maoding.publish.bulletins.said import Said
from maoding.publish.bulletins.statements import Statement
from maoding.terms.language import say

Cells = list[Said]


@dataclass(frozen=True)
class Laid:
    """A table without its title: heads, cells of each row, remarks on each row, and what each row states."""

    heads: tuple[Head, ...]
    cells: tuple[tuple[Cell, ...], ...]
    remarks: tuple[tuple[str, str], ...]
    statements: tuple[Statement, ...]

    def table(self, title: str, note: str, cited: list[tuple[int, ...]]) -> Table:
        """The finished table: the sources of a row stand at its first cell, remarks below."""
        rows = [
            (replace(cells[0], sources=numbers), *cells[1:])
            for cells, numbers in zip(self.cells, cited, strict=True)
        ]
        notes = [note, *_alike(self.remarks)]
        return Table(title, self.heads, tuple(rows), "\n".join(each for each in notes if each))


def laid(part: TablePart, rows: list[Row], material: Material) -> Laid:
    """Lay rows out in columns."""
    finding = FINDINGS[part.rows.finding]
    fields = [finding.fields[column.field] for column in part.columns]
    table = [[field.say(row, material) for field in fields] for row in rows]
    units = [_unit(field, [cells[place] for cells in table]) for place, field in enumerate(fields)]
    heads = tuple(
        _head(column, field, [cells[place] for cells in table], material)
        for place, (column, field) in enumerate(zip(part.columns, fields, strict=True))
    )
    told = any(column.field == "remark" for column in part.columns)
    minded: list[Cells] = [
        [] if told else _minded(cells, row, finding, material) for cells, row in zip(table, rows, strict=True)
    ]
    return Laid(
        heads,
        tuple(tuple(_cell(said, unit) for said, unit in zip(cells, units, strict=True)) for cells in table),
        tuple(
            (_name(row, finding, material), say("；").join(each.text for each in needed))
            for row, needed in zip(rows, minded, strict=True)
            if needed
        ),
        tuple(
            _statement(cells, units, needed, row, finding, material)
            for cells, needed, row in zip(table, minded, rows, strict=True)
        ),
    )


def _unit(field: Field, cells: Cells) -> str:
    """The unit all known cells of a column share, to stand in its head; empty where they differ."""
    units = {said.unit for said in cells if said.known}
    return units.pop() if field.numeric and len(units) == 1 else ""


def _head(column: Column, field: Field, cells: Cells, material: Material) -> Head:
    """The head of a column; only what is numbers through and through is set as numbers."""
    unit = _unit(field, cells)
    numeric = field.numeric and all(said.is_number for said in cells if said.known)
    text = column.head.of(material.language) if column.head else say(field.head)
    return Head(capital(text), say(unit) if unit else "", numeric, column.width or field.width)


def _cell(said: Said, unit: str) -> Cell:
    return Cell(said.bare if unit else said.text, said.tone)


def _minded(cells: Cells, row: Row, finding: Finding, material: Material) -> Cells:
    whole = Said(
        "",
        tuple(number for said in cells for number in said.numbers),
        judged=tuple(judged for said in cells for judged in said.judged),
    )
    return sentences.remarks(whole, row, finding, material)


def _name(row: Row, finding: Finding, material: Material) -> str:
    """What a row is called below the table; every finding with remarks has a name."""
    return finding.fields["name"].say(row, material).text


def _alike(remarks: tuple[tuple[str, str], ...]) -> list[str]:
    """Remarks below a table, rows with the same remark together."""
    named: dict[str, list[str]] = {}
    for name, remark in remarks:
        named.setdefault(remark, []).append(name)
    return [
        say("{name}：{remarks}。", name=say("、").join(dict.fromkeys(names)), remarks=remark)
        for remark, names in named.items()
    ]


def _statement(
    cells: Cells, units: list[str], needed: Cells, row: Row, finding: Finding, material: Material
) -> Statement:
    """The row as printed, cell by cell, with its remarks."""
    said = [*cells, *needed]
    printed = [_cell(each, unit).text for each, unit in zip(cells, units, strict=True)]
    whole = Said(
        " | ".join([*printed, *(each.text for each in needed)]),
        tuple(number for each in said for number in each.numbers),
        tuple(source for each in said for source in each.sources),
        judged=tuple(judged for each in said for judged in each.judged),
    )
    stated = sentences.stated(whole, finding, [row], material, "row")
    return replace(stated, remarks=tuple(each.text for each in needed))
