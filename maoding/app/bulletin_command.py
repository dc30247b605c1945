"""Bulletin command: which bulletin is asked for from a terminal, and what became of it?

Exit codes (contracts §5): 0 written, 1 held back by its own check and nothing written, 2 wrong use, 3 the folder cannot
be written to.
"""

import datetime as dt
import json
import sys
from pathlib import Path
from typing import Any, NoReturn

import click

from maoding.app import clock, questions, start
from maoding.app.putting_down import put_down
from maoding.ledger import chain
from maoding.publish.bulletins.material import Material
from maoding.publish.bulletins.noticing import replaced_since
from maoding.publish.bulletins.plan_faults import BadPlanError
from maoding.publish.bulletins.plans import NoSuchKindError, plan
from maoding.publish.bulletins.printing import Bulletin, HeldBackError, NothingToReleaseError
from maoding.publish.bulletins.printing import bulletin as made_from
from maoding.publish.bulletins.word_template import TemplateFaultError
from maoding.terms.language import LANGUAGES, noted, say
from maoding.terms.viewer import EVERYTHING

HELD_BACK, WRONG_USE, NOTHING_DONE = 1, 2, 3
WRONG = (questions.WrongQuestionError, NoSuchKindError, BadPlanError, TemplateFaultError)


@click.command(
    help=noted(
        "编成一份通报并自检：写出 Word、PDF 和核对记录；有一句复算不出就什么也不写（KIND 如 mid-year）"
    )
)
@click.argument("kind")
@click.option("--city", default="taicang", show_default=True, help=noted("城市包的名字"))
@click.option(
    "--day", type=click.DateTime(["%Y-%m-%d"]), help=noted("以哪一天所知为准（年-月-日），默认今天")
)
@click.option("--out", type=click.Path(path_type=Path), required=True, help=noted("写到哪个文件夹"))
@click.option("--rule", help=noted("亮灯规则的名字，如 yinchuan、wuhan"))
@click.option(
    "--language", type=click.Choice(LANGUAGES), default="zh", show_default=True, help=noted("通报的文字")
)
@click.option(
    "--release", "released", multiple=True, help=noted("放行一句复算不出的话（写它的编号，可多次）")
)
@click.option("--because", "reasons", multiple=True, help=noted("放行的理由，与 --release 一一对应"))
@click.option("--json", "as_json", is_flag=True, help=noted("输出 JSON，供程序读取"))
def bulletin(kind: str, out: Path, *, as_json: bool, **asked: Any) -> None:
    """Compose a bulletin, check it, and write its files or none of them."""
    start.open_ledger()
    releases = _releases(asked["released"], asked["reasons"])
    try:
        made = composed(kind, asked["city"], asked["day"], asked["rule"], asked["language"])
        files = {made.name(suffix): said for suffix, said in made.files(releases).items()}
    except HeldBackError as held:
        _held_back(kind, held, as_json=as_json)
    except (*WRONG, NothingToReleaseError) as error:
        _stop(str(error), WRONG_USE)
    except LookupError as error:  # fonts or charts that `make setup` brings
        _stop(str(error), NOTHING_DONE)
    try:
        written = put_down(out, files)
    except OSError as error:
        _stop(say("不能写到 {folder}：{reason}", folder=out, reason=error.strerror or error), NOTHING_DONE)
    _tell(made, written, as_json=as_json)


def composed(kind: str, city: str, day: dt.datetime | None, rule: str | None, language: str) -> Bulletin:
    """Compose and check a bulletin as known on a day.

    Raises:
        WrongQuestionError, NoSuchKindError, BadPlanError: the question or the plan cannot be used.
    """
    today = clock.today()
    on = day.date() if day else today
    found = plan(questions.city_pack(city), kind)
    this, last = (questions.answers(city, on, rule, today, year) for year in (on.year, on.year - 1))
    return made_from(found, Material(this, last, language))


def _releases(names: tuple[str, ...], reasons: tuple[str, ...]) -> dict[str, str]:
    if len(names) != len(reasons):
        _stop(say("每个 --release 要有一个 --because，写明放行的理由"), WRONG_USE)
    return dict(zip(names, reasons, strict=True))


def _held_back(kind: str, held: HeldBackError, *, as_json: bool) -> NoReturn:
    if as_json:
        faults = [vars(fault) for fault in held.faults]
        click.echo(json.dumps([{"kind": kind, "files": [], "faults": faults}], ensure_ascii=False, indent=1))
    for fault in held.faults:
        click.echo(str(fault), err=True)
    name = held.faults[0].id
    _stop(
        say("有 {n} 处对不上，没有写出任何文件。核实后仍要印发的，请写：", n=len(held.faults))
        + f'--release {name} --because "{say("理由")}"',
        HELD_BACK,
    )


def _tell(made: Bulletin, written: list[Path], *, as_json: bool) -> None:
    later = replaced_since(made.made.statements, clock.today(), EVERYTHING)
    notices = [*made.report.notices, *later]
    if as_json:
        files = [str(path) for path in written]
        said = {"kind": made.plan.kind, "files": files, "faults": [], "notices": notices}
        click.echo(json.dumps([said], ensure_ascii=False, indent=1))
        return
    numbers = sum(len(each.numbers) for each in made.report.checked)
    statements = len(made.made.statements)
    click.echo(say("自检通过：{statements} 处陈述、{numbers} 次复算", statements=statements, numbers=numbers))
    for path in written:
        click.echo(str(path))
    for notice in notices:
        click.echo(say("留意：{notice}", notice=notice))
    click.echo(chain.head())


def _stop(message: str, code: int) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(code)
