"""Any rows: what does a sheet, a JSON or a Parquet file hold, row by row?"""

import json
from collections.abc import Collection
from decimal import Decimal
from pathlib import Path
from typing import Any

import narwhals as nw
from polars.exceptions import PolarsError

from maoding.app.rows import rows_of
from maoding.intake.problems import Problem, UnreadableFileError, about_file
from maoding.terms.language import say

Row = dict[str, Any]


def records_of(file: Path, headings: Collection[str]) -> tuple[list[Row], list[Problem]]:
    """Rows by heading, with what a reader should know of the file; see `rows_of` for sheets.

    JSON is a list of objects, its numbers exact. Rows of JSON and Parquet are counted from 1.

    Raises:
        UnreadableFileError: nothing can be read from the file.
    """
    if file.suffix == ".json":
        return _json(file), []
    if file.suffix == ".parquet":
        return _parquet(file), []
    return rows_of(file, headings)


def _json(file: Path) -> list[Row]:
    try:
        said = json.loads(file.read_text(encoding="utf-8-sig"), parse_float=Decimal, parse_int=Decimal)
    except (OSError, ValueError, RecursionError) as error:
        raise _unreadable(file, say("读不出 JSON：{reason}", reason=error)) from error
    rows = said if isinstance(said, list) else [said]
    if not all(isinstance(each, dict) for each in rows):
        raise _unreadable(file, say("JSON 里不全是对象"))
    return [{"row": number} | each for number, each in enumerate(rows, 1)]


def _parquet(file: Path) -> list[Row]:
    try:
        frame = nw.read_parquet(str(file), backend="polars")
    except (OSError, PolarsError) as error:
        raise _unreadable(file, say("读不出 Parquet：{reason}", reason=str(error).splitlines()[0])) from error
    return [{"row": number} | each for number, each in enumerate(frame.rows(named=True), 1)]


def _unreadable(file: Path, reason: str) -> UnreadableFileError:
    mend = say("请写成由对象组成的列表，或另存为 .csv")
    return UnreadableFileError(about_file(file.name, reason, mend))
