"""Command: what can be asked from a terminal?

Exit codes (contracts §5): 0 done, 1 done with rejections or findings that fail, 2 wrong use, 3 nothing done.
"""

import datetime as dt
import json
import sys
from collections.abc import Collection
from pathlib import Path
from typing import Any, NoReturn

import click
from django.conf import settings

from maoding.app import clock, questions, start
from maoding.app.bulletin_command import bulletin
from maoding.app.changes_command import changes
from maoding.app.deciding_command import decide
from maoding.app.loading import load_path
from maoding.app.rows import rows_of
from maoding.app.serving import serve_site
from maoding.intake.problems import Problem, UnreadableFileError
from maoding.judge.finding import FINDINGS
from maoding.ledger import chain, guards, spans
from maoding.publish import telling
from maoding.publish.asking import Answers
from maoding.publish.checking import COLUMNS, check_rows
from maoding.publish.explain import Explainer
from maoding.publish.lights_of_rows import lights_of_rows
from maoding.publish.rules import LightRule
from maoding.publish.scoreboard import Names
from maoding.publish.scoreboard import as_json as row_as_json
from maoding.publish.scoreboard import scoreboard as scoreboard_of
from maoding.publish.terminal import board_text
from maoding.publish.why import why as chain_of
from maoding.terms.language import noted, say

FAILED, WRONG_USE, NOTHING_DONE = 1, 2, 3
Row = dict[str, Any]

as_json = click.option("--json", "as_json", is_flag=True, help=noted("输出 JSON，供程序读取"))
city_option = click.option("--city", default="taicang", show_default=True, help=noted("城市包的名字"))
day_option = click.option(
    "--day", type=click.DateTime(["%Y-%m-%d"]), help=noted("以哪一天所知为准（年-月-日），默认今天")
)
year_option = click.option("--year", type=int, help=noted("哪一年的目标，默认是所问之日那一年"))
rule_option = click.option("--rule", help=noted("亮灯规则的名字，如 yinchuan、wuhan"))


@click.group(help=noted("锚定：一座城市的目标承诺台账。每个数都能查到出处。"))
def maoding() -> None:
    """The commands; each opens the ledger itself when it needs it."""


@maoding.command(help=noted("读入城市包、数据文件夹或单个表格，逐行报告记入、已有与退回"))
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--city", default="taicang", show_default=True, help=noted("数据属于哪座城市"))
@click.option("--live", is_flag=True, help=noted("现在报送的数：从今天起才算所知，不按发布日期补记"))
@as_json
def load(path: Path, city: str, *, live: bool, as_json: bool) -> None:
    """Load a pack or a feed; what is good goes in, what is not comes back with its place and the mend."""
    start.open_ledger()
    if not path.exists():
        _wrong_use(say("找不到 {path}。请核对路径", path=path))
    try:
        reports = load_path(path, city, clock.now(), live=live)
    except questions.WrongQuestionError as error:
        _wrong_use(str(error))
    told = [*map(str, reports), chain.head()]
    _print(as_json=as_json, data=[report.as_json() for report in reports], text="\n".join(told))
    if not any(report.recorded or report.already_known for report in reports):
        sys.exit(NOTHING_DONE)
    sys.exit(0 if all(report.is_whole for report in reports) else FAILED)


@maoding.command(help=noted("每项承诺的实绩、进度、灯和还需完成的数"))
@city_option
@day_option
@year_option
@rule_option
@as_json
def scoreboard(
    city: str, day: dt.datetime | None, year: int | None, rule: str | None, *, as_json: bool
) -> None:
    """Print the scoreboard as known on a day."""
    start.open_ledger()
    answers = _answers(city, day, rule, year)
    board = scoreboard_of(answers)
    rows = [row_as_json(row, answers.question.rule.name) for row in board.rows]
    _print(as_json=as_json, data=rows, text=board_text(board, answers.question))
    sys.exit(0 if rows else NOTHING_DONE)


@maoding.command(help=noted("把一条公布的亮灯规则用在任意表格的各行上"))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--rule", required=True, help=noted("亮灯规则的名字，如 yinchuan、wuhan"))
@as_json
def lights(file: Path, rule: str, *, as_json: bool) -> None:
    """Apply a rule to anyone's rows; needs no ledger."""
    rule_said = _rule(rule)
    table = rule_said.table
    rows, problems = _rows(file, table.inputs)
    answered, bad_cells = lights_of_rows(rows, table)
    _print(as_json=as_json, data=answered, text=telling.lights(answered, rule_said))
    _finish(answered, [*problems, *bad_cells])


@maoding.command(help=noted("把一个数追到它的原句、单元格或记录"))
@click.argument("id_")
@city_option
@as_json
def why(id_: str, city: str, *, as_json: bool) -> None:
    """Walk one number back to its source; the city's pack gives the names."""
    start.open_ledger()
    steps = chain_of(id_, settings.SHARED, Names(_answers(city, None, None, None)))
    if not steps:
        click.echo(
            say("台账里没有 {id}。编号见 scoreboard --json 的 id，或数据行自己的编号（如 A003）", id=id_),
            err=True,
        )
        sys.exit(NOTHING_DONE)
    _print(as_json=as_json, data=steps, text=telling.chain(steps))


@maoding.command(help=noted("一个结论是怎样算出来的，直到所用的各表"))
@click.argument("finding")
@click.option("--subject", required=True, help=noted("主体的代码，如 TC"))
@click.option("--indicator", help=noted("只看一个指标的代码，如 FAI"))
@city_option
@day_option
@year_option
@rule_option
@as_json
def explain(finding: str, subject: str, indicator: str | None, *, as_json: bool, **asked: Any) -> None:
    """Show how a finding was worked out."""
    start.open_ledger()
    if finding not in FINDINGS:
        _wrong_use(
            say("没有名为 {name} 的结论。可选：{names}", name=finding, names="、".join(sorted(FINDINGS)))
        )
    tree = Explainer(_answers(**asked), subject, indicator).tree(finding)
    if not tree["value"]:
        click.echo(
            say("截至所问之日，{subject} 没有可说明的“{name}”", subject=subject, name=finding), err=True
        )
    _print(as_json=as_json, data=[tree], text=telling.tree(tree))
    sys.exit(0 if tree["value"] else NOTHING_DONE)


@maoding.command(help=noted("按打印出来的数重算一张表：比率、合计、占比、差额、余项、名次"))
@click.argument("file", type=click.Path(path_type=Path))
@as_json
def check(file: Path, *, as_json: bool) -> None:
    """Recompute anyone's printed table; needs no ledger."""
    rows, problems = _rows(file, COLUMNS)
    verdicts, bad_cells = check_rows(rows)
    _print(as_json=as_json, data=verdicts, text=telling.verdicts(verdicts))
    _finish(
        verdicts,
        [*problems, *bad_cells],
        failing=any(v["verdict"] in ("inconsistent", "remainder") for v in verdicts),
    )


@maoding.command(help=noted("检查台账有没有被改动：哈希链、防改触发器、有效期表"))
@click.option("--rebuild", is_flag=True, help=noted("先由台账重建有效期表"))
@as_json
def audit(*, rebuild: bool, as_json: bool) -> None:
    """Check chain, guards and derived ranges, as they stand before anything is mended."""
    start.migrate()
    if rebuild:
        spans.rebuild()
    faults = [say("缺少防改触发器：{name}", name=name) for name in sorted(guards.missing())]
    faults += chain.broken_links()
    faults += [say("有效期表与台账不符：{id}", id=id_) for id_ in spans.differences()]
    text = "\n".join(
        [*faults, chain.head()] if faults else [say("台账完好：哈希链相连，有效期表与台账一致"), chain.head()]
    )
    _print(as_json=as_json, data=[{"fault": fault} for fault in faults], text=text)
    sys.exit(FAILED if faults else 0)


@maoding.command(help=noted("打开网站，只在本机 127.0.0.1"))
@click.option("--port", default=8000, show_default=True, help=noted("端口"))
@click.option("--demo", is_flag=True, help=noted("演示：不用密码即可进入"))
def serve(port: int, *, demo: bool) -> None:
    """Serve the site on loopback."""
    start.open_ledger()
    serve_site(port, demo=demo)


maoding.add_command(bulletin)
maoding.add_command(changes)
maoding.add_command(decide)


def _answers(city: str, day: dt.datetime | None, rule: str | None, year: int | None) -> Answers:
    today = clock.today()
    try:
        return questions.answers(city, day.date() if day else today, rule, today, year)
    except questions.WrongQuestionError as error:
        _wrong_use(str(error))


def _rule(name: str) -> LightRule:
    try:
        return questions.published_rule(name)
    except questions.WrongQuestionError as error:
        _wrong_use(str(error))


def _rows(file: Path, headings: Collection[str]) -> tuple[list[Row], list[Problem]]:
    try:
        return rows_of(file, headings)
    except UnreadableFileError as error:
        click.echo(str(error), err=True)
        sys.exit(NOTHING_DONE)


def _finish(answered: list[Row], problems: list[Any], *, failing: bool = False) -> None:
    for problem in problems:
        click.echo(str(problem), err=True)
    if not answered:
        sys.exit(NOTHING_DONE)
    sys.exit(FAILED if problems or failing else 0)


def _wrong_use(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(WRONG_USE)


def _print(*, as_json: bool, data: list[Any], text: str) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=1, default=str) if as_json else text)
