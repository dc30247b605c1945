"""maoding bulletin: does it write all of a bulletin or nothing, the same bytes at any time, and tell why not?"""

import fcntl
import hashlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.conf import settings

from maoding.app import bulletin_command, clock
from maoding.app.command import maoding
from maoding.app.loading import load_path
from maoding.app.putting_down import put_down
from maoding.publish.bulletins.chart_image import ChartsMissingError

pytestmark = pytest.mark.django_db

FACTS = {
    "city.yaml": "code: X\nname_zh: 某市\nname_en: Somewhere\ndefault_rule: yinchuan\nbackfilled: true\n",
    "indicators.csv": "code,name_zh,name_en,unit,kind,frequency,direction\n"
    "DONE,重点项目完成投资,Investment done,亿元,flow,monthly,up\n"
    "RATE,重点项目完成率,Completion rate,%,rate,monthly,up\nPLAN,重点项目年度计划,Annual plan,亿元,flow,annual,up\n",
    "relations.yaml": "completion: [{done: DONE, rate: RATE, plan: PLAN}]\nparts: {}\n",
    "facts/orgs.csv": "org,name_zh,name_en,level,parent,source_id,published_at,published_precision\n"
    "X,某市,Somewhere,county,,S1,2020-12-31,day\n",
    "facts/sources.csv": "source_id,source,publisher,title_short,published_at,published_precision,kind,showable\n"
    "S1,https://example.org/1,某日报,年中综述,2021-06,month,press,1\n",
    "facts/actuals.csv": "actual_id,org,indicator,period_start,period_end,value,unit,status,published_at,source_id\n"
    "A1,X,DONE,2021-01-01,2021-05-31,19,亿元,reported,2021-06,S1\n"
    "A2,X,RATE,2021-01-01,2021-05-31,30.6,%,reported,2021-06,S1\n",
}
LATER = (
    "actual_id,org,indicator,period_start,period_end,value,unit,status,published_at,source_id\n"
    "A3,X,DONE,2021-01-01,2021-05-31,18,亿元,correction,2021-09-01,S1\n"
    "A4,X,DONE,2021-01-01,2021-08-31,40,亿元,reported,2021-09-01,S1\n"
)
WRONG_PLAN = (
    "actual_id,org,indicator,period_start,period_end,value,unit,status,published_at,source_id\n"
    "A5,X,PLAN,2021-01-01,2021-12-31,80,亿元,reported,2021-06,S1\n"
)
KINDS = ("docx", "pdf", "record.json")


@pytest.fixture
def city(tmp_path: Path, monkeypatch) -> Path:
    """A small city with the plans that ship, its facts in the ledger."""
    pack = tmp_path / "cities" / "somewhere"
    for name, text in FACTS.items():
        (pack / name).parent.mkdir(parents=True, exist_ok=True)
        (pack / name).write_text(text, encoding="utf-8")
    copied = {
        f"taicang/bulletins/{name}.yaml": f"somewhere/bulletins/{name}.yaml"
        for name in ("mid-year", "plan-report")
    }
    copied |= {"yinchuan/lights/yinchuan.yaml": "yinchuan/lights/yinchuan.yaml"}
    for taken, kept in copied.items():
        copy = tmp_path / "cities" / kept
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes((settings.CITIES / taken).read_bytes())
    monkeypatch.setattr(settings, "CITIES", tmp_path / "cities")
    run("load", pack)
    return pack


def run(*arguments: object, code: int = 0):
    result = CliRunner().invoke(maoding, [str(argument) for argument in arguments])
    assert result.exit_code == code, result.output
    return result


def written(out: Path, *more: object, code: int = 0, kind: str = "mid-year", day: str = "2021-06-30"):
    """Ask for a bulletin; gives what was told and the files that are there."""
    result = run("bulletin", kind, "--city", "somewhere", "--day", day, "--out", out, *more, code=code)
    files = {path.name: path.read_bytes() for path in out.iterdir()} if out.is_dir() else {}
    return result, files


def told(pack: Path, text: str) -> None:
    """Load one more table of figures."""
    file = pack.parent.parent / "more.csv"
    file.write_text(text, encoding="utf-8")
    load_path(file, "somewhere", clock.now(), live=False)


def test_the_three_files_are_written_and_the_head_of_the_chain_told(city, tmp_path):
    result, files = written(tmp_path / "out")
    assert set(files) == {f"mid-year-2021-06-30.{kind}" for kind in KINDS}
    assert files["mid-year-2021-06-30.docx"].startswith(b"PK")
    assert files["mid-year-2021-06-30.pdf"].startswith(b"%PDF")
    record = json.loads(files["mid-year-2021-06-30.record.json"])
    assert record["city"] == "somewhere"
    assert "链头：" in result.output
    assert "自检通过" in result.output
    assert "链头" not in json.dumps(record, ensure_ascii=False)


def test_the_record_tells_the_digests_of_the_documents(city, tmp_path):
    _, files = written(tmp_path / "out")
    record = json.loads(files["mid-year-2021-06-30.record.json"])
    for kind in ("docx", "pdf"):
        assert record["sha256"][kind] == hashlib.sha256(files[f"mid-year-2021-06-30.{kind}"]).hexdigest()
    plan = (city / "bulletins" / "mid-year.yaml").read_bytes()
    assert record["sha256"]["plan"] == hashlib.sha256(plan).hexdigest()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_july_printed_again_after_later_facts_is_the_same_to_the_byte(city, tmp_path, language):
    _, july = written(tmp_path / "july", "--language", language)
    _, again = written(tmp_path / "again", "--language", language)
    told(city, LATER)
    result, december = written(tmp_path / "december", "--language", language)
    assert july == again == december
    assert "后来已有更新的数" in result.output


def test_another_day_is_another_bulletin(city, tmp_path):
    told(city, LATER)
    _, files = written(tmp_path / "out", day="2021-09-30")
    _, july = written(tmp_path / "out")
    assert len(july) == 6
    record = json.loads(files["mid-year-2021-09-30.record.json"])
    assert any("18" in each["text"] or "40" in each["text"] for each in record["statements"])


def test_the_plan_report_is_written_likewise(city, tmp_path):
    _, files = written(tmp_path / "out", kind="plan-report")
    assert set(files) == {f"plan-report-2021-06-30.{kind}" for kind in KINDS}


def test_what_does_not_come_out_again_stops_it_and_writes_nothing(city, tmp_path):
    told(city, WRONG_PLAN)
    result, files = written(tmp_path / "out", code=1)
    assert not files
    assert "重点项目完成投资" in result.stderr
    assert "四舍五入解释不了印出的 30.6%" in result.stderr
    assert "--release" in result.stderr
    assert "没有写出任何文件" in result.stderr


def test_a_person_lets_it_out_with_reasons_that_stand_in_the_record(city, tmp_path):
    told(city, WRONG_PLAN)
    result, _ = written(tmp_path / "out", "--json", code=1)
    held = json.loads(result.stdout)[0]["faults"]
    names = dict.fromkeys(fault["id"] for fault in held)
    releases = [word for name in names for word in ("--release", name, "--because", "计划口径不同")]
    _, some = written(tmp_path / "out", *releases[:4], code=1)
    assert not some
    _, files = written(tmp_path / "out", *releases)
    record = json.loads(files["mid-year-2021-06-30.record.json"])
    assert [each["id"] for each in record["releases"]] == list(names)
    assert {each["reason"] for each in record["releases"]} == {"计划口径不同"}


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--release", "9-9", "--because", "因为"), "9-9 没有被拦下"),
        (("--release", "3-1"), "每个 --release 要有一个 --because"),
        (("--rule", "nowhere"), "没有名为 nowhere 的规则"),
        (("--city", "nowhere"), "没有名为 nowhere 的城市包"),
    ],
)
def test_a_wrong_use_is_told(city, tmp_path, more, said):
    result, files = written(tmp_path / "out", *more, code=2)
    assert said in result.stderr
    assert not files


def test_an_unknown_kind_names_the_known_ones(city, tmp_path):
    result, _ = written(tmp_path / "out", kind="weekly", code=2)
    assert "没有名为 weekly 的通报。现有：mid-year、plan-report" in result.stderr


def test_a_plan_that_cannot_be_used_is_told_with_its_line(city, tmp_path):
    plan = city / "bulletins" / "mid-year.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("共{total}项", "共47项"), encoding="utf-8")
    result, files = written(tmp_path / "out", code=2)
    assert "文中直接写了数“47”" in result.stderr
    assert not files


def test_a_folder_that_cannot_be_written_to_is_told(city, tmp_path):
    (tmp_path / "file").touch()
    result, _ = written(tmp_path / "file" / "out", code=3)
    assert "不能写到" in result.stderr


def test_charts_that_cannot_be_drawn_are_told(city, tmp_path, monkeypatch):
    def missing(*_):
        raise ChartsMissingError("没有图表程序")

    monkeypatch.setattr(bulletin_command.Bulletin, "files", missing)
    result, files = written(tmp_path / "out", code=3)
    assert "没有图表程序" in result.stderr
    assert not files


def test_json_tells_the_files(city, tmp_path):
    result, _ = written(tmp_path / "out", "--json")
    (said,) = json.loads(result.stdout)
    assert [Path(path).name for path in said["files"]] == [f"mid-year-2021-06-30.{kind}" for kind in KINDS]
    assert said["faults"] == []


def test_files_are_replaced_whole(tmp_path):
    put_down(tmp_path, {"a.docx": b"old", "a.pdf": b"old"})
    put_down(tmp_path, {"a.docx": b"new", "a.pdf": b"newer"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "a.docx": b"new",
        "a.pdf": b"newer",
    }


KILLED = """
import os, signal, sys
from pathlib import Path
from maoding.app import putting_down
real = putting_down._write
def write(path, said):
    if path.name.endswith(".pdf"):
        os.kill(os.getpid(), signal.SIGKILL)
    real(path, said)
putting_down._write = write
putting_down.put_down(Path(sys.argv[1]), {"a.docx": b"new", "a.pdf": b"new", "a.record.json": b"new"})
"""


def test_a_run_killed_in_the_middle_leaves_nothing_half_and_is_cleared_by_the_next(tmp_path):
    put_down(tmp_path, {"a.docx": b"old"})
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path)],
        check=False,
        cwd=Path(__file__).parents[2],
        env=os.environ,
    )
    assert done.returncode == -signal.SIGKILL
    assert {path.name for path in tmp_path.iterdir() if path.name[0] != "."} == {"a.docx"}
    assert (tmp_path / "a.docx").read_bytes() == b"old"
    assert [path for path in tmp_path.iterdir() if path.name[0] == "."]
    put_down(tmp_path, {"a.docx": b"new"})
    assert {path.name for path in tmp_path.iterdir()} == {"a.docx"}


def test_another_run_at_work_is_left_alone(tmp_path):
    (tmp_path / ".a.other").mkdir()
    held = os.open(tmp_path / ".a.other", os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    put_down(tmp_path, {"a.docx": b"new"})
    os.close(held)
    assert (tmp_path / ".a.other").is_dir()
