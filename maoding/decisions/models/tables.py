"""Tables: what does a decision table of a model answer, under its hit policy?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from maoding.decisions.evaluation.scope import Scope
from maoding.decisions.faults import At, NoValue, RuleError
from maoding.decisions.models.hits import AGGREGATIONS, POLICIES, Hit
from maoding.decisions.models.items import listed
from maoding.decisions.models.logic import Logic, Test, Workshop, attempt
from maoding.decisions.models.xml import Element
from maoding.terms.language import say

SHORT = {
    "U": "UNIQUE",
    "A": "ANY",
    "P": "PRIORITY",
    "F": "FIRST",
    "R": "RULE ORDER",
    "O": "OUTPUT ORDER",
    "C": "COLLECT",
}


@dataclass(frozen=True)
class InputClause:
    """What one column of conditions is held against, and which values it may have."""

    value: Logic
    allowed: Test
    at: At


@dataclass(frozen=True)
class OutputClause:
    """One thing the table answers: its name, its values in order of priority, and its default."""

    name: str
    values: Callable[[Scope], list[object]]
    default: Logic | None
    at: At


@dataclass(frozen=True)
class Rule:
    """One row: a test for each input, an expression for each output."""

    number: int
    tests: tuple[Test, ...]
    outputs: tuple[Logic, ...]
    at: At


@dataclass(frozen=True)
class DecisionTable:
    """A decision table made ready."""

    inputs: tuple[InputClause, ...]
    outputs: tuple[OutputClause, ...]
    rules: tuple[Rule, ...]
    policy: str
    aggregation: str
    at: At

    def __call__(self, scope: Scope) -> object:
        """What the table answers.

        Raises:
            NoValue: an input is not allowed, or the rules contradict one another.
        """
        values = [self._input(clause, scope) for clause in self.inputs]
        hits = [self._hit(rule, scope) for rule in self.rules if self._matches(rule, values, scope)]
        scope.run.fired.append((self.at, tuple(hit.rule for hit in hits)))
        if not hits:
            return self._default(scope)
        if self.aggregation:
            return self._aggregated(hits)
        priorities = [clause.values(scope) for clause in self.outputs]
        return POLICIES[self.policy](hits, priorities, self._told)

    def _input(self, clause: InputClause, scope: Scope) -> object:
        value = attempt(clause.value, scope, clause.at)
        if value is not None and clause.allowed(value, scope) is not True:
            raise NoValue(say("输入的值不在允许的范围里"))
        return value

    def _matches(self, rule: Rule, values: Sequence[object], scope: Scope) -> bool:
        return all(test(value, scope) is True for test, value in zip(rule.tests, values, strict=True))

    def _hit(self, rule: Rule, scope: Scope) -> Hit:
        return Hit(rule.number, tuple(attempt(each, scope, rule.at) for each in rule.outputs))

    def _told(self, outputs: Sequence[object]) -> object:
        """One output as it is, several as a context by their names."""
        if len(self.outputs) == 1:
            return outputs[0]
        return {clause.name: value for clause, value in zip(self.outputs, outputs, strict=True)}

    def _aggregated(self, hits: list[Hit]) -> object:
        aggregate = AGGREGATIONS[self.aggregation]
        return self._told(
            [aggregate([hit.outputs[place] for hit in hits]) for place in range(len(self.outputs))]
        )

    def _default(self, scope: Scope) -> object:
        if any(clause.default for clause in self.outputs):
            defaults = [
                attempt(clause.default, scope, clause.at) if clause.default else None
                for clause in self.outputs
            ]
            return self._told(defaults)
        if self.policy == "COLLECT":
            return (
                AGGREGATIONS["COUNT"]([]) if self.aggregation == "COUNT" else None if self.aggregation else []
            )
        return None


def table_logic(box: Element, shop: Workshop) -> Logic:
    """The logic of a decision table."""
    try:
        return read_decision_table(box, shop)
    except RuleError as error:
        return shop.broken(error, error.at or box.at)


def read_decision_table(box: Element, shop: Workshop) -> DecisionTable:
    """The table as its element describes it.

    Raises:
        RuleError: an unknown hit policy, or a row with too few or too many cells.
    """
    policy = box.get("hitPolicy") or "UNIQUE"
    policy = SHORT.get(policy, policy)
    aggregation = box.get("aggregation")
    if policy not in POLICIES or (aggregation and aggregation not in AGGREGATIONS):
        reason = say("没有“{policy}”这种命中策略", policy=f"{policy} {aggregation}".strip())
        raise RuleError(reason, say("可用的有：{choices}", choices="、".join(POLICIES)), at=box.at)
    inputs = tuple(_input(each, shop) for each in box.all("input"))
    outputs = tuple(_output(each, shop, only=box) for each in box.all("output"))
    rules = [_rule(number, each, shop) for number, each in enumerate(box.all("rule"), 1)]
    for rule in rules:
        _held_against(rule, len(inputs), len(outputs))
    return DecisionTable(inputs, outputs, tuple(rules), policy, aggregation, box.at)


def _input(element: Element, shop: Workshop) -> InputClause:
    expression = element.first("inputExpression")
    return InputClause(shop.phrase(expression), shop.tests(element.first("inputValues")), element.at)


def _output(element: Element, shop: Workshop, only: Element) -> OutputClause:
    said = shop.tests_said(element.first("outputValues"))
    type_name = element.get("typeRef") or only.get("typeRef")

    def values(scope: Scope) -> list[object]:
        written = listed(said, scope) if said and said.tests else []
        return written or shop.items.values_of(type_name)

    default = element.first("defaultOutputEntry")
    return OutputClause(
        element.get("name"), values, shop.phrase(default) if default is not None else None, element.at
    )


def _rule(number: int, element: Element, shop: Workshop) -> Rule:
    with shop.at(say("第{number}行规则", number=number)):
        tests = tuple(shop.tests(each) for each in element.all("inputEntry"))
        outputs = tuple(shop.phrase(each) for each in element.all("outputEntry"))
    return Rule(number, tests, outputs, element.at)


def _held_against(rule: Rule, inputs: int, outputs: int) -> None:
    for found, wanted in ((rule.tests, inputs), (rule.outputs, outputs)):
        if len(found) != wanted:
            reason = say(
                "第{number}行规则应有{wanted}格，却有{found}格",
                number=rule.number,
                wanted=wanted,
                found=len(found),
            )
            raise RuleError(reason, say("每个输入和输出各要一格，不限条件请写 -"), at=rule.at)
