"""Layout: in which order do which loops run over a block of rows, and what is worked out only once?"""

from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from typing import cast

import numpy as np

from maoding.decisions.inputs import BELOW
from maoding.decisions.kernel import loops
from maoding.decisions.kernel.classes import Leaf, Tables, of_flags, of_numbers, of_texts, run_of
from maoding.decisions.kernel.conditions import (
    Always,
    Every,
    Is,
    Missing,
    Node,
    Not,
    Sign,
    Some,
    Surely,
    Within,
)
from maoding.decisions.kernel.loops import FALSE, MISSING, TRUE, UNKNOWN
from maoding.decisions.kernel.population import Bytes, Coded, Population, Whole

BLOCK = 16384  # rows at a time: a block of bytes stays in the processor's nearest store
SIGNS = {"=": (0, 0), "<": (-1, -1), "<=": (-1, 0), ">": (1, 1), ">=": (0, 1)}
Step = Callable[[slice], None]


class Layout:
    """Lays the trees of many tables out as steps over one population; what two trees share is worked out once.

    `sources` gives the population's column (empty: there is none) and its role for each column the trees name.
    """

    def __init__(
        self, people: Population, sources: Mapping[str, tuple[str, str]], trees: Iterable[Node]
    ) -> None:
        self.people, self.sources = people, sources
        self.steps: list[Step] = []
        self._truths: dict[Node, Bytes] = {}
        self._classes: dict[str, tuple[Bytes, Tables]] = {}
        self.length = min(BLOCK, people.size)
        self._positive: dict[str, Whole] = {}
        self._sums = np.empty(self.length, dtype=np.int64)
        self._ones = np.ones(self.length, dtype=np.int64)
        self._tests: dict[str, dict[Leaf, None]] = {}
        for tree in trees:
            self._gather(tree)

    def run(self, last: list[Step]) -> None:
        """Run what was laid out, and then these, over every block."""
        for block in self._blocks():
            for step in (*self.steps, *last):
                step(block)

    def _blocks(self) -> Iterable[slice]:
        """Blocks of one length that cover everyone; the last begins earlier, so that it is as long as the others."""
        ends = range(self.length, self.people.size, self.length) if self.length else ()
        for end in (*ends, self.people.size):
            yield slice(end - self.length, end)

    def bytes(self) -> Bytes:
        """A byte for each row of a block."""
        return np.zeros(self.length, dtype=np.uint8)

    def _constant(self, truth: int) -> Bytes:
        return np.full(self.length, truth, dtype=np.uint8)

    def truths(self, node: Node) -> Bytes:
        """Where the truths of a tree stand once the steps have run over a block."""
        if node not in self._truths:
            self._truths[node] = self._lay_out(node)
        return self._truths[node]

    def _gather(self, node: Node) -> None:
        """Remember which ranges and values a tree tells apart in each column."""
        if isinstance(node, Within | Is):
            self._tests.setdefault(node.column, {})[node] = None
        elif isinstance(node, Every | Some):
            for part in node.parts:
                self._gather(part)
        elif isinstance(node, Not | Surely):
            self._gather(node.part)

    def _lay_out(self, node: Node) -> Bytes:
        if isinstance(node, Always):
            return self._constant(TRUE if node.truth else FALSE)
        if isinstance(node, Every | Some):
            return self._joined(node.parts, loops.both if isinstance(node, Every) else loops.either)
        if isinstance(node, Not | Surely):
            return self._turned(node.part, loops.opposite if isinstance(node, Not) else loops.surely)
        return self._of_columns(node)

    def _of_columns(self, node: Within | Is | Sign | Missing) -> Bytes:
        if isinstance(node, Sign):
            return self._of_sign(node)
        if not self.sources[node.column][0]:
            return self._constant(TRUE if isinstance(node, Missing) else UNKNOWN)
        return self._of_missing(node.column) if isinstance(node, Missing) else self._of_class(node)

    def _joined(self, parts: Iterable[Node], joining: Callable[[Bytes, Bytes], None]) -> Bytes:
        buffers = [self.truths(part) for part in parts]
        joined = self.bytes()

        def step(block: slice) -> None:  # noqa: ARG001 - it joins what other steps left
            joined[:] = buffers[0]
            for other in buffers[1:]:
                joining(joined, other)

        self.steps.append(step)
        return joined

    def _turned(self, part: Node, turning: Callable[[Bytes, Bytes], None]) -> Bytes:
        of, turned = self.truths(part), self.bytes()
        self.steps.append(lambda _: turning(of, turned))
        return turned

    def _numbers(self, column: str) -> Whole:
        """Values of a column of whole numbers, in which nought or less is missing where it is divided by."""
        source, role = self.sources[column]
        values = cast("Whole", self.people.columns[source])
        if role != BELOW:
            return values
        if column not in self._positive:
            self._positive[column] = np.where(values > 0, values, MISSING)
        return self._positive[column]

    def _of_class(self, node: Leaf) -> Bytes:
        """A test of one column alone: where its classes are a run, whether they lie in it, else looked up."""
        if node.column not in self._classes:
            self._classes[node.column] = self._classified(node.column)
        classes, tables = self._classes[node.column]
        table, truths = tables[node], self.bytes()
        if run := run_of(table):
            low, high = run
            self.steps.append(lambda _: loops.between(classes, low, high, truths))
        else:
            self.steps.append(lambda _: loops.among(classes, table, truths))
        return truths

    def _classified(self, column: str) -> tuple[Bytes, Tables]:
        """Where a column's classes stand once its step has run, and the truth of each of its tests."""
        held, tests = self.people.columns[self.sources[column][0]], self._tests[column]
        classes = self.bytes()
        if isinstance(held, Coded):
            codes = held.codes
            table, tables = of_texts(held.words, (test for test in tests if isinstance(test, Is)))
            self.steps.append(lambda block: loops.looked_up(codes[block], table, classes))
        elif held.dtype == np.uint8:
            tables = of_flags(test for test in tests if isinstance(test, Is))
            self.steps.append(lambda block: np.copyto(classes, held[block]))
        else:
            values = self._numbers(column)
            cuts, tables = of_numbers(test for test in tests if isinstance(test, Within))
            self.steps.append(lambda block: loops.ranges(values[block], cuts, classes))
        return classes, tables

    def _of_sign(self, node: Sign) -> Bytes:
        """The sign of a sum over several columns."""
        if not all(self.sources[column][0] for column in node.columns):
            return self._constant(UNKNOWN)
        known = {column: self._numbers(column) for column in node.columns}
        sums, truths, (low, high) = self._sums, self.bytes(), SIGNS[node.sign]

        def step(block: slice) -> None:
            sums[:] = dict(node.sum).get((), 0)
            for product, by in node.sum:
                if product:
                    *factors, last = [known[column][block] for column in product]
                    loops.added(reduce(np.multiply, factors, self._ones), by, last, sums)
            truths[:] = FALSE
            for values in known.values():
                loops.missing(values[block], truths)
            loops.signs(sums, low, high, truths)

        self.steps.append(step)
        return truths

    def _of_missing(self, column: str) -> Bytes:
        """Whether a column holds nothing."""
        held, truths = self.people.columns[self.sources[column][0]], self.bytes()
        if isinstance(held, Coded):
            gone = held.codes < 0
        else:
            gone = held == 0 if held.dtype == np.uint8 else self._numbers(column) == MISSING
        self.steps.append(
            lambda block: np.copyto(truths, np.where(gone[block], TRUE, FALSE), casting="unsafe")
        )
        return truths
