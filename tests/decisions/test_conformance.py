"""Does the rule engine say what the public kit of the DMN standard says, and is it noticed when it does not?"""

import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from conformance.__main__ import main
from conformance.running import alike, run

ROOT = Path(__file__).parents[2]


def test_every_case_of_the_kit_comes_out_right(shared):
    outcomes = list(run(shared / "tck"))
    assert len(outcomes) == 953
    assert [
        f"{each.suite.file.stem} {each.case.id}: {each.reasons}" for each in outcomes if not each.passed
    ] == []


def kit(folder, shared, change):
    """One model of the kit with its cases changed."""
    shutil.copytree(shared / "tck/level-2/0004-simpletable-U", folder / "one")
    for file in (folder / "one").glob("*-test-*.xml"):
        file.chmod(0o644)
        file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")
    return folder


def test_a_wrong_answer_is_noticed(shared, tmp_path):
    folder = kit(tmp_path, shared, lambda text: text.replace(">Approved<", ">Denied<", 1))
    failed = [each for each in run(folder) if not each.passed]
    assert [each.reasons for each in failed] == [("Approval Status: Approved instead of Denied ()",)]


def test_a_model_that_is_not_there_fails_its_cases(shared, tmp_path):
    folder = kit(tmp_path, shared, lambda text: text.replace("0004-simpletable-U.dmn", "nowhere.dmn"))
    assert [each.passed for each in run(folder)] == [False, False, False]


def test_an_unknown_decision_fails_its_case(shared, tmp_path):
    folder = kit(tmp_path, shared, lambda text: text.replace('"Approval Status"', '"Nothing"'))
    assert "没有“Nothing”这一项" in next(iter(run(folder))).reasons[0]


def test_numbers_may_differ_where_a_case_rounds_them():
    assert alike(Decimal("1680.8803256085551"), Decimal("1680.880325608555"))
    assert not alike(Decimal("1680.8804"), Decimal("1680.880325608555"))
    assert not alike([Decimal(1)], [Decimal(1), Decimal(2)])
    assert not alike({"a": Decimal(1)}, {"a": Decimal(2)})
    assert not alike("1", Decimal(1))
    assert alike(None, None)


@pytest.mark.parametrize(
    ("change", "status", "last"), [(str, 0, "passed 3 of 3"), (str.upper, 2, "passed 0 of 0")]
)
def test_the_command_prints_a_table_and_a_total(shared, tmp_path, capsys, change, status, last):
    folder = kit(tmp_path, shared, change if change is str else lambda _text: "<other/>")
    with pytest.raises(SystemExit) as ended:
        main([str(folder)])
    lines = capsys.readouterr().out.splitlines()
    assert (ended.value.code, lines[-1]) == (status, last)


def test_the_command_tells_each_reason_when_asked(shared, tmp_path, capsys):
    folder = kit(tmp_path, shared, lambda text: text.replace(">Approved<", ">Denied<", 1))
    with pytest.raises(SystemExit) as ended:
        main([str(folder), "--reasons"])
    lines = capsys.readouterr().out.splitlines()
    assert ended.value.code == 1
    assert lines[0].split() == ["one", "2", "of", "3", "!"]
    assert lines[1].endswith("Approved instead of Denied ()")
    assert lines[-1] == "passed 2 of 3"


def test_the_command_wants_a_folder(tmp_path):
    for words in ([], [str(tmp_path / "nowhere")]):
        with pytest.raises(SystemExit, match="which folder"):
            main(words)
    done = subprocess.run(
        [sys.executable, "-m", "conformance"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert "which folder" in done.stderr
