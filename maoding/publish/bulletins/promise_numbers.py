"""Promise numbers: which numbers can a bulletin print of one promise, and from what does each follow?

Exact throughout: quotients are made of the whole numbers the judge compared, and the floats it shows are not used.
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any

import polars as pl

from maoding.judge.amounts import PERCENT_PARTS
from maoding.publish.bulletins.material import Material
from maoding.publish.bulletins.said import (
    Implied,
    Months,
    Number,
    Published,
    RuleRow,
    Worked,
    amount,
    percent,
    pieces,
    written,
)
from maoding.terms.units import unit as unit_named

Row = dict[str, Any]
POINTS, TIMES = "百分点", "倍"
BOUNDS = ("low", "high", "widest_low", "widest_high")


@dataclass(frozen=True)
class PromiseNumbers:
    """Numbers of one row of the scoreboard; what cannot be known of it is None."""

    row: Row
    material: Material

    def _key(self, field: str) -> tuple[str, str]:
        return self.row["key"], field

    @property
    def is_rated(self) -> bool:
        """Whether the row is a published rate of a plan that no promise states."""
        return str(self.row["promise"]).startswith("r-")

    @cached_property
    def target(self) -> Number | None:
        """What was promised: as said, as a figure prints the plan, or implied by rate and amount."""
        row = self.row
        if row["inferred_plan"]:
            return self.bound("middle")
        if row["amount"] is None:
            return None
        return amount(self._key("target"), row["amount"], row["unit"], Published(self._target_entry))

    @property
    def _target_entry(self) -> str:
        if not self.is_rated:
            return str(self.row["promise"])
        return self._figure_of_plan

    @cached_property
    def _figure_of_plan(self) -> str:
        """The figure that prints the plan of a rated list: of several that say the same the smallest id."""
        answers, row = self.material.of(self.row["year"]), self.row
        plans = answers.table("plans").filter(pl.col("done") == row["indicator"])
        found = answers.table("amounts").filter(
            pl.col("subject") == row["subject"],
            pl.col("indicator").is_in(plans["plan"].to_list()),
            pl.col("amount") == row["amount"],
            pl.col("current"),
            pl.col("period_start") == row["period_start"],
        )
        return str(min(found["id"].to_list()))

    def bound(self, bound: str) -> Number:
        """The implied plan, or an end of the interval it must lie in."""
        row = self.row
        assert self.actual is not None
        assert self.completion is not None
        exact = Fraction(row["done"] * PERCENT_PARTS, row["done_part"])
        if bound != "middle":
            exact = Fraction(str(row[f"{bound}_shown"]))
        field = "target" if bound == "middle" else f"target_{bound}"
        return amount(self._key(field), exact, row["unit"], Implied(self.actual, self.completion, bound))

    @cached_property
    def actual(self) -> Number | None:
        """The figure that is evidence, as published."""
        row = self.row
        if row["figure"] is None:
            return None
        return amount(self._key("actual"), row["done"], row["figure_unit"], Published(row["figure"]))

    @cached_property
    def completion(self) -> Number | None:
        """Completion rate: as published, and worked out wherever amount and plan are both there."""
        row = self.row
        if row["completion_shown"] is None:
            return None
        key, exact = self._key("completion"), Fraction(100 * row["done_part"], row["whole_part"])
        if self.is_rated:
            by_plan = row["amount"] is not None and self.actual is not None
            worked = (Worked("ratio", self.actual, self.target),) if by_plan and self.actual else ()
            return amount(key, row["done_part"], "%", Published(row["promise"]), *worked)
        assert self.actual is not None
        return percent(key, exact, Worked("ratio", self.actual, self.target))

    @cached_property
    def months_gone(self) -> Number | None:
        """Whole months the evidence speaks for."""
        row = self.row
        if row["due_months"] is None:
            return None
        gone = Months(row["period_start"], row["counted_to"], row["figure"])
        return pieces(self._key("months_gone"), row["due_months"], gone)

    @cached_property
    def months_all(self) -> Number | None:
        """Whole months of the promise's period."""
        row = self.row
        if row["all_months"] is None:
            return None
        return pieces(
            self._key("months_all"), row["all_months"], Months(row["period_start"], row["period_end"])
        )

    @cached_property
    def months_left(self) -> Number | None:
        """Whole months still to come; None where the period is over."""
        gone, whole = self.months_gone, self.months_all
        if gone is None or whole is None or gone.exact >= whole.exact:
            return None
        left = int(whole.exact - gone.exact)
        return pieces(self._key("months_left"), left, Worked("difference", whole, gone))

    @cached_property
    def due(self) -> Number | None:
        """Share due by the evidence's last day, linear."""
        gone, whole = self.months_gone, self.months_all
        if gone is None or whole is None:
            return None
        return percent(self._key("due"), 100 * gone.exact / whole.exact, Worked("ratio", gone, whole))

    @cached_property
    def due_own(self) -> Number | None:
        """Share due by the body's own plan to date, where it printed one."""
        if self.row["planned"] is None or self.target is None or not self.target.exact:
            return None
        planned = amount(
            self._key("planned"), self.row["planned"], self.row["unit"], Published(self._own_plan)
        )
        exact = 100 * planned.exact / self.target.exact
        return percent(self._key("due_own"), exact, Worked("ratio", planned, self.target))

    @property
    def _own_plan(self) -> str:
        """The promise of what was to be done by the evidence's last day: of several alike the smallest id."""
        row = self.row
        found = self.material.of(row["year"]).table("promised")
        found = found.filter(
            *(pl.col(name) == row[name] for name in ("subject", "indicator", "period_start")),
            pl.col("period_end") == row["counted_to"],
            pl.col("amount") == row["planned"],
        )
        return str(min(found["id"].to_list()))

    @cached_property
    def ahead(self) -> Number | None:
        """Points ahead of schedule, with its sign."""
        return self._points("ahead", signed=True)

    @cached_property
    def short(self) -> Number | None:
        """Points behind schedule; None where it is not behind."""
        return self._points("short") if (self.row["ahead_part"] or 0) < 0 else None

    @cached_property
    def beyond(self) -> Number | None:
        """Points ahead of schedule; None where it is behind."""
        known = self.row["ahead_part"] is not None and self.row["ahead_part"] >= 0
        return self._points("beyond") if known else None

    def _points(self, field: str, *, signed: bool = False) -> Number | None:
        row = self.row
        if row["ahead_part"] is None or self.completion is None or self.due is None:
            return None
        exact = self.completion.exact - self.due.exact
        a, b = self.completion, self.due
        if field == "short":
            exact, a, b = -exact, b, a
        printed = written(exact, 1, signed=signed)
        return Number(self._key(field), printed, POINTS, exact, (Worked("points", a, b),))

    @cached_property
    def gap(self) -> Number | None:
        """What is still missing; None where nothing is, or where no sum is asked for."""
        if not self.row["paced"] or self.target is None or self.actual is None:
            return None
        missing = self._parts(self.target) - self._parts(self.actual)
        if missing <= 0:
            return None
        return amount(
            self._key("gap"), missing, self.row["unit"], Worked("difference", self.target, self.actual)
        )

    @cached_property
    def needed(self) -> Number | None:
        """What each month left has to bring."""
        if self.gap is None or self.months_left is None:
            return None
        each = self._parts(self.gap) / self.months_left.exact
        return amount(
            self._key("needed"), each, self.row["unit"], Worked("ratio", self.gap, self.months_left)
        )

    @cached_property
    def so_far(self) -> Number | None:
        """What each month gone has brought."""
        if not self.row["paced"] or self.actual is None or not self.months_gone or not self.months_gone.exact:
            return None
        each = self._parts(self.actual) / self.months_gone.exact
        return amount(
            self._key("so_far"), each, self.row["unit"], Worked("ratio", self.actual, self.months_gone)
        )

    @cached_property
    def times(self) -> Number | None:
        """How many times the monthly rate so far is needed from now on."""
        if self.needed is None or self.so_far is None or not self.so_far.exact:
            return None
        exact = self.needed.exact / self.so_far.exact
        origin = Worked("ratio", self.needed, self.so_far)
        return Number(self._key("times"), written(exact, 2), TIMES, exact, (origin,))

    @cached_property
    def rule_row(self) -> Number | None:
        """Row of the light rule that fired."""
        row = self.row
        if row["rule_row"] is None or row["light"] == "unknown":
            return None
        return pieces(
            self._key("rule_row"), row["rule_row"], RuleRow(self.material.rule.name, self.light_facts)
        )

    @cached_property
    def light_facts(self) -> tuple[tuple[str, Number], ...]:
        """Facts the rule in use asks for, as far as a letter can print them."""
        growth = self.row["measure"] == "growth" and self.row["family"] == "percent"
        known = {
            "completion_rate": self.completion,
            "due_share": self.due,
            "growth": self.actual if growth else None,
            "plan_growth": self.target if growth else None,
        }
        asked = self.material.rule.table.inputs
        return tuple((name, known[name]) for name in asked if known.get(name) is not None)  # type: ignore[misc]

    def _parts(self, number: Number) -> Fraction:
        """A number back in smallest parts of the promise's unit, unrounded."""
        return number.exact * Fraction(10 ** unit_named(number.unit).exponent)
