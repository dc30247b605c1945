"""Exemptions and rules: is what spares a body, and what judges it, entered only when it is complete?"""

import datetime as dt

import pytest

from maoding.intake.feeds import read_feed
from maoding.intake.rules import rules_read
from maoding.terms.catalogue import Words
from maoding.terms.entries import Exemption, RuleVersion, Source

WORDS = Words(bodies={"TC": "太仓市"}, rules={"yinchuan-start": "银川·开工灯"})


def reading(file):
    return read_feed(file, WORDS, dt.date(2021, 7, 20))


HEAD = "主体,规则,正当理由,批准单位,起始日期,截止日期,来源,发布日期\n"


def test_a_legitimate_reason_is_put_on_record(text_file):
    feed = reading(
        text_file(HEAD + "TC,yinchuan-start,征地未完成,太仓市,2021-03-01,2021-06-30,会议纪要,2021-03-05\n")
    )
    [entry] = feed.entries
    assert isinstance(entry, Exemption)
    assert (entry.rule, entry.reason, entry.allowed_by, str(entry.period.end)) == (
        "yinchuan-start",
        "征地未完成",
        "TC",
        "2021-06-30",
    )


@pytest.mark.parametrize(
    "row",
    [
        "TC,银川,征地未完成,太仓市,2021-03-01,2021-06-30,会议纪要,2021-03-05",
        "TC,,征地未完成,太仓市,2021-03-01,2021-06-30,会议纪要,2021-03-05",
        "TC,yinchuan-start,,太仓市,2021-03-01,2021-06-30,会议纪要,2021-03-05",
        "TC,yinchuan-start,征地未完成,,2021-03-01,2021-06-30,会议纪要,2021-03-05",
        "TC,yinchuan-start,征地未完成,某某局,2021-03-01,2021-06-30,会议纪要,2021-03-05",
        "TC,yinchuan-start,征地未完成,太仓市,2021-06-30,2021-03-01,会议纪要,2021-03-05",
    ],
    ids=[
        "no such rule",
        "no rule",
        "no reason",
        "nobody allowed it",
        "an unknown body allowed it",
        "it ends before it begins",
    ],
)
def test_without_rule_reason_and_leave_nobody_is_spared(text_file, row):
    feed = reading(text_file(HEAD + row + "\n"))
    assert (feed.entries, feed.rejected) == ([], 1)
    assert feed.rejections[0].mend


RULE = """
name: sample
since: 2025-03-18
source: {publisher: 某委, document: 某机制, published: {at: "2025-03", precision: month}, reliability: C}
hit_policy: first
inputs: {done: {type: number, zh: 完成率, en: done}}
outcomes: {light: {zh: 灯, en: light, words: {green: {zh: 绿灯, en: green}}}}
rows: [{done: ">= 50", light: green}]
"""


@pytest.fixture
def lights(tmp_path):
    folder = tmp_path / "somewhere" / "lights"
    folder.mkdir(parents=True)
    return folder


def test_a_rule_file_gives_its_version_and_its_source(lights):
    (lights / "sample.yaml").write_text(RULE, encoding="utf-8")
    source, rule = rules_read(lights).entries
    assert isinstance(source, Source)
    assert isinstance(rule, RuleVersion)
    assert (rule.name, str(rule.since), source.publisher) == ("sample", "2025-03-18", "某委")


@pytest.mark.parametrize(
    "text",
    [RULE.replace(">= 50", ">= >= 50"), RULE.replace("since: 2025-03-18", ""), "name: [", "just words"],
    ids=["a cell that does not parse", "no day it begins", "no YAML", "no table"],
)
def test_a_rule_that_cannot_be_understood_comes_back_with_its_file(lights, text):
    (lights / "sample.yaml").write_text(text, encoding="utf-8")
    feed = rules_read(lights)
    assert (feed.entries, feed.rejected) == ([], 1)
    assert "somewhere/lights" in str(feed.rejections[0])
