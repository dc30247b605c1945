"""Written: tables as they are written in the tests, one word a cell, a dash where nothing is known."""

import datetime as dt
from typing import Any

import narwhals as nw
import polars as pl

from maoding.ledger.known import TYPES
from maoding.terms import columns, numbers, periods
from maoding.terms.published import Published
from maoding.terms.units import known_units

INDICATORS = """
    code       kind   direction
    FAI        flow   up
    GDP        flow   up
    COUNT      count  up
    STOCK      stock  up
    RATE       rate   up
    RANK       rank   down
    DONE       flow   up
    DONE_RATE  rate   up
    DONE_PLAN  flow   up
"""


def rows(text: str) -> list[dict[str, str | None]]:
    """Rows of a table in words: heads in the first line, ``-`` for nothing known."""
    heads, *lines = [line.split() for line in text.strip().splitlines()]
    return [
        {head: None if cell == "-" else cell for head, cell in zip(heads, line, strict=True)}
        for line in lines
    ]


def frame(found: list[dict[str, Any]], schema: dict[str, str]) -> nw.DataFrame:
    return nw.from_native(
        pl.DataFrame(found, schema={name: TYPES[kind] for name, kind in schema.items()}, orient="row")
    )


def said(text: str, schema: dict[str, str]) -> nw.DataFrame:
    """Commitments or readings: ``number`` like 19亿元 or 30.6%, ``period`` like 2021年1-5月, ``said`` the day."""
    return frame([_entry(row, number, schema) for number, row in enumerate(rows(text), 1)], schema)


def _entry(row: dict[str, str | None], number: int, schema: dict[str, str]) -> dict[str, Any]:
    value, unit = numbers.split(row.get("number") or "") if row.get("number") else ("", "")
    period = periods.read(row.pop("period") or "")
    stated = row.pop("said", None) or "2021-06-30"
    precision = row.pop("precision", None) or ("day" if len(stated) == 10 else "month")
    published = Published(stated, precision)
    defaults = {"measure": "level", "relation": "at_least", "strength": "plan", "release": "reported"}
    defaults |= {"source": "S1", "owner": "", "record": "", "subject": "TC", "indicator": "FAI"}
    made = {
        "id": str(number),
        "period_start": period.start,
        "period_end": period.end,
        "published_at": stated,
        "published_precision": precision,
        "known_from": published.known_from or dt.date(2026, 11, 21),
        "mantissa": numbers.Printed(value).mantissa if value else None,
        "decimals": numbers.Printed(value).decimals if value else None,
        "unit": unit,
        "current": row.get("current") != "no",
    }
    given = {key: cell for key, cell in row.items() if cell is not None and key not in ("current", "number")}
    return {name: (defaults | made | given).get(name) for name in schema}


def given(
    commitments: str = "", readings: str = "", subjects: str = "", day: str = "2021-06-30"
) -> dict[str, Any]:
    """All tables a finding may need, from the few that a test writes."""
    asked_on = dt.date.fromisoformat(day)
    units = [{"unit": u.name, "family": u.family, "exponent": u.exponent} for u in known_units().values()]
    indicators = [row | {"name": row["code"], "name_en": row["code"]} for row in rows(INDICATORS)]
    return {
        "commitments": said(commitments or "period\n", columns.COMMITMENTS),
        "readings": said(readings or "period\n", columns.READINGS),
        "subjects": frame(
            rows(subjects or "code parent\nTC SZ\nTC-A TC\nTC-B TC"), {"code": "text", "parent": "text"}
        ),
        "indicators": frame(indicators, columns.INDICATORS),
        "units": frame(units, columns.UNITS),
        "plans": frame([{"done": "DONE", "rate": "DONE_RATE", "plan": "DONE_PLAN"}], columns.PLANS),
        "parts": frame([], columns.PARTS),
        "asked": nw.from_native(
            pl.DataFrame(
                {
                    "day": [asked_on],
                    "period_start": [dt.date(asked_on.year, 1, 1)],
                    "period_end": [dt.date(asked_on.year, 12, 31)],
                }
            )
        ),
    }
