"""Deciding: what do decision tables say of everyone in a population?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from maoding.decisions.columns import reach
from maoding.decisions.expressions import GREATEST
from maoding.decisions.hits import saying
from maoding.decisions.inputs import Bound, Standing, check, stand
from maoding.decisions.kernel import loops
from maoding.decisions.kernel.conditions import Conditions, Node, NotForKernelError, every
from maoding.decisions.kernel.layout import Layout, Step
from maoding.decisions.kernel.population import Bytes, Population
from maoding.decisions.table import CONFLICT, FIRST, NO_ROW, NOT_IN_RULE, NOTHING_TO_SAY, Given, Table
from maoding.terms.language import say

MOST_ROWS = 254
UNSEEN = 255  # more misses than any row has


@dataclass(frozen=True)
class Nearest:
    """Of one table for everyone: the uppermost row with the fewest cells that are not true, and how many are not."""

    rule_row: Bytes
    misses: Bytes


@dataclass(frozen=True)
class Decided:
    """What one table says of everyone: the row that answers (0: none), if that is certain, if rows conflict."""

    table: Table
    rule_row: Bytes
    certain: Bytes
    conflict: Bytes

    def codes(self, outcome: str) -> tuple[npt.NDArray[np.int64], list[Given]]:
        """An outcome as places in a list of what rows say; -1 where no row answers."""
        place = [each.name for each in self.table.outcomes].index(outcome)
        said = [row.given[place] for row in self.table.rows]
        words = list(dict.fromkeys(said))
        table = np.array([-1, *(words.index(each) for each in said)], dtype=np.int64)
        return table[self.rule_row], words

    def note(self) -> list[str]:
        """Why there is no answer, or that it is assumed; as `decisions.columns.decide` notes it."""
        gaps = [NO_ROW, *(NOT_IN_RULE if row.gap else NOTHING_TO_SAY for row in self.table.rows)]
        return [
            CONFLICT if conflict else gaps[row]
            for row, conflict in zip(self.rule_row, self.conflict, strict=True)
        ]


def decide_all(people: Population, tables: Sequence[tuple[Table, Mapping[str, Standing]]]) -> list[Decided]:
    """Hold several tables against everyone at once; what they have in common is worked out once.

    Raises:
        NotForKernelError: a table asks for what the kernel has no loops for, or numbers are too large for whole-number
            sums; `decisions.columns.decide` decides it.
        RuleError: an input the table does not have, or a column of the wrong kind.
    """
    runs = [_Run(people, table, inputs) for table, inputs in tables]
    layout = _layout(people, runs)
    layout.run([run.taken_together(layout) for run in runs])
    return [run.decided for run in runs]


def nearest_all(people: Population, tables: Sequence[tuple[Table, Mapping[str, Standing]]]) -> list[Nearest]:
    """Which row of each table is everyone nearest to, and how many of its cells are not true?

    Raises:
        NotForKernelError, RuleError: as for `decide_all`.
    """
    runs = [_Run(people, table, inputs) for table, inputs in tables]
    layout = _layout(people, runs)
    found = [Nearest(*(np.zeros(people.size, dtype=np.uint8) for _ in range(2))) for _ in runs]
    layout.run([run.compared(layout, each) for run, each in zip(runs, found, strict=True)])
    return found


def _layout(people: Population, runs: "Sequence[_Run]") -> Layout:
    sources = {name: source for run in runs for name, source in run.bound.sources.items()}
    return Layout(people, sources, [tree for run in runs for tree in run.trees])


class _Run:
    """One table held against the population: its trees, the steps that follow them, and what they leave behind."""

    def __init__(self, people: Population, table: Table, inputs: Mapping[str, Standing]) -> None:
        if len(table.rows) > MOST_ROWS:
            raise NotForKernelError(say("规则表超过 {n} 行", n=MOST_ROWS))
        self.table = table
        self.bound = stand(table, inputs, people.kinds)
        for source, role in self.bound.sources.values():
            if source:
                check(source, people.kinds[source], role)
        _check_reach(people, table, inputs, self.bound)
        conditions = Conditions(table, self.bound)
        self.cells = [conditions.cells(row) for row in table.rows]
        self.truths = [every(cells) for cells in self.cells]
        self.matches = [
            conditions.matches(row) if row.asks_for_null else truth
            for row, truth in zip(table.rows, self.truths, strict=True)
        ]
        if conditions.measures.floors:
            raise NotForKernelError(say("向下取整"))
        self.decided = Decided(table, *(np.zeros(people.size, dtype=np.uint8) for _ in range(3)))

    @property
    def trees(self) -> list[Node]:
        """Everything that must be known before the rows are taken together."""
        return [*self.truths, *self.matches]

    def taken_together(self, layout: Layout) -> Step:
        """The step that takes the rows of a block together, once their truths stand there."""
        pairs = zip(self.truths, self.matches, strict=True)
        rows = [(layout.truths(truth), layout.truths(match)) for truth, match in pairs]
        return self._first(rows, layout) if self.table.hit_policy == FIRST else self._only(rows, layout)

    def compared(self, layout: Layout, found: Nearest) -> Step:
        """The step that counts what each row misses and keeps the nearest."""
        rows = [[layout.truths(cell) for cell in cells] for cells in self.cells]
        misses = layout.bytes()

        def step(block: slice) -> None:
            row, fewest = found.rule_row[block], found.misses[block]
            fewest[:] = UNSEEN
            for number, cells in enumerate(rows, 1):
                misses[:] = 0
                for truths in cells:
                    loops.counted(truths, misses)
                loops.nearest(misses, number, fewest, row)

        return step

    def _first(self, rows: list[tuple[Bytes, Bytes]], layout: Layout) -> Step:
        says = {number: code for code, numbers in saying(self.table.rows).items() for number in numbers}
        said, waiting, told, mixed = (layout.bytes() for _ in range(4))
        fired_of, certain_of = self.decided.rule_row, self.decided.certain

        def step(block: slice) -> None:
            fired = fired_of[block]
            fired[:], said[:], waiting[:], told[:], mixed[:] = 0, 0, 1, 0, 0
            for number, (truths, matches) in enumerate(rows, 1):
                loops.fired(matches, number, says[number], fired, said)
                loops.may_come(truths, says[number], waiting, told, mixed)
            loops.settled(said, waiting, told, mixed, certain_of[block])

        return step

    def _only(self, rows: list[tuple[Bytes, Bytes]], layout: Layout) -> Step:
        hits, sure, open_ = (layout.bytes() for _ in range(3))
        decided = self.decided

        def step(block: slice) -> None:
            fired = decided.rule_row[block]
            fired[:], hits[:], sure[:], open_[:] = 0, 0, 0, 0
            for number, (truths, matches) in enumerate(rows, 1):
                loops.only(truths, matches, number, fired, hits, sure, open_)
            conflict = hits > 1
            fired[conflict] = 0
            decided.conflict[block] = conflict
            decided.certain[block] = np.where(conflict, sure > 1, open_ == 0)

        return step


def _check_reach(people: Population, table: Table, inputs: Mapping[str, Standing], bound: Bound) -> None:
    """Whole-number sums must stay exact for everyone.

    Raises:
        NotForKernelError: they might not.
    """
    limits = dict.fromkeys(people.columns, 0)
    for source, _ in bound.sources.values():
        if source:
            limits[source] = people.greatest[source]
    if reach(table, inputs, limits) >= GREATEST:
        raise NotForKernelError(say("数太大，整数和会溢出"))
