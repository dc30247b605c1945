"""Columns: what does a decision table say of every row of a frame?

Numbers are exact: fractions are compared by the sign of whole-number sums, with what they have in common divided out.
All these sums stay below 2^62 (4.6e18), or the row is not decided (``too_large``, not certain): never decided wrongly.
Under the shipped light rules amounts may go up to 2e15 分 (20 万亿元) where the due share is a ratio of months; beside
a due share scaled to four decimals up to 5e11 分 (50 亿元). `reach` tells how far any table goes with any inputs.
"""

from collections.abc import Mapping

import narwhals as nw
from narwhals.typing import FrameT

from maoding.decisions.conditions import Conditions
from maoding.decisions.expressions import within_reach
from maoding.decisions.hits import EXACT, MATCHED, TRUTH, answers
from maoding.decisions.inputs import Standing, bind, stand
from maoding.decisions.measures import Measures
from maoding.decisions.table import Table


def decide(frame: FrameT, table: Table, inputs: Mapping[str, Standing]) -> FrameT:
    """Add what the table says of each row of a narwhals frame, on whichever engine the frame lives.

    `inputs` says how each input stands in the frame (`Scaled`, `Ratio`, `Text`, `YesNo`); one that is not named, or
    whose column is not there, is not known for any row. Added are a column for each outcome, and

    - `rule_row`: number of the row that answers, from 1; null if none does;
    - `gap`: the published rule is silent here and the outcome is assumed (规则未规定);
    - `certain`: false where some value of a missing input could change the outcome (or whether it is assumed);
    - `note`: ``not_in_rule`` for a gap, ``no_row``, ``conflict`` (hit policy unique, two rows match), ``too_large``,
      or empty.

    A missing value matches nothing but ``-`` and ``null`` (DMN); a division by nought has no value either, but is
    known to have none. Column names beginning with ``decision_`` are used on the way.

    Raises:
        RuleError: an input the table does not have, or a column of the wrong kind.
    """
    own = frame.collect_schema().names()
    bound = stand(table, inputs, own)
    answered = answers(_with_truths(bind(frame, bound), table, Measures(bound)), table)
    working = [name for name in answered.collect_schema().names() if name.startswith("decision_")]
    return answered.drop([name for name in working if name not in own])


def _with_truths(frame: FrameT, table: Table, measures: Measures) -> FrameT:
    """Add whether each row of the table is true (and matches, where that is more) wherever the numbers are exact."""
    conditions = Conditions(table, measures)
    truths = {TRUTH.format(row.number): conditions.truth(row) for row in table.rows}
    asking = {MATCHED.format(row.number): conditions.matches(row) for row in table.rows if row.asks_for_null}
    for name, (whole_part, _) in measures.floors.items():
        frame = frame.with_columns(whole_part.alias(name))
    frame = frame.with_columns(within_reach(measures.sums).alias(EXACT))
    exact = nw.col(EXACT)
    known = {name: nw.when(exact).then(held) for name, held in truths.items()}
    matched = {
        name: nw.when(exact).then(held).otherwise(nw.lit(value=False)) for name, held in asking.items()
    }
    return frame.with_columns(**known, **matched)


def reach(table: Table, inputs: Mapping[str, Standing], limits: Mapping[str, int]) -> int:
    """The greatest whole number a test of the table can come to while columns stay within limits.

    `limits` gives the greatest size of each column the inputs stand in. Below 2^62 every row can be decided.
    """
    bound = stand(table, inputs, limits)
    measures = Measures(bound)
    conditions = Conditions(table, measures)
    for row in table.rows:
        conditions.truth(row)
    return measures.reach({working: limits.get(source, 0) for working, (source, _) in bound.sources.items()})
