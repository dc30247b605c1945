"""Year fields: how many promises stand how, how much of the year is gone, and by which rule is it judged?"""

import datetime as dt
from fractions import Fraction

from maoding.decisions import rows_in_words
from maoding.publish.bulletins.fields import Field, Finding, Row, Say, words
from maoding.publish.bulletins.material import Material
from maoding.publish.bulletins.promise_fields import OUTCOMES
from maoding.publish.bulletins.said import (
    NOTHING,
    Counted,
    Months,
    Number,
    Said,
    Worked,
    percent,
    pieces,
    told,
)
from maoding.publish.scoreboard import FIRST
from maoding.publish.shown import day, published_on
from maoding.publish.words import RELIABILITY
from maoding.terms.language import noted, say, spoken
from maoding.terms.periods import is_month_end

TAGS = {state: ("state", state) for state in FIRST} | {name: ("outcome", name) for name in OUTCOMES}
WHOLE = ("behind", "near", "late", "not_judged", "on_pace", "no_evidence")


def _counts(material: Material, year: str) -> list[Row]:
    """One row: how many promises of the year stand in each state and ended in each way."""
    rows = material.promises(year)
    if not rows:
        return []
    key, number = f"{material.year(year)}/counts", material.year(year)
    found = {
        name: pieces((key, name), sum(row[tag[0]] == tag[1] for row in rows), Counted(number, tag))
        for name, tag in TAGS.items()
    }
    parts = tuple(found[name] for name in WHOLE)
    known = len(rows) - int(found["no_evidence"].exact)
    total = pieces((key, "total"), len(rows), Counted(number), Worked("count", parts=parts))
    found["total"] = total
    found["with_evidence"] = pieces(
        (key, "with_evidence"), known, Worked("difference", total, found["no_evidence"])
    )
    sources = tuple(dict.fromkeys(row["source"] for row in rows))
    return [{"key": key, "numbers": found, "sources": sources}]


def _count(name: str) -> Say:
    return lambda row, material: Said(  # noqa: ARG005 - every field takes both
        row["numbers"][name].printed, (row["numbers"][name],), row["sources"]
    )


COUNTS = Finding(
    _counts,
    {
        "total": Field(_count("total"), noted("目标合计"), numeric=True),
        "with_evidence": Field(_count("with_evidence"), noted("有实绩"), numeric=True),
        "behind": Field(_count("behind"), noted("落后"), numeric=True),
        "near": Field(_count("near"), noted("略低于序时"), numeric=True),
        "overdue": Field(_count("overdue"), noted("到期尚无数据"), numeric=True),
        "late": Field(_count("late"), noted("逾期完成"), numeric=True),
        "not_judged": Field(_count("not_judged"), noted("未判"), numeric=True),
        "on_pace": Field(_count("on_pace"), noted("按期"), numeric=True),
        "no_evidence": Field(_count("no_evidence"), noted("尚无数据"), numeric=True),
        "met": Field(_count("met"), noted("已完成"), numeric=True),
        "missed": Field(_count("missed"), noted("未完成"), numeric=True),
        "open": Field(_count("open"), noted("未到期末数"), numeric=True),
    },
)


def _clock(material: Material, year: str) -> list[Row]:
    """One row: months gone by the day, and months the latest figures speak for."""
    start, end = material.of(year).question.year
    last = min(material.day, end)
    gone = last.month - (0 if is_month_end(last) else 1)
    row: Row = {"key": f"{start.year}/clock", "sources": (), "latest": None}
    row["gone"], row["all"], row["share"] = _share(row["key"], "", gone, Months(start, last), (start, end))
    speaking = [each for each in material.promises(year) if each["all_months"] == 12 and each["due_months"]]
    if speaking:
        best = max(speaking, key=lambda each: (each["due_months"], each["figure"]))
        months = Months(start, best["counted_to"], best["figure"])
        numbers = _share(row["key"], "latest_", best["due_months"], months, (start, end))
        row |= {"latest": best["counted_to"], "sources": (best["source_of_figure"],)}
        row |= dict(zip(("latest_gone", "latest_all", "latest_share"), numbers, strict=True))
    return [row]


def _share(
    key: str, prefix: str, gone: int, months: Months, year: tuple[dt.date, dt.date]
) -> tuple[Number, Number, Number]:
    part = pieces((key, f"{prefix}gone"), gone, months)
    whole = pieces((key, f"{prefix}all"), 12, Months(*year))
    share = percent((key, f"{prefix}share"), Fraction(100 * gone, 12), Worked("ratio", part, whole))
    return part, whole, share


def _time(name: str, *, unit: bool = False) -> Say:
    def tell(row: Row, material: Material) -> Said:  # noqa: ARG001 - every field takes both
        number = row.get(name)
        if number is None:
            return NOTHING
        said = told(number, *row["sources"])
        return said if unit else Said(number.printed, (number,), row["sources"])

    return tell


CLOCK = Finding(
    _clock,
    {
        "gone": Field(_time("gone"), noted("已过月数"), numeric=True),
        "all": Field(_time("all"), noted("全年月数"), numeric=True),
        "share": Field(_time("share", unit=True), noted("时间进度"), numeric=True),
        "latest": Field(
            words(lambda row: day(row["latest"]) if row["latest"] else NOTHING.text), noted("实绩截至")
        ),
        "latest_gone": Field(_time("latest_gone"), noted("实绩所含月数"), numeric=True),
        "latest_share": Field(_time("latest_share", unit=True), noted("序时应完成"), numeric=True),
    },
)


def _rule(material: Material, year: str) -> list[Row]:  # noqa: ARG001 - one rule judges both years
    """One row: the rule in use, as the ledger has it on the day."""
    rule = material.rule
    code = next(row["source"] for row in material.this.rows("rules") if row["name"] == rule.name)
    city = material.this.question.pack.city
    borrowed = city["default_rule_note"][spoken.get()] if "default_rule_note" in city else ""
    if rule.name != city["default_rule"]:
        borrowed = say("这是别处公布的规则，借用作演示，不是考核结果。")
    return [{"key": f"rule/{rule.name}", "rule": rule, "source": code, "borrowed": borrowed.rstrip("。.")}]


def _of_rule(tell: Say) -> Say:
    return lambda row, material: Said(tell(row, material).text, sources=(row["source"],))


def _wording(row: Row) -> str:
    """What the rule says: its own words in Chinese, its rows in English."""
    rule = row["rule"]
    said = rule.said["wording"] if spoken.get() == "zh" else rows_in_words(rule.table)
    return say("；").join(said)


RULE = Finding(
    _rule,
    {
        "title": Field(_of_rule(words(lambda row: row["rule"].title)), noted("规则")),
        "publisher": Field(_of_rule(words(lambda row: row["rule"].source["publisher"])), noted("谁公布的")),
        "document": Field(
            _of_rule(words(lambda row: row["rule"].source["document"])), noted("文件"), width=4
        ),
        "published": Field(
            _of_rule(
                words(
                    lambda row: published_on(
                        row["rule"].source["published"]["at"], row["rule"].source["published"]["precision"]
                    )
                )
            ),
            noted("日期"),
        ),
        "reliability": Field(
            _of_rule(words(lambda row: say(RELIABILITY[row["rule"].source["reliability"]]))),
            noted("可靠程度"),
        ),
        "wording": Field(_of_rule(words(_wording)), noted("规则原文"), width=6),
        "borrowed": Field(words(lambda row: row["borrowed"]), noted("说明"), width=6),
    },
)
