"""Does `maoding decide` run tables and models on anyone's rows, and say what is wrong with either?"""

import json
from pathlib import Path

import polars as pl
import pytest
from click.testing import CliRunner

from maoding.app.command import maoding
from tests.decisions.dmn import decision, definitions, feel, given, table

MODEL = definitions(
    given("x", "number"),
    decision("grade", table("F", ["x"], ["g"], ["> 10", '"a"'], ["-", "x"]), needs="input:x"),
)
YAML = """
name: tiny
hit_policy: first
inputs: {x: {type: number, zh: 数, en: number}}
outcomes: {light: {zh: 灯, en: light}}
rows: [{x: ">= 10", light: green}, {x: "< 10", light: red}]
"""


@pytest.fixture
def run(tmp_path):
    (tmp_path / "m.dmn").write_bytes(MODEL)
    (tmp_path / "t.yaml").write_text(YAML, encoding="utf-8")
    (tmp_path / "rows.csv").write_text("x\n15\n4\n", encoding="utf-8")
    (tmp_path / "rows.json").write_text('[{"x": 15}, {"x": 0.1}]', encoding="utf-8")
    pl.DataFrame({"x": [15.0, None]}).write_parquet(tmp_path / "rows.parquet")

    def ran(model, rows, *options):
        done = CliRunner().invoke(maoding, ["decide", str(tmp_path / model), str(tmp_path / rows), *options])
        return done.exit_code, done.stdout, done.stderr

    ran.folder = tmp_path
    return ran


@pytest.mark.parametrize(
    ("rows", "outcomes"),
    [
        ("rows.csv", [(2, "a"), (3, 4)]),
        ("rows.json", [(1, "a"), (2, "0.1")]),
        ("rows.parquet", [(1, "a"), (2, None)]),
    ],
)
def test_a_model_is_run_on_rows_of_any_kind(run, rows, outcomes):
    status, out, _ = run("m.dmn", rows, "--json")
    assert [(each["row"], each["outcome"]["grade"]) for each in json.loads(out)] == outcomes
    assert status == 0


def test_a_table_tells_how_near_a_miss_was(run):
    status, out, _ = run("t.yaml", "rows.csv", "--near-miss", "--decision", "tiny")
    assert (status, out.splitlines()) == (
        0,
        [
            "第2行：light：green（命中第1行规则）",
            "  差第2行规则：x -5",
            "第3行：light：red（命中第2行规则）",
            "  差第1行规则：x 6",
        ],
    )


def test_what_is_not_known_and_why_is_told(run):
    (run.folder / "rows.csv").write_text("x,y\nabc,1\n", encoding="utf-8")
    status, out, err = run("m.dmn", "rows.csv", "--explain")
    assert status == 1
    assert out.startswith("第2行：grade：null")
    assert "取决于：x" in out
    assert "第2行“x”列：“abc”不是数字。请照此填写：30.6" in err


def test_a_published_rule_goes_by_its_name(run):
    (run.folder / "rows.csv").write_text("completion_rate,due_share\n50,50\n", encoding="utf-8")
    done = CliRunner().invoke(maoding, ["decide", "yinchuan", str(run.folder / "rows.csv")])
    assert (done.exit_code, done.stdout) == (0, "第2行：light：green（命中第1行规则）\n")


def test_faults_of_a_model_are_told_beside_the_answers(run):
    (run.folder / "m.dmn").write_bytes(definitions(decision("d", feel("1 +")), given("x")))
    status, out, err = run("m.dmn", "rows.csv", "--explain")
    assert status == 1
    assert out.splitlines()[:2] == ["第2行：d：null", "  写到这里就断了"]
    assert "“d”第2行第47列：写到这里就断了" in err


def test_imported_models_are_looked_for_in_the_same_folder(run):
    line = '<import namespace="urn:test" name="other" importType="DMN"/>'
    inner = decision("d", feel("other.grade"), needs="decision:urn:test#grade")
    (run.folder / "a.dmn").write_bytes(definitions(line, inner, namespace="urn:outer"))
    status, out, _ = run("a.dmn", "rows.csv")
    assert (status, out.splitlines()) == (
        0,
        ["第2行：d：null（未知，取决于：other.x）", "第3行：d：null（未知，取决于：other.x）"],
    )


WRONG = [
    ("nowhere.dmn", "rows.csv", (), 2, "没有名为"),
    ("m.dmn", "rows.csv", ("--decision", "grad"), 2, "可用的有：grade"),
    ("t.yaml", "rows.csv", ("--decision", "other"), 2, "可用的有：tiny"),
    ("two.dmn", "rows.csv", (), 2, "请用 --decision 写明：a、b"),
    ("bad.dmn", "rows.csv", (), 2, "DOCTYPE"),
    ("bad.yaml", "rows.csv", (), 2, "不是规则表"),
    ("list.yaml", "rows.csv", (), 2, "不是规则表"),
    ("m.dmn", "nowhere.csv", (), 3, "nowhere.csv"),
    ("m.dmn", "bad.json", (), 3, "读不出 JSON"),
    ("m.dmn", "number.json", (), 3, "JSON 里不全是对象"),
    ("m.dmn", "bad.parquet", (), 3, "读不出 Parquet"),
    ("m.dmn", "empty.json", (), 3, ""),
]


@pytest.mark.parametrize(("model", "rows", "options", "status", "told"), WRONG)
def test_what_is_wrong_is_told(run, model, rows, options, status, told):
    files = {
        "two.dmn": definitions(decision("a", feel("1")), decision("b", feel("2"))),
        "bad.dmn": b"<!DOCTYPE d><d/>",
        "bad.yaml": b"{",
        "list.yaml": b"[1]",
        "bad.json": b"{",
        "number.json": b"5",
        "empty.json": b"[]",
        "bad.parquet": b"PAR1",
    }
    for name, data in files.items():
        Path(run.folder, name).write_bytes(data)
    found, _, err = run(model, rows, *options)
    assert found == status
    assert told in err
    assert "Traceback" not in err
