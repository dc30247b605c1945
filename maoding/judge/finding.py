"""Finding: which questions can be asked, and which tables does each need?

A finding is a plain function; its parameter names are the wiring: each names a table that is given or another finding.
"""

import inspect
from collections.abc import Callable
from typing import Any, TypeVar

Function = TypeVar("Function", bound=Callable[..., Any])
FINDINGS: dict[str, Callable[..., Any]] = {}


class UnknownFindingError(LookupError):
    """Neither a finding nor a given table has this name."""


def finding(function: Function) -> Function:
    """Enter a function among the findings under its own name; the function itself stays as it is."""
    FINDINGS[function.__name__] = function
    return function


def needs(name: str) -> tuple[str, ...]:
    """Names of the tables a finding is made from.

    Raises:
        UnknownFindingError: there is no such finding.
    """
    if name not in FINDINGS:
        raise UnknownFindingError(name)
    return tuple(inspect.signature(FINDINGS[name]).parameters)


def ask(name: str, given: dict[str, Any]) -> Any:
    """Answer one finding from given tables, working out the findings it needs, each once.

    `given` is extended with every table worked out on the way, so that an explanation can show them.

    Raises:
        UnknownFindingError: something needed is neither given nor a finding.
    """
    if name not in given:
        parts = [ask(part, given) for part in needs(name)]
        given[name] = FINDINGS[name](*parts)
    return given[name]
