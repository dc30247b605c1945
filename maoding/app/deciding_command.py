"""Deciding command: what does a rule table or a DMN model say of each row of a file?

Exit codes (contracts §5): 0 done, 1 done with cells that could not be read, 2 wrong use, 3 nothing done.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

import click
import yaml

from maoding.app import clock, questions
from maoding.app.any_rows import records_of
from maoding.decisions import RuleError, Table, read_table
from maoding.decisions.models import Model, read_model
from maoding.decisions.models.xml import read_xml
from maoding.decisions.values.reading import moment_in
from maoding.intake.problems import UnreadableFileError
from maoding.publish.checking import BadCell
from maoding.publish.decided_rows import Wanted, decided_by_model, decided_by_table
from maoding.terms.language import noted, say

FAILED, WRONG_USE, NOTHING_DONE = 1, 2, 3


@click.command(help=noted("一张规则表或一个 DMN 模型对任意表格的各行怎么说，为什么"))
@click.argument("model")
@click.argument("rows", type=click.Path(path_type=Path))
@click.option("--decision", help=noted("模型里哪一个决策；只有一个时可不写"))
@click.option("--explain", is_flag=True, help=noted("连同每行每格的真假与所用的事实"))
@click.option("--near-miss", is_flag=True, help=noted("连同差得最少的那几行，各差多少"))
@click.option("--json", "as_json", is_flag=True, help=noted("输出 JSON，供程序读取"))
def decide(model: str, rows: Path, decision: str | None, **asked: bool) -> None:
    """Run a table or a model on anyone's rows; needs no ledger."""
    wanted = Wanted(asked["explain"], asked["near_miss"])
    try:
        rule = _rule(model)
        name = decision or _only(rule)
        records, problems = records_of(rows, _headings(rule))
        results, bad_cells = _decided(rule, name, records, wanted)
    except (RuleError, questions.WrongQuestionError) as error:
        _wrong_use(str(error))
    except UnreadableFileError as error:
        click.echo(str(error), err=True)
        sys.exit(NOTHING_DONE)
    text = "\n".join(_told(each) for each in results)
    click.echo(json.dumps(results, ensure_ascii=False, indent=1) if asked["as_json"] else text)
    for problem in (*_faults(rule), *problems, *bad_cells):
        click.echo(str(problem), err=True)
    if not results:
        sys.exit(NOTHING_DONE)
    sys.exit(FAILED if problems or bad_cells or _faults(rule) else 0)


def _rule(said: str) -> Table | Model:
    """A DMN file, a rule table in a YAML file, or a published rule by its name."""
    path = Path(said)
    if not path.is_file():
        return questions.published_rule(said).table
    if path.suffix in (".yaml", ".yml"):
        return read_table(_data(path))
    return read_model(path.read_bytes(), _beside(path.parent))


def _data(path: Path) -> dict[str, Any]:
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError):
        data = None
    if not isinstance(data, dict):
        raise RuleError(say("不是规则表"), say("请写成“名称: 内容”的形式"), place=path.name)
    return data


def _beside(folder: Path) -> Any:
    """Finds imported models by their namespace among the files of a folder."""

    def find(namespace: str, _location: str) -> bytes | None:
        files = (path.read_bytes() for path in sorted(folder.glob("*.dmn")))
        return next((data for data in files if read_xml(data).get("namespace") == namespace), None)

    return find


def _only(rule: Table | Model) -> str:
    names = [rule.name] if isinstance(rule, Table) else rule.names()
    if len(names) != 1:
        reason = say("模型里有{count}个决策", count=len(names))
        raise RuleError(
            reason, say("请用 --decision 写明：{names}", names="、".join(names)), place=say("DMN 文件")
        )
    return names[0]


def _headings(rule: Table | Model) -> Sequence[str]:
    if isinstance(rule, Model):
        return [node.name for node in rule.part.nodes.values()]
    return [word for name, each in rule.inputs.items() for word in (name, each.label.zh, each.label.en)]


def _decided(
    rule: Table | Model, name: str, records: list[dict[str, Any]], wanted: Wanted
) -> tuple[list[dict[str, Any]], list[BadCell]]:
    if isinstance(rule, Model):
        now = moment_in(clock.now().isoformat(timespec="microseconds"))
        return decided_by_model(records, rule, name, now, wanted)
    if name != rule.name:
        raise RuleError(
            say("没有“{value}”这一项", value=name),
            say("可用的有：{choices}", choices=rule.name),
            place=say("规则表"),
        )
    return decided_by_table(records, rule, wanted)


def _faults(rule: Table | Model) -> list[RuleError]:
    return rule.faults if isinstance(rule, Model) else []


def _told(result: Mapping[str, Any]) -> str:
    """One row in a line, what is besides asked for below it."""
    told = say("，").join(
        say("{label}：{value}", label=name, value=_plain(value)) for name, value in result["outcome"].items()
    )
    line = say("第{row}行：{told}", row=result["row"], told=told)
    if result["rule_row"]:
        line += say("（命中第{row}行规则）", row=_plain(result["rule_row"]))
    if result["unknown"]:
        line += say("（未知，取决于：{names}）", names="、".join(result["unknown"]))
    misses = [_miss(each) for each in result["misses"]]
    return "\n".join([line, *misses, *(f"  {note}" for note in result.get("notes", ()))])


def _miss(miss: Mapping[str, Any]) -> str:
    cells = "、".join(f"{name} {miss['by'].get(name, '')}".strip() for name in miss["cells"])
    return say("  差第{row}行规则：{cells}", row=miss["rule_row"], cells=cells)


def _plain(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _wrong_use(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(WRONG_USE)
