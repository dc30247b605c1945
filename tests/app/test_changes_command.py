"""Two days from the command line: what was newly said, what it did, and does the exit code tell?"""

import json

import pytest
from click.testing import CliRunner
from django.conf import settings

from maoding.app.command import maoding
from tests.publish import town, two_months

pytestmark = pytest.mark.django_db
DAYS = ("--since", "2021-06-30", "--day", "2021-08-31")


@pytest.fixture
def told(db, tmp_path, monkeypatch):
    """The town of the pages' tests two months later, as the command line finds it."""
    town.pack(tmp_path / "cities")
    town.tell(*town.words())
    town.tell(*town.facts())
    two_months.tell()
    monkeypatch.setattr(settings, "CITIES", tmp_path / "cities")


def run(*arguments: str, code: int = 0) -> str:
    answer = CliRunner().invoke(maoding, ["changes", "--city", "sometown", *arguments])
    assert answer.exit_code == code, answer.output
    return answer.output


def test_what_was_said_and_what_changed_are_told(told):
    lines = run(*DAYS).splitlines()
    assert lines[0] == "2021-06-30 到 2021-08-31 · 新记入 8 条记录 · 看板 3 项有变化 · 银川·项目进度灯"
    roads = next(line for line in lines if "道路投资" in line)
    assert "● 绿灯 → ▲ 黄灯" in roads
    assert "45 亿元 → 46 亿元" in roads.replace("\u2009", " ")
    assert any("新建学校" in line and line.split()[-2] == "4所" for line in lines)


def test_programs_are_given_entries_and_both_rows(told):
    rows = json.loads(run(*DAYS, "--json"))
    said = {row["id"]: row for row in rows if row["what"] == "said"}
    assert len(said) == 8
    roads = next(row for row in rows if row["what"] == "changed" and row["after"]["indicator"] == "ROADS")
    assert roads["in_what"] == ["light", "state", "actual", "completion"]
    assert (roads["before"]["light"], roads["after"]["light"]) == ("green", "yellow")
    assert [said[name]["said"]["number"] for name in roads["through"]] == ["46"]


def test_a_promise_new_or_gone_has_one_side(told):
    town.tell(
        town.promise(
            "ROADS", "1", "亿元", strength="estimate", published=two_months.on("2021-08-20"), record="T9"
        ),
        town.promise("ROADS", "9", "亿元", subject="Z", published=two_months.on("2021-08-20"), record="T50"),
    )
    rows = {
        tuple(row["in_what"]): row for row in json.loads(run(*DAYS, "--json")) if row["what"] == "changed"
    }
    assert rows["gone",]["after"] is None
    assert rows["new",]["before"] is None
    assert "不再列出" in run(*DAYS)


def test_where_nothing_changed_the_exit_code_says_so(told):
    assert "新记入 0 条记录" in run("--since", "2021-06-30", "--day", "2021-07-01", code=3)


@pytest.mark.parametrize(
    "arguments", [("--since", "2021-08-31", "--day", "2021-06-30"), (*DAYS, "--rule", "nowhere"), ()]
)
def test_wrong_use_is_told(told, arguments):
    run(*arguments, code=2)
