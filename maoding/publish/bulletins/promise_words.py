"""Promise words: in which words does a bulletin tell of one promise, its light, and what to mind of its figure?"""

from collections.abc import Iterator
from typing import Any

from maoding.publish.bulletins.material import THIS, Material
from maoding.publish.bulletins.promise_numbers import PromiseNumbers
from maoding.publish.bulletins.said import (
    NOTHING,
    Judged,
    Number,
    Published,
    Said,
    amount,
    no_data,
    told,
    with_unit,
)
from maoding.publish.reasons import STALE_DAYS, stands
from maoding.publish.shown import day, period, published_on
from maoding.publish.terminal import STRENGTHS
from maoding.terms.language import noted, say, spoken

Row = dict[str, Any]
STATES = {
    "behind": noted("落后"),
    "overdue": noted("到期尚无数据"),
    "near": noted("略低于序时"),
    "late": noted("逾期完成"),
    "not_judged": noted("未判"),
    "on_pace": noted("按期"),
    "no_evidence": noted("尚无数据"),
}
OUTCOMES = {
    "met": noted("已完成"),
    "missed": noted("未完成"),
    "open": noted("未到期末数"),
    "no_evidence": noted("尚无数据"),
}
HALF = {
    "early": noted("提前过半"),
    "reached": noted("已过半"),
    "missed": noted("未过半"),
    "not_yet": noted("尚未过半"),
}
# How a number is promised in an official letter; {n} is the number with its unit.
SAID = {
    "at_least": noted("{n}以上"),
    "more_than": noted("超{n}"),
    "about": noted("{n}左右"),
    "at_most": noted("{n}以内"),
    "less_than": noted("低于{n}"),
    "rank": noted("前{n}位"),
}
SOURCE_OF_FIGURE = "source_of_figure"
BY_PLAN = frozenset({"target", "gap", "needed", "times"})
BY_FIGURE = BY_PLAN | {"actual", "completion", "ahead", "short", "beyond", "so_far", "light", "result"}


def promise(row: Row, numbers: PromiseNumbers) -> Said:
    """What was promised, with how firmly: 力争超550亿元."""
    firmness = say(STRENGTHS[row["strength"]])
    if row["measure"] == "deed":
        return Said(firmness, sources=(row["source"],))
    target = target_words(row, numbers)
    if not target.known:
        return Said(say("{strength}（原文未列计划数）", strength=firmness), sources=(row["source"],))
    return Said(_joined(firmness, target.text), target.numbers, target.sources)


def target_words(row: Row, numbers: PromiseNumbers) -> Said:
    """The number promised as it was promised: 超550亿元, 增长10%以上, 持续提高."""
    if row["relation"] == "rising":
        return Said(say("持续提高"), sources=(row["source"],))
    target = numbers.target
    if target is None:
        return NOTHING
    n = target.printed if row["relation"] == "rank" else with_unit(target)
    if row["relation"] == "rank" and target.exact == 1:
        words = say("第{place}位", place=n)
    else:
        words = n if row["relation"] == "equal" else say(SAID[row["relation"]], n=n)
    if row["measure"] == "growth":
        words = say("增长{target}", target=words)
    return Said(words, (target,), (row["source"],))


def actual(row: Row, numbers: PromiseNumbers) -> Said:
    """What is known to be done; of a task how far its projects have come."""
    if row["measure"] == "deed":
        return deed(row, numbers.material)
    if numbers.actual is None:
        return no_data()
    if row["family"] == "rank":
        text = say("第{place}位", place=numbers.actual.printed)
        return Said(text, (numbers.actual,), (row[SOURCE_OF_FIGURE],))
    if row["measure"] == "growth":
        text = say("增长{target}", target=with_unit(numbers.actual))
        return Said(text, (numbers.actual,), (row[SOURCE_OF_FIGURE],))
    return told(numbers.actual, row[SOURCE_OF_FIGURE])


def deed(row: Row, material: Material) -> Said:
    """How far a task is known to have come, without numbers: the projects stand on their own pages."""
    if not (row["reached"] or row["before"]):
        return no_data()
    sources = (row["source"], *material.news_of(row))
    if row["before"] == row["projects"]:
        return Said(say("承诺之前已做到"), sources=sources)
    if row["reached"] < row["projects"]:
        return Said(say("部分项目已做到"), sources=sources)
    return Said(say("{day}已做到", day=published_on(row["reached_on"], "day")), sources=sources)


def in_time(row: Row) -> Said:
    """Whether a task was done by the day it was due, at the worst reading of the dates."""
    if not (row["reached"] or row["before"]):
        return no_data()
    if row["before"]:
        return Said(say("不算作兑现"))
    if row["reached"] < row["projects"]:
        return Said(say("尚未全部做到"))
    if row["late_most"] <= 0:
        return Said(say("按期做到"))
    return Said(say("是否按期要看具体哪一天") if row["late_least"] <= 0 else say("晚于期限"))


def number(row: Row, known: Number | None, *, figure: bool = True) -> Said:
    """A number worked out of promise and figure; a dash where it has none."""
    if known is None:
        return NOTHING
    return told(known, row["source"], *((row[SOURCE_OF_FIGURE],) if figure and row["figure"] else ()))


def plain(row: Row, known: Number | None) -> Said:
    """The same without its unit, for words that say the unit themselves: {short}个百分点."""
    said = number(row, known)
    return said if known is None else Said(known.printed, said.numbers, said.sources)


def light(row: Row, numbers: PromiseNumbers, material: Material) -> Said:
    """The light as shape and word, and what it was judged by."""
    shape, word = material.rule.drawn(row["light"])
    if row["light"] == "unknown":
        return Said(f"{shape} {word}", tone="unknown")
    tone = material.rule.said["outcomes"]["light"]["words"][row["light"]].get("theme", "neutral")
    judged = Judged("light", row["light"], material.rule.name, numbers.light_facts)
    return Said(f"{shape} {word}", tone=tone, judged=(judged,))


def light_word(row: Row, numbers: PromiseNumbers, material: Material) -> Said:
    """The light's word alone, for a sentence."""
    said = light(row, numbers, material)
    return Said(said.text.partition(" ")[2], tone=said.tone, judged=said.judged)


def standing(row: Row, numbers: PromiseNumbers) -> Said:
    """How it stands by its own relation, in words."""
    if row["measure"] == "deed":
        return in_time(row)
    if row["standing"] is None:
        return no_data() if row["figure"] is None else NOTHING
    if numbers.actual is None or numbers.target is None:
        return Said(stands(row))
    facts = (("actual", numbers.actual), ("target", numbers.target))
    relation = f"{row['relation']}/{row['direction']}"
    return Said(stands(row), judged=(Judged("outcome", row["standing"], relation, facts),))


def name(row: Row, material: Material) -> str:
    """What is promised, with whose it is where that is not the city itself."""
    if row["subject"] == material.this.question.pack.city["code"]:
        return str(row["indicator_name"])
    return _joined(row["subject_name"], row["indicator_name"])


def _joined(first: str, second: str) -> str:
    """Two words as one: 力争超550亿元, in English with a colon between them."""
    return f"{first}: {second}" if spoken.get() == "en" else f"{first}{second}"


def item(row: Row) -> str:
    """What is promised, for a list: a growth target told from one for the level."""
    if row["measure"] == "growth":
        return say("{indicator}增速", indicator=row["indicator_name"])
    return str(row["indicator_name"])


def evidence_period(row: Row, material: Material) -> str:
    """The days the figure is about; without the year where it is that of the letter."""
    if row["figure"] is None:
        return NOTHING.text
    start, end = row["period_start_of_figure"], row["period_end_of_figure"]
    written = period(start, end)
    if start.year != end.year or start.year != material.year(THIS):
        return written
    if written == period(*material.this.question.year):
        return say("全年")
    return written.replace(f"{start.year}年", "").replace(f" {start.year}", "")


def remarks(row: Row, numbers: PromiseNumbers, material: Material) -> list[Said]:
    """What to mind of a figure: inferred, stale, counted to another day, without tolerance, or contradicted."""
    return [each for each in _remarks(row, numbers, material) if each.text]


def _remarks(row: Row, numbers: PromiseNumbers, material: Material) -> Iterator[Said]:
    if row["inferred_plan"]:
        yield _inferred(numbers)
    if row["gap"] and row["light"] != "unknown":
        yield Said(say("规则未规定，按假定取色"), touches=frozenset({"light"}))
    if row["relation"] == "about":
        yield Said(say("口径未定：“左右”没有公布的容差"), touches=BY_PLAN)
    if row["figure"] is not None:
        yield from _of_the_figure(row, material)


def _inferred(numbers: PromiseNumbers) -> Said:
    low, high = numbers.bound("low"), numbers.bound("high")
    text = say("计划数由完成率反推，原文未列，在{low}至{high}之间", low=low.printed, high=with_unit(high))
    return Said(text, (low, high), touches=BY_PLAN)


def _of_the_figure(row: Row, material: Material) -> Iterator[Said]:
    counted, end = row["counted_to"], row["period_end_of_figure"]
    if counted < end:
        yield Said(say("只算到公布日{day}", day=day(counted)), touches=BY_FIGURE)
    if material.day <= row["period_end"] and (material.day - counted).days > STALE_DAYS:
        yield Said(say("实绩只到{day}，此后没有更新", day=day(counted)), touches=BY_FIGURE)
    if row["published_precision_of_figure"] == "inferred":
        yield Said(say("实绩日期为推断"), touches=BY_FIGURE)
    yield _contradicted(row, material)


def _contradicted(row: Row, material: Material) -> Said:
    """Other figures of the same days that differ and are no later vintage."""
    found = disputes(row, material)
    others = [
        amount((row["key"], f"other_{each['id']}"), each["amount"], each["unit"], Published(each["id"]))
        for each in found
    ]
    if others:
        text = say("同期另有不一致的数：{others}，须先核对", others=say("、").join(map(with_unit, others)))
        sources = tuple(material.source_of[each["id"]] for each in found)
        return Said(text, tuple(others), sources, touches=BY_FIGURE)
    return Said(say("同期另有不一致的数，须先核对") if row["stands_beside"] else "", touches=BY_FIGURE)


def disputes(row: Row, material: Material) -> list[Row]:
    """Figures that contradict the evidence of a promise, or the published rate it goes by."""
    own = dict.fromkeys((row["figure"], row["promise"]))
    return [each for entry in own if entry for each in contradicting(entry, material)]


def contradicting(figure: str, material: Material) -> list[Row]:
    """Figures that contradict one figure: id, amount and unit, the smaller id first."""
    found = []
    for pair in material.contradictions:
        if figure in (pair["id"], pair["other"]):
            at_first = pair["id"] == figure
            name, of_other = (
                (pair["other"], pair["other_amount"]) if at_first else (pair["id"], pair["amount"])
            )
            found.append({"id": name, "amount": of_other, "unit": material.unit_of[name]})
    return sorted(found, key=lambda each: str(each["id"]))
