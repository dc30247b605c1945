"""Hits: which of the rules that match speaks, or what do they say together?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from maoding.decisions.faults import NoValue
from maoding.decisions.functions.totals import maximum, minimum, total
from maoding.decisions.values.comparing import equal
from maoding.terms.language import say


@dataclass(frozen=True)
class Hit:
    """A rule that matches, and what it says."""

    rule: int
    outputs: tuple[object, ...]


Told = Callable[[Sequence[object]], object]
Policy = Callable[[list[Hit], list[list[object]], Told], object]


def _unique(hits: list[Hit], _priorities: list[list[object]], told: Told) -> object:
    if len(hits) > 1:
        rows = "、".join(str(hit.rule) for hit in hits)
        raise NoValue(say("只能命中一行，却命中了第{rows}行", rows=rows))
    return told(hits[0].outputs)


def _first(hits: list[Hit], _priorities: list[list[object]], told: Told) -> object:
    return told(hits[0].outputs)


def _any(hits: list[Hit], _priorities: list[list[object]], told: Told) -> object:
    first = hits[0]
    for hit in hits[1:]:
        if not equal(list(hit.outputs), list(first.outputs)):
            reason = say("第{one}行和第{other}行都命中，结果却不同", one=first.rule, other=hit.rule)
            raise NoValue(reason)
    return told(first.outputs)


def _by_priority(hits: list[Hit], priorities: list[list[object]]) -> list[Hit]:
    """The hits in the order in which the values of their outputs are listed; what is not listed comes last."""

    def place(hit: Hit) -> list[int]:
        return [
            next((number for number, each in enumerate(listed) if equal(each, value)), len(listed))
            for value, listed in zip(hit.outputs, priorities, strict=True)
        ]

    return sorted(hits, key=place)


def _priority(hits: list[Hit], priorities: list[list[object]], told: Told) -> object:
    return told(_by_priority(hits, priorities)[0].outputs)


def _output_order(hits: list[Hit], priorities: list[list[object]], told: Told) -> object:
    return [told(hit.outputs) for hit in _by_priority(hits, priorities)]


def _rule_order(hits: list[Hit], _priorities: list[list[object]], told: Told) -> object:
    return [told(hit.outputs) for hit in hits]


POLICIES: dict[str, Policy] = {
    "UNIQUE": _unique,
    "ANY": _any,
    "PRIORITY": _priority,
    "FIRST": _first,
    "RULE ORDER": _rule_order,
    "OUTPUT ORDER": _output_order,
    "COLLECT": _rule_order,
}


def _sum(values: list[object]) -> object:
    numbers = [each for each in values if isinstance(each, Decimal)]
    if len(numbers) < len(values):
        raise NoValue(say("要汇总的结果不全是数字"))
    return total(numbers)


def _count(values: list[object]) -> Decimal:
    return Decimal(len(values))


AGGREGATIONS: dict[str, Callable[[list[object]], object]] = {
    "SUM": _sum,
    "COUNT": _count,
    "MIN": minimum,
    "MAX": maximum,
}
