"""Alike: do two engines give the same answer, whatever the order of its rows?"""

import polars as pl

NEAR = 1e-9  # of the larger of two floats; whole numbers, texts, days and yes or no are equal or they are not


def differences(one: pl.DataFrame, other: pl.DataFrame) -> list[str]:
    """Where two tables differ, in words; none where they are alike."""
    if one.columns != other.columns:
        return [f"columns {one.columns} and {other.columns}"]
    if len(one) != len(other):
        return [f"{len(one)} rows and {len(other)}"]
    one, other = _ordered(one), _ordered(other)
    return [fault for name in one.columns if (fault := _column(one[name], other[name]))]


def _ordered(table: pl.DataFrame) -> pl.DataFrame:
    """Rows in the order of what is exact in them; engines differ in the width of whole numbers, not in their value."""
    table = table.with_columns(pl.selectors.integer().cast(pl.Int64))
    exact = [name for name in table.columns if not table.schema[name].is_float()]
    return table.sort([*exact, *(name for name in table.columns if name not in exact)], nulls_last=True)


def _column(one: pl.Series, other: pl.Series) -> str:
    if one.dtype != other.dtype and pl.Null not in (one.dtype, other.dtype):
        return f"{one.name}: {one.dtype} and {other.dtype}"
    same = one.eq_missing(other)
    if one.dtype.is_float():
        apart = (one - other).abs() <= NEAR * pl.select(pl.max_horizontal(one.abs(), other.abs())).to_series()
        same = same | apart.fill_null(value=False)
    places = (~same).arg_true()
    shown = [f"{one[place]} and {other[place]}" for place in places[:3]]
    return f"{one.name}: {len(places)} differ, such as {'; '.join(shown)}" if len(places) else ""
