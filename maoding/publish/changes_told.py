"""Changes told: how is what changed between two days told in a terminal, and to a program?"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from maoding.ledger.between import News, said_between
from maoding.publish.asking import Answers, Question
from maoding.publish.changes import Change, changes
from maoding.publish.scoreboard import Names, as_json, scoreboard
from maoding.publish.terminal import LEFT, actual_words, promise_words, table
from maoding.publish.whose import Whose
from maoding.publish.why import what
from maoding.publish.words import KINDS
from maoding.terms.language import noted, say

Row = dict[str, Any]
ELSEWHERE_SAID = ("code", "published", "source", "subject", "table")  # beside it, or a rule's whole table
IN_WHAT = {
    "light": noted("灯"),
    "state": noted("状态"),
    "target": noted("目标"),
    "actual": noted("实绩"),
    "completion": noted("完成率"),
    "new": noted("新列目标"),
    "gone": noted("不再列出"),
}


@dataclass(frozen=True)
class Between:
    """What lies between a first day and the one asked: what was newly said, and the promises that stand otherwise."""

    answers: Answers
    news: list[News]
    changes: list[Change]


def between(question: Question, since: dt.date) -> Between:
    """Both boards by the rule as it stands on the later day and of its year, and what was newly said between them."""
    now = Answers(question)
    then = Answers(Question(question.pack, since, question.viewer, question.rule, question.year[0].year))
    whose = Whose(now)
    news = [each for each in said_between(since, question.day, question.viewer) if whose.of(each.entry)]
    return Between(now, news, changes(scoreboard(then).rows, scoreboard(now).rows, news, now))


def as_rows(found: Between) -> list[Row]:
    """What was newly said (`said`) and what stands otherwise (`changed`), in the shapes of contracts §5."""
    rule = found.answers.question.rule.name
    return [*map(_said, found.news), *(_changed(each, rule) for each in found.changes)]


def _said(news: News) -> Row:
    entry = news.entry
    return {
        "what": "said",
        "id": entry.id,
        "kind": entry.kind,
        "subject": entry.body.get("subject") or entry.body.get("code"),
        "source": entry.source,
        "known_from": news.known_from.isoformat(),
        "said": {name: told for name, told in entry.body.items() if name not in ELSEWHERE_SAID},
        "replaces": [each.id for each in news.before],
    }


def _changed(change: Change, rule: str) -> Row:
    return {
        "what": "changed",
        "id": change.row["promise"],
        "in_what": list(change.in_what),
        "before": as_json(change.before, rule) if change.before else None,
        "after": as_json(change.after, rule) if change.after else None,
        "through": list(change.through),
    }


def as_text(found: Between, since: dt.date) -> str:
    """The same for a reader: first the board, then who said what."""
    question, names = found.answers.question, Names(found.answers)
    title = say(
        "{since} 到 {day} · 新记入 {n} 条记录 · 看板 {k} 项有变化 · {rule}",
        since=since,
        day=question.day,
        n=len(found.news),
        k=len(found.changes),
        rule=question.rule.title,
    )
    board = [_change_line(each, question) for each in found.changes]
    said = [_news_line(each, names) for each in found.news]
    return "\n".join([title, *_under(CHANGED, board), *_under(SAID, said)])


CHANGED = (noted("目标"), noted("变了什么"), noted("灯"), noted("承诺"), noted("实绩"))
SAID = (noted("所知"), noted("种类"), noted("新说"), noted("原来"), noted("编号"))


def _under(heads: Sequence[str], lines: list[list[str]]) -> list[str]:
    return ["", table([(say(head), LEFT) for head in heads], lines)] if lines else []


def _change_line(change: Change, question: Question) -> list[str]:
    told = [
        (" ".join(question.rule.drawn(row["light"])), promise_words(row), actual_words(row))
        if row
        else ("", "", "")
        for row in (change.before, change.after)
    ]
    return [
        f"{change.row['subject_name']} {change.row['indicator_name']}",
        say("、").join(say(IN_WHAT[name]) for name in change.in_what),
        *(was if was == now else f"{was or '–'} → {now or '–'}" for was, now in zip(*told, strict=True)),
    ]


def _news_line(news: News, names: Names) -> list[str]:
    before = say("、").join(f"{old.body.get('number', '')}{old.body.get('unit', '')}" for old in news.before)
    return [
        news.known_from.isoformat(),
        say(KINDS[news.entry.kind]),
        what(news.entry, names),
        before,
        news.entry.id,
    ]
