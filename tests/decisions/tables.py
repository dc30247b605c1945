"""Tables: how do the tests of this room write a decision table and a frame in a few words?"""

from fractions import Fraction
from pathlib import Path
from typing import Any

import narwhals as nw
import yaml

from maoding.decisions import Scaled, Table, Text, YesNo, read_table

CITIES = Path(__file__).parents[2] / "cities"
STANDING = {"number": Scaled, "text": Text, "yes_no": YesNo}


def label(name: str) -> dict[str, str]:
    return {"zh": name, "en": name}


def table(
    rows: list[dict[str, Any]],
    hit_policy: str = "first",
    measures: dict[str, str] | None = None,
    **inputs: str,
) -> Table:
    """A table with one outcome `light`; inputs by name and type, measures by name and expression."""
    return read_table(written(rows, hit_policy, measures, **inputs))


def written(
    rows: list[dict[str, Any]],
    hit_policy: str = "first",
    measures: dict[str, str] | None = None,
    **inputs: str,
) -> dict[str, Any]:
    """The plain data of such a table."""
    return {
        "name": "test",
        "hit_policy": hit_policy,
        "inputs": {name: label(name) | {"type": kind} for name, kind in inputs.items()},
        "measures": {name: label(name) | {"is": text} for name, text in (measures or {}).items()},
        "outcomes": {"light": label("light")},
        "rows": rows,
    }


def frame_of(rule: Table, records: list[dict[str, Any]], backend: str = "polars") -> Any:
    """Records as a frame whose columns are the table's inputs; numbers must be whole."""
    types = {"number": nw.Int64(), "text": nw.String(), "yes_no": nw.Boolean()}
    columns = {
        name: [int(v) if isinstance(v := record.get(name), Fraction) else v for record in records]
        for name in rule.inputs
    }
    return nw.from_dict(columns, {n: types[each.kind] for n, each in rule.inputs.items()}, backend=backend)


def standing(rule: Table) -> dict[str, Any]:
    """Each input stands in the column of its own name, numbers without decimals."""
    return {name: STANDING[each.kind](name) for name, each in rule.inputs.items()}


def said(name: str) -> dict[str, Any]:
    """A published light rule as its file says it."""
    (path,) = CITIES.glob(f"*/lights/{name}.yaml")
    return dict(yaml.safe_load(path.read_text(encoding="utf-8")))


def rule_of(name: str, reading: str | None = None) -> Table:
    """A published light rule, or one of its alternative readings."""
    data = said(name)
    return read_table(data | data["alternative_readings"][reading] if reading else data)


def all_said() -> list[dict[str, Any]]:
    """All published light rules."""
    return [
        yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(CITIES.glob("*/lights/*.yaml"))
    ]


def facts_of(example: dict[str, Any], rule: Table) -> dict[str, Any]:
    """The inputs an example states, exactly."""
    return {
        name: value if isinstance(value, bool | str) else Fraction(str(value))
        for name, value in example.items()
        if name in rule.inputs
    }
