"""Known sources: which sources are known by a day, of what kind is each, and how much was taken from it?"""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from maoding.ledger import taken
from maoding.publish.asking import Answers
from maoding.publish.words import RELIABILITY
from maoding.terms.language import noted, say

# What was taken from a source, as its page groups it: the kinds of entries, and their name together.
GROUPS = {
    "promises": (("commitment",), noted("承诺")),
    "figures": (("reading",), noted("实绩")),
    "things": (("event", "subject"), noted("项目、单位与大事")),
    "rules": (("rule", "exemption"), noted("规则与正当理由")),
}
PUBLISHERS = {
    "gov": noted("政府"),
    "press": noted("报纸或媒体"),
    "company": noted("企业"),
    "blog": noted("自媒体"),
    "abstract": noted("期刊"),
    "dataset": noted("数据集"),
    "repost": noted("转载站"),
    "rule": noted("规则的公布者"),
}
OF_THE_SAME = {"official": "gov", "seed": "press"}
# How a feed's words for a source tell what RELIABILITY tells of a rule's: where it was read.
COPIES = {"mirror": "C", "nourl": "N"}
READ_AT = {"gov": "A", "press": "B", "repost": "C"}
OTHERWISE = "O"
MIRRORS = ("rule-C", "rule-D")  # the reliability of the copy a rule was read from
HOW_RELIABLE = RELIABILITY | {
    "N": noted("没有留下网址，无从再核"),
    "O": noted("企业、自媒体、期刊或数据集"),
}
IN_SHORT = {
    "A": noted("官网"),
    "B": noted("原刊"),
    "C": noted("转载"),
    "D": noted("文档站"),
    "G": noted("程序"),
    "N": noted("无网址"),
    "O": noted("原处"),
}


@dataclass(frozen=True)
class KnownSource:
    """One source known by the day: who published it as what, where it was read, and what was taken by kind.

    `place` names the document it was read from, where its entries do.
    """

    code: str
    title: str
    publisher: str
    kind: str
    reliability: str
    published: tuple[str, str]
    known_from: dt.date
    address: str
    taken: dict[str, int]
    place: dict[str, Any]

    @property
    def count(self) -> int:
        """How many entries were taken from it."""
        return sum(self.taken.values())

    @property
    def year(self) -> str:
        """Year it was published in; empty where no source says."""
        return self.published[0][:4]


def known_sources(answers: Answers) -> list[KnownSource]:
    """Every source of which something was known by the day asked, by code."""
    by_day, first, places = taken.taken(answers.question.day), taken.first_days(), taken.documents()
    return [
        KnownSource(
            code=(code := str(row["code"])),
            title=row["title"],
            publisher=row["publisher"],
            kind=(told := kind_of(row["kind"]))[0],
            reliability=told[1],
            published=(row["published_at"], row["published_precision"]),
            known_from=first[code],
            address=shown_address(row),
            taken=_grouped(by_day[code]),
            place=places.get(code, {}),
        )
        for row in sorted(answers.rows("sources"), key=lambda row: str(row["code"]))
        if row["code"] in by_day
    ]


def kind_of(said: str) -> tuple[str, str]:
    """Who publishes such a source, and the letter of where it was read (`HOW_RELIABLE`), by its feed's word for it.

    ``gov-report-mirror`` is a government's, read in a copy; ``rule-C`` a rule's, whose letter its file gives.
    """
    first, *further = said.split("-")
    kind = OF_THE_SAME.get(first, first)
    if kind == "rule":
        return kind, further[0] if further else OTHERWISE
    copied = next((COPIES[word] for word in further if word in COPIES), "")
    return kind, copied or READ_AT.get(kind, OTHERWISE)


def shown_address(row: dict[str, Any]) -> str:
    """Address in the web, unless it is a mirror's: whoever quotes a rule should find the original."""
    shown = "://" in row["address"] and row["kind"] not in MIRRORS
    return str(row["address"]) if shown else ""


def publisher_kind(kind: str) -> str:
    """Name of a kind of publisher; one that has none here as its feed calls it."""
    return say(PUBLISHERS[kind]) if kind in PUBLISHERS else kind


def reliability(letter: str) -> str:
    """What a letter says of where a source was read; one unknown here as it is."""
    return say(HOW_RELIABLE[letter]) if letter in HOW_RELIABLE else letter


def _grouped(counts: dict[str, int]) -> dict[str, int]:
    return {name: sum(counts.get(kind, 0) for kind in kinds) for name, (kinds, _) in GROUPS.items()}
