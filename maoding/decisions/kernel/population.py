"""Population: how do the facts of many stand in memory, for the kernel to read?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import narwhals as nw
import numpy as np
import numpy.typing as npt
from narwhals.dtypes import DType

from maoding.decisions.kernel.loops import MISSING

Whole = npt.NDArray[np.int64]
Bytes = npt.NDArray[np.uint8]
Codes = npt.NDArray[np.int32]


@dataclass(frozen=True)
class Coded:
    """A column of texts: the place of each among `words`, -1 where it is missing."""

    codes: Codes
    words: Sequence[str]


Column = Whole | Coded | Bytes


@dataclass(frozen=True)
class Population:
    """Columns of one length: whole numbers (MISSING for none), coded texts, or yes/no as bytes (0 none, 1 no, 2 yes).

    `kinds` also names the columns of the frame that are none of these.
    """

    columns: Mapping[str, Column]
    size: int
    kinds: Mapping[str, DType]

    @cached_property
    def greatest(self) -> Mapping[str, int]:
        """The greatest size of a number in each column; 0 where it holds none."""
        return {name: _greatest(column) for name, column in self.columns.items()}


def population(frame: Any) -> Population:
    """The columns of a frame in memory that a rule may ask for: whole numbers, texts, and true and false.

    `frame` is any frame narwhals knows that lives in memory; columns of other kinds stay behind.
    """
    table = nw.from_native(frame, eager_only=True)
    columns = {name: column for name in table.columns if (column := _column(table[name])) is not None}
    return Population(columns, len(table), dict(table.schema))


def _greatest(column: Column) -> int:
    if isinstance(column, Coded) or column.dtype != np.int64 or not len(column):
        return 0
    there = np.where(column == MISSING, 0, column)
    return max(abs(int(there.min())), int(there.max()))


def _column(series: nw.Series[Any]) -> Column | None:
    dtype = series.dtype
    if dtype.is_integer():
        return np.ascontiguousarray(series.cast(nw.Int64).fill_null(MISSING).to_numpy(), dtype=np.int64)
    if dtype == nw.Boolean:
        return np.ascontiguousarray((series.cast(nw.Int8) + 1).fill_null(0).to_numpy(), dtype=np.uint8)
    return _coded(series) if dtype == nw.String else None


def _coded(series: nw.Series[Any]) -> Coded:
    words = sorted(series.drop_nulls().unique().to_list())
    places = series.replace_strict([*words, None], [*range(len(words)), -1], return_dtype=nw.Int32)
    return Coded(np.ascontiguousarray(places.to_numpy(), dtype=np.int32), words)
