"""Telling: how do tests ask what an expression of FEEL comes to?"""

from maoding.decisions.evaluation.evaluate import Worth, worth
from maoding.decisions.values.reading import moment_in
from maoding.decisions.values.writing import text_of

NOW = moment_in("2021-06-30T10:00:00+08:00")


def told(expression: str, **values: object) -> str:
    """The value, written out."""
    return text_of(found(expression, **values).value)


def found(expression: str, **values: object) -> Worth:
    return worth(expression, values, NOW)


def reasons(expression: str, **values: object) -> list[str]:
    """Why parts of it came to null."""
    return [note.reason for note in found(expression, **values).notes]
