"""Rule facts: which exact facts does a rule get of one promise, and which does it ask for in vain?"""

from fractions import Fraction
from typing import Any

from maoding.decisions import Facts, Ratio, Scaled, Standing, Table
from maoding.judge.lights import FACTS


def exact_facts(row: dict[str, Any], rule: Table) -> Facts:
    """Facts of one promise as exact fractions, by the rule's inputs; what is not known is None."""
    return {name: _exact(FACTS[name], row) for name in rule.inputs if name in FACTS}


def _exact(standing: Standing, row: dict[str, Any]) -> Fraction | str | bool | None:
    match standing:
        case Ratio(above, below, times):
            known = row[above] is not None and row[below]
            return Fraction(times * row[above], row[below]) if known else None
        case Scaled(column, decimals):
            return None if row[column] is None else Fraction(row[column], 10**decimals)
        case _:
            value: str | bool | None = row[standing.column]
            return value


def lacking(row: dict[str, Any], rule: Table) -> list[str]:
    """Inputs of the rule that are not known of a promise, in the rule's order."""
    facts = exact_facts(row, rule)
    return [name for name in rule.inputs if facts.get(name) is None]
