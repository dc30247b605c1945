"""Returns: what would two years of a province's monthly returns look like in a ledger, made up from a seed?

284 counties × 400 projects × 24 months of cumulative investment: 2 % never filed, 14 % revised one to three months
later; every other county writes 亿元, the rest 万元; and each project's plan for either year. The tables are those at
which ledger and judge meet, with the range (`known_from`, `known_to`) in which each entry holds.
"""

import datetime as dt
from pathlib import Path

import numpy as np
import polars as pl

from bench.answers import DAY
from maoding.terms import columns
from maoding.terms.units import known_units

SEED = 2844
COUNTIES, PROJECTS, YEARS = 284, 400, (2020, 2021)
TYPES = {columns.TEXT: pl.String, columns.DAY: pl.Date, columns.WHOLE: pl.Int64, columns.YES_NO: pl.Boolean}
REVISED, NEVER_FILED = 0.14, 0.02
FOREVER = dt.date(9999, 12, 31)
RANGES = {**columns.READINGS, "known_to": columns.DAY}
COMMON = {"source": "RETURNS", "indicator": "INVESTMENT", "measure": "level", "record": "", "owner": ""}
YEAR_START = pl.date(pl.col("year"), 1, 1)


def write(folder: Path, counties: int = COUNTIES) -> None:
    """Write every table the judge is given as a Parquet file."""
    cells = _cells(counties)
    year = {"period_start": [dt.date(DAY.year, 1, 1)], "period_end": [dt.date(DAY.year, 12, 31)]}
    indicator = {"code": ["INVESTMENT"], "kind": ["flow"], "direction": ["up"]}
    units = [
        {"unit": unit.name, "family": unit.family, "exponent": unit.exponent}
        for unit in known_units().values()
    ]
    tables = {
        "commitments": _commitments(cells),
        "readings": _readings(cells),
        "subjects": _table(
            columns.SUBJECTS, cells.select(code="subject", parent="county").unique(maintain_order=True)
        ),
        "bodies": cells.select("subject").unique(maintain_order=True),
        "indicators": _table(columns.INDICATORS, pl.DataFrame(indicator)),
        "units": pl.DataFrame(units),
        "plans": _table(columns.PLANS, pl.DataFrame()),
        "exemptions": _table(columns.EXEMPTIONS, pl.DataFrame()),
        "asked": pl.DataFrame({"day": [DAY], **year}),
    }
    for name, table in tables.items():
        table.write_parquet(folder / f"{name}.parquet")


def _table(kind: dict[str, str], rows: pl.DataFrame) -> pl.DataFrame:
    """Rows as a table of a kind; columns that say nothing stay empty."""
    if rows.is_empty():
        return pl.DataFrame(schema={name: TYPES[type_] for name, type_ in kind.items()})
    said = {name: pl.col(name) if name in rows.columns else pl.lit(COMMON.get(name)) for name in kind}
    return rows.select(**{name: said[name].cast(TYPES[type_]) for name, type_ in kind.items()})


def _cells(counties: int) -> pl.DataFrame:
    """One row a project and month: the year's plan, and what was done since January, in 万元."""
    chance = np.random.default_rng(SEED)
    many = (counties * PROJECTS, len(YEARS))
    plan = chance.integers(500, 200_000, many)
    done = np.cumsum(chance.gamma(1.5, 0.05, (*many, 12)), axis=2) * plan[..., None]
    project, year, month = np.indices(done.shape)
    county = pl.format("C{}", pl.col("project") // PROJECTS + 100)
    return pl.DataFrame(
        {
            "project": project.ravel(),
            "year": year.ravel() + YEARS[0],
            "month": month.ravel() + 1,
            "plan": np.broadcast_to(plan[..., None], done.shape).ravel(),
            "done": np.rint(done).astype(np.int64).ravel(),
            "filed": chance.random(done.size) >= NEVER_FILED,
            "revised": chance.random(done.size) < REVISED,
            "revised_by": chance.normal(1, 0.05, done.size),
            "days_later": chance.integers(30, 91, done.size),
        }
    ).with_columns(county=county, subject=pl.format("{}-{}", county, pl.col("project") % PROJECTS + 1000))


def _written(amount: str) -> dict[str, pl.Expr]:
    """An amount of 万元 as its county writes it."""
    in_hundred_millions = pl.col("project") // PROJECTS % 2 == 0
    return {
        "mantissa": pl.col(amount),
        "decimals": pl.when(in_hundred_millions).then(4).otherwise(0),
        "unit": pl.when(in_hundred_millions).then(pl.lit("亿元")).otherwise(pl.lit("万元")),
    }


def _commitments(cells: pl.DataFrame) -> pl.DataFrame:
    plans = cells.filter(pl.col("month") == 12, pl.col("year") == DAY.year).with_row_index("number")
    said = plans.with_columns(
        id=pl.format("c-{}", pl.col("number") + 1_000_000),
        period_start=YEAR_START,
        period_end=pl.date(pl.col("year"), 12, 31),
        published_at=pl.lit(f"{DAY.year}-01-31"),
        published_precision=pl.lit("day"),
        known_from=pl.date(pl.col("year"), 1, 31),
        relation=pl.lit("at_least"),
        strength=pl.lit("plan"),
        **_written("plan"),
    )
    return _table(columns.COMMITMENTS, said)


def _readings(cells: pl.DataFrame) -> pl.DataFrame:
    """First vintages, and after them those that were revised; clustered by month, as the ledger keeps them."""
    filed = cells.filter("filed").with_columns(
        period_start=YEAR_START,
        period_end=pl.date("year", "month", 1).dt.month_end(),
        published_precision=pl.lit("day"),
        release=pl.lit("reported"),
    )
    first_day = pl.col("period_end").dt.offset_by("10d")
    later_day = first_day + pl.duration(days="days_later")
    first = filed.with_columns(
        known_from=first_day,
        known_to=pl.when("revised").then(later_day).otherwise(pl.lit(FOREVER)),
        **_written("done"),
    )
    later = filed.filter("revised").with_columns(known_from=later_day, known_to=pl.lit(FOREVER))
    later = later.with_columns(done=(pl.col("done") * pl.col("revised_by")).round().cast(pl.Int64))
    both = pl.concat([first, later.with_columns(**_written("done"))], how="diagonal").sort(
        "period_end", "project", "known_from"
    )
    both = both.with_row_index("number").with_columns(
        id=pl.format("r-{}", pl.col("number") + 1_000_000),
        published_at=pl.col("known_from").dt.to_string("%Y-%m-%d"),
    )
    return _table(RANGES, both)
