"""Promise fields: what can a plan say of a promise, and by what can it pick and order promises?"""

from collections.abc import Callable

from maoding.publish.bulletins import promise_words as told
from maoding.publish.bulletins.fields import Field, Filter, Finding, Row, Say, words, yes_no
from maoding.publish.bulletins.material import Material
from maoding.publish.bulletins.promise_numbers import PromiseNumbers
from maoding.publish.bulletins.said import NOTHING, Number, Said
from maoding.publish.scoreboard import FIRST, SILENT, STRENGTHS
from maoding.publish.shown import published_on
from maoding.publish.terminal import STRENGTHS as FIRMNESS
from maoding.terms.language import noted, say

OUTCOMES = tuple(told.OUTCOMES)


def _numbers(tell: Callable[[Row, PromiseNumbers], Said]) -> Say:
    return lambda row, material: tell(row, PromiseNumbers(row, material))


def _with_unit(known: Callable[[PromiseNumbers], Number | None]) -> Say:
    return _numbers(lambda row, numbers: told.number(row, known(numbers)))


def _plain(known: Callable[[PromiseNumbers], Number | None]) -> Say:
    return _numbers(lambda row, numbers: told.plain(row, known(numbers)))


def _in_words(tell: Callable[[Row, Material], str]) -> Say:
    return lambda row, material: Said(tell(row, material))


def _target(row: Row, material: Material) -> Said:
    numbers = PromiseNumbers(row, material)
    return told.number(row, numbers.target, figure=row["inferred_plan"])


def _said_on(row: Row) -> str:
    return published_on(row["published_at"], row["published_precision"])


def _remark(row: Row, material: Material) -> Said:
    parts = remarks(row, material)
    if not parts:
        return NOTHING
    return Said(
        say("；").join(part.text for part in parts),
        tuple(number for part in parts for number in part.numbers),
        tuple(source for part in parts for source in part.sources),
    )


def _light(row: Row, material: Material) -> Said:
    return told.light(row, PromiseNumbers(row, material), material)


def _light_word(row: Row, material: Material) -> Said:
    return told.light_word(row, PromiseNumbers(row, material), material)


def _half(row: Row) -> str:
    return say(told.HALF[row["half"]]) if row["half"] else NOTHING.text


FIELDS = {
    "name": Field(_in_words(told.name), noted("目标"), width=6),
    "item": Field(words(told.item), noted("目标"), width=5),
    "subject": Field(words(lambda row: row["subject_name"]), noted("主体"), width=3),
    "indicator": Field(words(lambda row: row["indicator_name"]), noted("目标"), width=5),
    "strength": Field(
        words(lambda row: say(FIRMNESS[row["strength"]])),
        noted("力度"),
        order=lambda row: STRENGTHS.index(row["strength"]),
    ),
    "promise": Field(_numbers(told.promise), noted("承诺"), width=4),
    "target_words": Field(_numbers(told.target_words), noted("承诺"), width=4),
    "target": Field(_target, noted("目标数"), numeric=True, width=3),
    "actual": Field(_numbers(told.actual), noted("实绩"), numeric=True, width=3),
    "period": Field(_in_words(told.evidence_period), noted("时期"), width=3),
    "completion": Field(_with_unit(lambda n: n.completion), noted("完成率"), numeric=True),
    "due": Field(_with_unit(lambda n: n.due), noted("序时应完成"), numeric=True),
    "due_own": Field(_with_unit(lambda n: n.due_own), noted("自定计划应完成"), numeric=True),
    "ahead": Field(_plain(lambda n: n.ahead), noted("相差百分点"), numeric=True),
    "short": Field(_plain(lambda n: n.short), noted("低于序时百分点"), numeric=True),
    "beyond": Field(_plain(lambda n: n.beyond), noted("超序时百分点"), numeric=True),
    "gap": Field(_with_unit(lambda n: n.gap), noted("缺口"), numeric=True),
    "months_gone": Field(_plain(lambda n: n.months_gone), noted("已过月数"), numeric=True),
    "months_left": Field(_plain(lambda n: n.months_left), noted("余下月数"), numeric=True),
    "needed": Field(_with_unit(lambda n: n.needed), noted("月均需完成"), numeric=True),
    "so_far": Field(_with_unit(lambda n: n.so_far), noted("此前月均"), numeric=True),
    "times": Field(_plain(lambda n: n.times), noted("为此前倍数"), numeric=True),
    "half": Field(words(_half), noted("双过半")),
    "light": Field(_light, noted("灯")),
    "light_word": Field(_light_word, noted("灯")),
    "rule_row": Field(_plain(lambda n: n.rule_row), noted("规则行"), numeric=True, width=1),
    "state": Field(
        words(lambda row: say(told.STATES[row["state"]])),
        noted("状态"),
        order=lambda row: FIRST.index(row["state"]),
    ),
    "outcome": Field(
        words(lambda row: say(told.OUTCOMES[row["outcome"]])),
        noted("结果"),
        order=lambda row: OUTCOMES.index(row["outcome"]),
    ),
    "standing": Field(_numbers(told.standing), noted("与目标相比"), width=4),
    "said_on": Field(words(_said_on), noted("提出时间"), width=3),
    "remark": Field(_remark, noted("说明"), width=6),
}
FILTERS = {
    "state": Filter(lambda row: str(row["state"]), FIRST),
    "outcome": Filter(lambda row: str(row["outcome"]), OUTCOMES),
    "strength": Filter(lambda row: str(row["strength"]), STRENGTHS),
    "light": Filter(lambda row: str(row["light"])),
    "level": Filter(lambda row: str(row["level"])),
    "subject": Filter(lambda row: str(row["subject"])),
    "indicator": Filter(lambda row: str(row["indicator"])),
    "measure": Filter(lambda row: str(row["measure"]), ("level", "growth", "share", "deed")),
    "half": Filter(lambda row: row["half"] or "", tuple(told.HALF)),
    "paced": yes_no(lambda row: row["paced"]),
    "evidence": yes_no(lambda row: row["state"] not in SILENT),
    "inferred": yes_no(lambda row: row["inferred_plan"]),
    "restated": yes_no(lambda row: row["drift"]),
}


def remarks(row: Row, material: Material) -> list[Said]:
    """What to mind of a promise's figure."""
    return told.remarks(row, PromiseNumbers(row, material), material)


PROMISES = Finding(
    lambda material, year: material.promises(year), FIELDS, FILTERS, ("state", "outcome"), remarks
)
