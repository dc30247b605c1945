"""Does every finding give the same answer in memory and on Spark?"""

import datetime as dt
import importlib
import os
import pkgutil
import subprocess
import sys

import polars as pl
import pytest

from maoding import judge
from maoding.app import engines
from maoding.judge.finding import FINDINGS, ask
from tests.conftest import ROOT
from tests.engines.alike import differences
from tests.engines.county import county

# Spark's client leaves it to the garbage collector to close its sockets.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")

for module in pkgutil.iter_modules(judge.__path__, "maoding.judge."):
    importlib.import_module(module.name)  # findings enter by import
ON_THE_WAY = {"light", "light_facts", "board"}
NAMES = sorted(set(FINDINGS) - ON_THE_WAY)


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Everything that the judge's tests write, as one ledger."""
    folder = tmp_path_factory.mktemp("gathered")
    command = [sys.executable, "-m", "pytest", "tests/judge", "-q", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [*command, "-p", "tests.engines.gathering"],
        cwd=ROOT,
        env=os.environ | {"MAODING_GATHERED": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    tables = {path.stem: pl.read_parquet(path) for path in folder.glob("*.parquet")}
    assert len(tables.get("readings", [])) > 100, done.stdout
    day = pl.DataFrame({"day": [dt.date(2021, 12, 31)]})
    year = {"period_start": dt.date(2021, 1, 1), "period_end": dt.date(2021, 12, 31)}
    nothing = {name: county()[name].clear() for name in ("events", "exemptions")}
    return nothing | tables | {"asked": day.with_columns(**year)}


@pytest.fixture(scope="module")
def made_up():
    """Two years of a county's returns from a seed, with all that the judge must not stumble over."""
    return county()


@pytest.fixture(scope="module")
def answers(spark_session, written, made_up):
    """Both engines, given the same tables: (in memory, on Spark) by the tables' name."""
    return {
        name: (engines.in_memory(tables), engines.OnSpark(tables, spark_session))
        for name, tables in {"written": written, "made up": made_up}.items()
    }


@pytest.mark.parametrize("tables", ["written", "made up"])
@pytest.mark.parametrize("finding", NAMES)
def test_both_engines_give_the_same_answer(answers, tables, finding):
    in_memory, on_spark = (engines.brought_back(ask(finding, given)) for given in answers[tables])
    assert differences(in_memory, on_spark) == []
    if tables == "made up":
        assert len(in_memory) > 0, (
            "nothing was compared: the made-up county must give every finding something to say"
        )


def test_spark_runs_on_two_workers(spark_session):
    status = spark_session.sparkContext._jsc.sc().getExecutorMemoryStatus()
    assert status.size() == 3  # the driver counts as one
