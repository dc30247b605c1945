"""A town for the pages' tests: one promise in each state, a newspaper page, and every rule that ships."""

import datetime as dt
import hashlib
import json
from pathlib import Path

from django.conf import settings

from maoding.ledger.record import Deed, record
from maoding.terms.entries import Commitment, Entry, Event, Reading, RuleVersion, Source, Subject
from maoding.terms.pack import light_rules
from maoding.terms.periods import Period, months
from maoding.terms.published import Published

CITY = """
code: X
name_zh: 某市
name_en: Sometown
default_rule: yinchuan
default_rule_note: {zh: 本市没有规则，借银川的一用, en: borrowed}
opens_on: 2021-06-30
"""
INDICATORS = """code,name_zh,name_en,unit,kind,frequency,direction
DONE,甲类项目完成投资,Class A investment done,亿元,flow,monthly,up
RATE,甲类项目完成率,Class A completion,%,rate,monthly,up
PLAN,甲类项目年度计划,Class A plan,亿元,flow,annual,up
FAI,全社会固定资产投资,Fixed-asset investment,亿元,flow,monthly,up
ROADS,道路投资,Road investment,亿元,flow,monthly,up
SCHOOLS,新建学校,New schools,所,count,monthly,up
REV,一般公共预算收入,Budget revenue,亿元,flow,monthly,up
PLACE,全省位次,Place in the province,位,rank,annual,down
EXPORTS,出口总额,Exports,亿美元,flow,monthly,up
"""
RELATIONS = "completion: [{done: DONE, rate: RATE, plan: PLAN}]\nparts: {}\n"
PAPER = """# 年中综述

1至5月，甲类项目完成投资19亿元，完成率达30.6%。道路投资完成45亿元。

全年固定资产投资力争超550亿元，增长15%以上；年底预计有15条生产线投产。
"""
YEAR, TO_MAY, TO_APRIL = months(2021, 1, 12), months(2021, 1, 5), months(2021, 1, 4)
JUNE = Published("2021-06", "month")
JANUARY = Published("2021-01-10", "day")


def pack(folder: Path) -> None:
    """The town's pack, beside the rules that ship with the project."""
    (folder / "sometown").mkdir(parents=True)
    for name, text in {"city.yaml": CITY, "indicators.csv": INDICATORS, "relations.yaml": RELATIONS}.items():
        (folder / "sometown" / name).write_text(text, encoding="utf-8")


def paper(folder: Path) -> str:
    """Put the newspaper page where a reader has it; gives its hash."""
    folder.mkdir()
    (folder / "paper.txt").write_text(PAPER, encoding="utf-8")
    return hashlib.sha256(PAPER.encode()).hexdigest()


def said(words: str, row: int, record_: str) -> dict[str, str | int]:
    """The place of some words of the page."""
    start = PAPER.index(words)
    digest = hashlib.sha256(PAPER.encode()).hexdigest()
    place = {"file": "facts.csv", "row": row, "record": record_, "document": "paper.txt", "sha256": digest}
    return place | {"start": start, "end": start + len(words)}


def promise(indicator: str, number: str, unit: str, **other: object) -> Commitment:
    plain = {"subject": "X", "period": YEAR, "measure": "level", "relation": "at_least", "strength": "strive"}
    return Commitment(
        **plain | {"source": "S1", "published": JANUARY, "indicator": indicator} | other,
        number=number,
        unit=unit,
    )


def reading(indicator: str, number: str, unit: str, **other: object) -> Reading:
    plain = {"subject": "X", "period": TO_MAY, "measure": "level", "release": "reported"}
    return Reading(
        **plain | {"source": "S1", "published": JUNE, "indicator": indicator} | other,
        number=number,
        unit=unit,
    )


def task(record_: str, **other: object) -> Commitment:
    """A task (任务) promised for the year; `record_` is what a pack calls it by."""
    plain = {"subject": "X", "period": YEAR, "strength": "plan", "source": "S1", "published": JANUARY}
    return Commitment(
        **plain | {"number": "", "unit": ""} | other,
        indicator="",
        measure="deed",
        relation="deed",
        record=record_,
    )


def words() -> list[Entry]:
    """Who is who, and which rules there are."""
    bodies = [("X", "某市", "Sometown", ""), ("Z", "东区", "East Zone", "X")]
    title = {"source": "S1", "code": "S1", "publisher": "某日报", "title": "年中综述", "kind": "press"}
    silent = title | {
        "source": "S2",
        "code": "S2",
        "title": "<b>公报</b>",
        "address": "https://example.org/2",
    }
    rules = [
        RuleVersion(
            source=f"rule-{name}", name=name, since=dt.date(2020, 1, 1), table=json.dumps(table, default=str)
        )
        for name, table in light_rules(settings.CITIES).items()
    ]
    rule_source = {
        "source": "rule-wuhan",
        "code": "rule-wuhan",
        "publisher": "某办",
        "title": "办法",
        "kind": "rule-C",
    }
    return [
        Source(**title, published=JUNE),
        Source(**silent, published=Published("2021-07-20", "day")),
        Source(**rule_source, address="https://mirror.example/3"),
        *(Subject(source="S1", code=c, name=n, name_en=e, level="county", parent=p) for c, n, e, p in bodies),
        *rules,
    ]


def facts() -> list[Entry]:
    """A promise behind, one nearly in step, one on pace, one by rank, ones without figures, and what came of them."""
    a = said("1至5月，甲类项目完成投资19亿元，完成率达30.6%。", 2, "A1")
    fai = said("全年固定资产投资力争超550亿元，增长15%以上", 5, "T1")
    return [
        reading("DONE", "19", "亿元", place=a, record="A1"),
        reading("RATE", "30.6", "%", place=a, record="A2"),
        promise("ROADS", "120", "亿元", strength="must", record="T9"),
        reading("ROADS", "45", "亿元", place=said("道路投资完成45亿元。", 3, "A3"), record="A3"),
        reading("ROADS", "33", "亿元", period=TO_APRIL, published=Published("2021-05-20", "day"), record="A4"),
        reading("ROADS", "32", "亿元", period=TO_APRIL, published=Published("2021-05-02", "day"), release="flash"),
        promise("SCHOOLS", "6", "所", subject="Z"),
        reading("SCHOOLS", "4", "所", subject="Z"),
        promise("FAI", "550", "亿元", relation="more_than", place=fai, record="T1"),
        promise("FAI", "15", "%", measure="growth", place=fai, record="T2"),
        promise("FAI", "540", "亿元", source="S2", published=Published("2021-10-09", "day"), record="T3"),
        reading("FAI", "468.2", "亿元", period=months(2020, 1, 12), release="final"),
        promise("REV", "10", "%", measure="growth", subject="Z"),
        reading("REV", "12.5", "%", measure="growth", subject="Z", period=TO_APRIL, release="preliminary"),
        promise("PLACE", "1", "位", relation="rank"),
        reading("PLACE", "3", "位"),
        promise("EXPORTS", "80", "亿美元", relation="about", source="S2"),
        Commitment(
            subject="X", indicator="", period=Period(dt.date(2021, 1, 1), dt.date(2021, 12, 31)), measure="deed",
            relation="deed", strength="estimate", source="S1", published=JANUARY, number="15", unit="条",
            place=said("年底预计有15条生产线投产", 6, "T4"), record="T4",
        ),
        Event(
            subject="X", kind="key_date", detail="开工仪式", on="2021-03", source="S2",
            place={"file": "days.csv", "row": 2},
        ),
    ]  # fmt: skip


def tell(*entries: Entry) -> None:
    """Record entries as a feed of the past."""
    at = dt.datetime.fromisoformat("2026-11-21T10:00:00+08:00")
    record(entries, Deed(kind="load", name="sometown", actor="tests", at=at, backfilled=True))
