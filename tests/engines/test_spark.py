"""Does every finding give the same answer in memory and on Spark?"""

import datetime as dt
import importlib
import os
import pkgutil
import subprocess
import sys
from random import Random

import polars as pl
import pytest

from maoding import judge
from maoding.app import engines
from maoding.decisions import Scaled, Text, YesNo, decide, read_table
from maoding.decisions.syntax import NUMBER
from maoding.judge.finding import FINDINGS, ask
from maoding.terms import pack
from maoding.terms.columns import TEXT, YES_NO
from tests.conftest import ROOT
from tests.engines.alike import differences
from tests.engines.county import county

# Spark's client leaves it to the garbage collector to close its sockets.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")

for module in pkgutil.iter_modules(judge.__path__, "maoding.judge."):
    importlib.import_module(module.name)  # findings enter by import
RULES = {name: read_table(said) for name, said in pack.light_rules(ROOT / "cities").items()}


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Everything that the judge's tests write, as one ledger."""
    folder = tmp_path_factory.mktemp("gathered")
    writing = [
        path for path in (ROOT / "tests" / "judge").glob("test_*.py") if "written import" in path.read_text()
    ]
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "-p",
        "tests.engines.gathering",
    ]
    done = subprocess.run(
        [*command, *writing],
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
    return nothing | tables | {"asked": day.with_columns(**year), "rule": RULES["yinchuan"]}


@pytest.fixture(scope="module")
def made_up():
    """Two years of a county's returns from a seed, with all that the judge must not stumble over."""
    return county() | {"rule": RULES["yinchuan"]}


@pytest.fixture(scope="module")
def answers(spark_session, written, made_up):
    """Both engines, given the same tables: (in memory, on Spark) by the tables' name."""
    return {
        name: (engines.in_memory(tables), engines.OnSpark(tables, spark_session))
        for name, tables in {"written": written, "made up": made_up}.items()
    }


def facts_for(rule):
    """Five hundred rows of facts a rule asks for, every sixth of them missing, many just on a round number."""
    chance = Random(rule.name)  # noqa: S311 - made-up figures, no secrets
    likely = {
        NUMBER: lambda _: chance.choice([chance.randint(-12, 130) * 100, chance.randint(-300, 13000)]),
        YES_NO: lambda _: chance.random() < 0.5,
        TEXT: lambda asked: chance.choice([*asked.words, "another word"]),
    }
    rows = [
        {
            name: likely[asked.kind](asked) if chance.random() < 5 / 6 else None
            for name, asked in rule.inputs.items()
        }
        for _ in range(500)
    ]
    types = {NUMBER: pl.Int64, YES_NO: pl.Boolean, TEXT: pl.String}
    return pl.DataFrame(rows, schema={name: types[asked.kind] for name, asked in rule.inputs.items()})


@pytest.mark.parametrize("tables", ["written", "made up"])
@pytest.mark.parametrize("finding", sorted(FINDINGS))
def test_both_engines_give_the_same_answer(answers, tables, finding):
    in_memory, on_spark = (engines.brought_back(ask(finding, given)) for given in answers[tables])
    assert differences(in_memory, on_spark) == []
    if tables == "made up":
        assert len(in_memory) > 0, (
            "nothing was compared: the made-up county must give every finding something to say"
        )


@pytest.mark.parametrize("name", sorted(RULES))
def test_both_engines_decide_every_published_rule_alike(spark_session, name):
    rule, facts = RULES[name], facts_for(RULES[name])
    stands = {NUMBER: lambda column: Scaled(column, 2), YES_NO: YesNo, TEXT: Text}
    inputs = {column: stands[asked.kind](column) for column, asked in rule.inputs.items()}
    in_memory, on_spark = (
        engines.brought_back(decide(given["facts"], rule, inputs))
        for given in (engines.in_memory({"facts": facts}), engines.OnSpark({"facts": facts}, spark_session))
    )
    assert differences(in_memory, on_spark) == []
    assert in_memory["rule_row"].n_unique() > 1
    assert set(in_memory["certain"]) == {True, False}


def test_spark_runs_on_two_workers(spark_session):
    status = spark_session.sparkContext._jsc.sc().getExecutorMemoryStatus()
    assert status.size() == 3  # the driver counts as one
