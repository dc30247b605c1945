"""The command line: does it answer as contracts §5 says, and does its exit code tell?"""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.conf import settings
from django.db import connection

from maoding.app.command import maoding
from maoding.app.saying import speak, translated
from maoding.ledger.models import Span
from maoding.terms.language import spoken

pytestmark = pytest.mark.django_db

CITY = """
code: X
name_zh: 某市
name_en: Somewhere
default_rule: yinchuan
backfilled: true
"""
INDICATORS = """code,name_zh,name_en,unit,kind,frequency,direction,no_january
FAI,全社会固定资产投资,Fixed-asset investment,亿元,flow,monthly,up,1
DONE,重点项目完成投资,Investment done,亿元,flow,monthly,up,
RATE,重点项目完成率,Completion rate,%,rate,monthly,up,
PLAN,重点项目年度计划,Annual plan,亿元,flow,annual,up,
"""
ORGS = """org,name_zh,name_en,level,parent,source_id,published_at,published_precision
X,某市,Somewhere,county,,S1,2020-12-31,day
"""
SOURCES = """source_id,source,publisher,title_short,published_at,published_precision,kind,showable
S1,https://example.org/1,某日报,年中综述,2021-06,month,press,1
"""
TARGETS = """target_id,org,indicator,type,period,comparator,value,unit,modality,source_id,published_at
T1,X,FAI,quantity,2021,>,550,亿元,力争,S1,2020-12
"""
ACTUALS = """actual_id,org,indicator,period_start,period_end,value,unit,status,published_at,source_id
A1,X,DONE,2021-01-01,2021-05-31,19,亿元,reported,2021-06,S1
A2,X,RATE,2021-01-01,2021-05-31,30.6,%,reported,2021-06,S1
A3,X,FAI,2021-01-01,2021-01-31,8,亿元,reported,2021-02,S1
"""


@pytest.fixture
def cities(tmp_path: Path, monkeypatch) -> Path:
    """One small city, with the light rules that ship with the project."""
    pack = tmp_path / "cities" / "somewhere"
    (pack / "facts").mkdir(parents=True)
    for name, text in {
        "city.yaml": CITY,
        "indicators.csv": INDICATORS,
        "relations.yaml": "completion: [{done: DONE, rate: RATE, plan: PLAN}]\nparts: {}\n",
        "facts/orgs.csv": ORGS,
        "facts/sources.csv": SOURCES,
        "facts/targets.csv": TARGETS,
        "facts/actuals.csv": ACTUALS,
    }.items():
        (pack / name).write_text(text, encoding="utf-8")
    for lights in settings.CITIES.glob("*/lights"):
        copy = tmp_path / "cities" / lights.parent.name / "lights"
        copy.mkdir(parents=True)
        for rule in lights.iterdir():
            (copy / rule.name).write_text(rule.read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setattr(settings, "CITIES", tmp_path / "cities")
    return pack


def run(*arguments: object, code: int = 0):
    result = CliRunner().invoke(maoding, [str(argument) for argument in arguments])
    assert result.exit_code == code, result.output
    return result


def as_json(*arguments: object, code: int = 0) -> list[dict]:
    return json.loads(run(*arguments, "--json", code=code).stdout)


def board(day: str = "2021-06-30", rule: str = "yinchuan") -> dict[str, dict]:
    rows = as_json("scoreboard", "--city", "somewhere", "--day", day, "--rule", rule)
    return {row["indicator"]: row for row in rows}


def test_every_row_that_comes_in_is_recorded_known_or_rejected(cities):
    reports = {report["file"]: report for report in as_json("load", cities, "--city", "somewhere", code=1)}
    assert all(r["rows_in"] == r["recorded"] + r["already_known"] + r["rejected"] for r in reports.values())
    actuals = reports["actuals.csv"]
    assert (actuals["rows_in"], actuals["recorded"], actuals["rejected"]) == (3, 2, 1)
    rejection = actuals["rejections"][0]
    assert {"row", "column", "cell", "reason", "mend"} <= set(rejection)
    assert rejection["row"] == 4


def test_loading_twice_changes_nothing(cities):
    as_json("load", cities, code=1)
    before = board()
    again = as_json("load", cities, code=1)
    assert sum(report["recorded"] for report in again) == 0
    assert board() == before


def test_one_row_in_the_shape_of_the_contract(cities):
    run("load", cities, code=1)
    row = board()["DONE"]
    assert (row["completion_rate"], row["light"], row["rule_row"], row["gap"], row["certain"]) == (
        30.6,
        "yellow",
        2,
        False,
        True,
    )
    assert f"{row['due_share']['linear']:.2f}" == "41.67"
    assert f"{row['ahead_points']:.2f}" == "-11.07"
    assert row["actual"]["value"] == "1900000000"
    assert (row["implied"]["value"], row["implied"]["unit"]) == ("6209150326.8", "元")
    assert row["needed_per_month"] == "615592903.83"
    assert row["half_by_midyear"] is None


def test_a_promise_without_evidence_says_so_and_never_shows_the_target(cities):
    run("load", cities, code=1)
    row = board()["FAI"]
    assert (row["actual"], row["completion_rate"], row["light"], row["certain"]) == (
        None,
        None,
        "unknown",
        False,
    )
    assert (row["target"]["value"], row["target"]["relation"], row["target"]["strength"]) == (
        "55000000000",
        "more_than",
        "strive",
    )
    text = run("scoreboard", "--city", "somewhere", "--day", "2021-06-30").stdout
    assert "尚无数据" in next(line for line in text.splitlines() if "固定资产" in line)


def test_before_its_publication_nothing_is_known(cities):
    run("load", cities, code=1)
    assert list(board("2021-06-29")) == ["FAI"]


def test_another_citys_rule_can_be_replayed(cities):
    run("load", cities, code=1)
    assert [board(rule=rule)["DONE"]["light"] for rule in ("yinchuan", "wuhan", "sanya")] == ["yellow"] * 3


def test_a_number_is_walked_back_to_its_source(cities):
    run("load", cities, code=1)
    for name in (board()["DONE"]["actual"]["id"], "A1"):
        chain = as_json("why", name, "--city", "somewhere")
        assert [step["kind"] for step in chain] == ["reading", "source"]
        assert "actuals.csv" in chain[0]["place"]
    told = run("why", "A1", "--city", "somewhere").stdout
    assert "actuals.csv" in told
    assert "2021年1—5月" in told
    run("why", "A99", "--city", "somewhere", code=3)


def test_a_finding_is_explained_down_to_what_was_said(cities):
    run("load", cities, code=1)
    tree = as_json("explain", "light", "--subject", "X", "--city", "somewhere", "--day", "2021-06-30")[0]
    assert {"finding", "inputs", "value", "children"} <= set(tree)
    assert [row["holds"] for row in tree["rule_rows"] if row["promise"] == tree["value"][0]["promise"]].count(
        "true"
    ) <= 1
    assert (
        "30.6"
        in run("explain", "pace", "--subject", "X", "--city", "somewhere", "--day", "2021-06-30").stdout
    )
    run("explain", "weather", "--subject", "X", "--city", "somewhere", "--day", "2021-06-30", code=2)


@pytest.mark.parametrize(
    "arguments",
    [
        ("scoreboard", "--city", "nowhere"),
        ("scoreboard", "--city", "somewhere", "--rule", "nobody"),
        ("scoreboard", "--city", "somewhere", "--day", "2999-01-01"),
        ("scoreboard", "--city", "somewhere", "--day", "yesterday"),
        ("load", "there/is/no/such/file.csv"),
        ("load", "README.md", "--city", "nowhere"),
        ("lights", "x.csv", "--rule", "nobody"),
    ],
)
def test_wrong_use_is_told_apart(cities, arguments):
    run("load", cities, code=1)
    run(*arguments, code=2)


def test_an_empty_ledger_has_nothing_to_show(cities):
    run("scoreboard", "--city", "somewhere", "--rule", "yinchuan", code=2)


def test_anyones_rows_get_a_light(tmp_path):
    file = tmp_path / "rows.csv"
    file.write_text("subject,completion_rate,due_share\n甲,30.6,41.67\n乙,,50\n", encoding="utf-8")
    rows = as_json("lights", file, "--rule", "yinchuan")
    assert [(row["subject"], row["light"], row["certain"]) for row in rows] == [
        ("甲", "yellow", True),
        ("乙", "unknown", False),
    ]
    file.write_text("subject,completion_rate,due_share\n甲,三成,41.67\n", encoding="utf-8")
    assert "completion_rate" in run("lights", file, "--rule", "yinchuan", code=1).stderr
    run("lights", tmp_path / "missing.csv", "--rule", "yinchuan", code=3)


def test_a_printed_table_is_recomputed(tmp_path):
    file = tmp_path / "printed.csv"
    file.write_text("id,kind,printed,unit,a,b,parts\n1,ratio,30.6,%,19,62.09,\n", encoding="utf-8")
    assert as_json("check", file)[0]["verdict"] == "consistent"
    file.write_text("id,kind,printed,unit,a,b,parts\n1,ratio,33.6,%,19,62.09,\n", encoding="utf-8")
    assert "1" in run("check", file, code=1).stdout


def test_an_untouched_ledger_passes_its_audit_and_tells_where_its_chain_ends(cities):
    head = run("load", cities, code=1).stdout.splitlines()[-1]
    assert as_json("audit") == []
    assert run("audit").stdout.splitlines() == ["台账完好：哈希链相连，有效期表与台账一致", head]


def test_a_missing_guard_is_told_before_it_is_put_up_again(cities):
    run("load", cities, code=1)
    with connection.cursor() as cursor:
        cursor.execute(
            "DROP TRIGGER entry_no_update" + ("" if connection.vendor == "sqlite" else " ON entry")
        )
    assert "entry_no_update" in as_json("audit", code=1)[0]["fault"]
    run("scoreboard", "--city", "somewhere", "--day", "2021-06-30")
    assert as_json("audit") == []


def test_help_is_chinese_or_english_by_locale(monkeypatch):
    monkeypatch.setenv("LANGUAGE", "zh_CN")
    speak()
    assert "目标承诺台账" in run("--help").stdout
    monkeypatch.setenv("LANGUAGE", "en_GB")
    speak()
    try:
        assert spoken.get() == "en"
        assert translated(maoding) is maoding
    finally:
        spoken.set("zh")


def feed(tmp_path: Path, value: str, growth: str = "", said: str = "2021-07-20") -> Path:
    file = tmp_path / "feed.csv"
    head = "主体,指标,时期,数值,单位,同比(%),来源,发布日期\n"
    file.write_text(f"{head}X,FAI,2021年1-6月,{value},亿元,{growth},某报,{said}\n", encoding="utf-8")
    return file


def test_the_same_fact_with_another_number_in_a_second_file_is_told(cities, tmp_path):
    run("load", cities, code=1)
    assert as_json("load", feed(tmp_path, "270.5"), "--city", "somewhere")[0]["remarks"] == []
    [remark] = as_json("load", feed(tmp_path, "280.5"), "--city", "somewhere")[0]["remarks"]
    assert "270.5亿元" in remark["reason"]


def test_a_lost_cell_shows_in_the_exit_code_though_its_row_went_in(cities, tmp_path):
    run("load", cities, code=1)
    [report] = as_json("load", feed(tmp_path, "270.5", "很快"), "--city", "somewhere", code=1)
    assert (report["recorded"], report["rejected"], report["rejections"][0]["column"]) == (1, 0, "同比(%)")
    assert "未入" in run("load", feed(tmp_path, "270.6", "很快"), "--city", "somewhere", code=1).stdout


def test_a_live_return_is_known_from_now_and_not_from_the_day_on_it(cities, tmp_path):
    run("load", cities, code=1)
    run("load", feed(tmp_path, "270.5"), "--city", "somewhere", "--live")
    assert board("2021-07-31")["FAI"]["actual"] is None
    run("load", feed(tmp_path, "270.7"), "--city", "somewhere")
    assert board("2021-07-31")["FAI"]["actual"]["value"] == "27070000000"


def test_last_years_account_can_be_seen_as_known_later(cities):
    run("load", cities, code=1)
    rows = as_json("scoreboard", "--city", "somewhere", "--day", "2022-03-31", "--year", "2021")
    assert {row["indicator"] for row in rows} == {"FAI", "DONE"}


def test_explaining_nothing_says_so(cities):
    run("load", cities, code=1)
    run("explain", "pace", "--subject", "NOPE", "--city", "somewhere", "--day", "2021-06-30", code=3)


def test_the_derived_ranges_are_rebuilt_on_request(cities):
    run("load", cities, code=1)
    Span.objects.all().delete()
    assert as_json("audit", code=1)
    assert as_json("audit", "--rebuild") == []
