"""Changes command: which two days are laid side by side from a terminal?

Exit codes (contracts §5): 0 told, 2 wrong use, 3 nothing changed.
"""

import datetime as dt
import json
import sys
from dataclasses import replace
from typing import NoReturn

import click

from maoding.app import clock, questions, start
from maoding.publish.changes_told import as_rows, as_text, between
from maoding.terms.language import noted, say

WRONG_USE, NOTHING_DONE = 2, 3


@click.command(help=noted("两天之间谁新说了什么，看板上因此变了什么"))
@click.option("--city", default="taicang", show_default=True, help=noted("城市包的名字"))
@click.option(
    "--since", type=click.DateTime(["%Y-%m-%d"]), required=True, help=noted("与哪一天所知相比（年-月-日）")
)
@click.option(
    "--day", type=click.DateTime(["%Y-%m-%d"]), help=noted("以哪一天所知为准（年-月-日），默认今天")
)
@click.option("--year", type=int, help=noted("哪一年的目标，默认是所问之日那一年"))
@click.option("--rule", help=noted("亮灯规则的名字，如 yinchuan、wuhan"))
@click.option("--json", "as_json", is_flag=True, help=noted("输出 JSON，供程序读取"))
def changes(
    city: str,
    since: dt.datetime,
    day: dt.datetime | None,
    year: int | None,
    rule: str | None,
    *,
    as_json: bool,
) -> None:
    """Print what was newly said between two days, and what it did to the board."""
    start.open_ledger()
    today = clock.today()
    on = day.date() if day else today
    if since.date() >= on:
        _wrong_use(say("起始日 {since} 要早于截至日 {day}", since=since.date(), day=on))
    try:
        question = replace(questions.question(city, on, rule, today), about=year)
    except questions.WrongQuestionError as error:
        _wrong_use(str(error))
    found = between(question, since.date())
    told = json.dumps(as_rows(found), ensure_ascii=False, indent=1, default=str) if as_json else ""
    click.echo(told or as_text(found, since.date()))
    sys.exit(0 if found.news or found.changes else NOTHING_DONE)


def _wrong_use(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(WRONG_USE)
