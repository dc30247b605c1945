"""Other rule: which light would each promise have by the city's own rule?"""

from collections.abc import Mapping
from functools import cache

from maoding.judge.finding import FINDINGS, ask, needs
from maoding.publish.asking import Answers
from maoding.publish.rules import LightRule
from maoding.publish.scoreboard import Row, Scoreboard


def lights_by(answers: Answers, rule: LightRule) -> Mapping[str, str]:
    """The word of each promise's light by another rule; only what hangs on the rule is worked out again."""
    given = {name: table for name, table in answers.given.items() if not hangs_on_the_rule(name)}
    rows = ask("light", given | {"rule": rule.table}).to_native().to_dicts()
    return {row["promise"]: row["light"] for row in rows}


def beside_usual(board: Scoreboard, answers: Answers, usual: LightRule) -> Scoreboard:
    """The board with the light each row usually has, as `usual`: the word and the rule it is a word of."""
    lights = lights_by(answers, usual)
    rows: list[Row] = [row | {"usual": (lights[row["promise"]], usual)} for row in board.rows]
    return Scoreboard(rows, board.counts, board.months)


@cache
def hangs_on_the_rule(name: str) -> bool:
    """Whether a table is the rule, or is worked out by it."""
    return name == "rule" or (name in FINDINGS and any(map(hangs_on_the_rule, needs(name))))
