"""Cases: which inputs does a case of the kit give, and which results does it expect?"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from maoding.decisions.models.xml import Element, read_xml
from maoding.decisions.values.reading import date_in, moment_in, span_in, time_in

DECISION, SERVICE, KNOWLEDGE = "decision", "decisionService", "bkm"
TEMPORAL = {"date": date_in, "time": time_in, "dateTime": moment_in, "duration": span_in}
NUMBERS = ("decimal", "double", "float", "integer", "int", "long", "short")


@dataclass(frozen=True)
class Expected:
    """What a node must come to; an error is as good as null where one is expected."""

    name: str
    value: object
    error: bool


@dataclass(frozen=True)
class Case:
    """One case: what is asked of which model, with which inputs."""

    id: str
    kind: str
    invocable: str
    inputs: dict[str, object] = field(default_factory=dict)
    expected: tuple[Expected, ...] = ()


@dataclass(frozen=True)
class Suite:
    """The cases of one file, and the model they are about."""

    file: Path
    model: Path
    cases: tuple[Case, ...]


def suites(folder: Path) -> Iterator[Suite]:
    """Every file of cases in a folder, however deep, in order."""
    for file in sorted(folder.rglob("*.xml")):
        root = read_xml(file.read_bytes())
        if root.name == "testCases":
            model = file.parent / root.text_of("modelName")
            yield Suite(file, model, tuple(_case(each) for each in root.all("testCase")))


def _case(element: Element) -> Case:
    inputs = {each.get("name"): value_of(each) for each in element.all("inputNode")}
    expected = tuple(_expected(each) for each in element.all("resultNode"))
    return Case(
        element.get("id"), element.get("type") or DECISION, element.get("invocableName"), inputs, expected
    )


def _expected(element: Element) -> Expected:
    wanted = element.first("expected")
    value = value_of(wanted) if wanted is not None else None
    return Expected(element.get("name"), value, element.get("errorResult") == "true")


def value_of(element: Element) -> Any:
    """The value an element of a case writes out: a list, a context, or one value of a type."""
    items = element.first("list")
    if items is not None:
        return None if items.get("nil") == "true" else [value_of(each) for each in items.all("item")]
    components = list(element.all("component"))
    if components:
        return {each.get("name"): value_of(each) for each in components}
    value = element.first("value")
    if value is None or value.get("nil") == "true" or element.get("nil") == "true":
        return None
    return _plain("".join(value.pieces), value.get("type").rpartition(":")[2])


def _plain(text: str, type_: str) -> object:
    if type_ in NUMBERS:
        return Decimal(text.strip())
    if type_ == "boolean":
        return text.strip() in ("true", "1")
    if type_ in TEMPORAL:
        return TEMPORAL[type_](text.strip())
    return text
