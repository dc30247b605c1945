"""By pandas on codes: how much faster is it by hand where someone has made codes of the names beforehand?

As `by_pandas`, but subjects and units are made categories while loading, which is not timed.
"""

from pathlib import Path

import pandas as pd

from bench.by_pandas import checksum, work
from bench.by_pandas import load as load_names

__all__ = ["checksum", "load", "work"]


def load(folder: Path) -> dict[str, pd.DataFrame]:
    """The same tables with categories for names."""
    tables = load_names(folder)
    projects = pd.CategoricalDtype(tables["subjects"]["code"])
    for name in ("readings", "plans"):
        tables[name] = tables[name].astype({"subject": projects, "unit": "category"})
    return tables | {"subjects": tables["subjects"].astype({"code": projects, "parent": "category"})}
