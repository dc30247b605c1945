"""Cohort words: how is it said in one line what became of the members of a list?"""

import datetime as dt

from maoding.publish.cohorts import ADDED, LEFT, Cohort
from maoding.publish.projects import tier_name
from maoding.publish.shown import day
from maoding.terms.language import noted, say
from maoding.terms.pack import Pack

PROMISES = "promises"
LISTS = (PROMISES, "province", "prefecture", "city")
ALWAYS = ("better", "worse")  # counted in the answer even where nobody moved
PROMISES_MOVED = {
    "better": noted("{n} 项好转"),
    "worse": noted("{n} 项变差"),
    "same": noted("{n} 项未变"),
    "judged": noted("{n} 项新有结论"),
    "lost": noted("{n} 项不再有结论"),
    "unjudged": noted("{n} 项仍无结论"),
}
PROJECTS_MOVED = {
    "better": noted("{n} 个往前走了"),
    "worse": noted("{n} 个说法退回前面的步骤"),
    "same": noted("{n} 个步骤未变"),
    "judged": noted("{n} 个新知道步骤"),
    "lost": noted("{n} 个步骤不再可知"),
    "unjudged": noted("{n} 个仍不知步骤"),
}


def list_name(pack: Pack, name: str) -> str:
    """Name of a list in the reader's language."""
    return say("目标") if name == PROMISES else tier_name(pack, name)


def answer(cohort: Cohort, name: str, since: dt.date, until: dt.date, year: int) -> str:
    """What became of the members in one line; `name` is the list's, where it is one of projects of a `year`."""
    promises = name == say("目标")
    said = {"since": day(since), "until": day(until), "n": cohort.held, "year": year, "list": name}
    if not cohort.held:
        return (
            say("截至 {since}没有已知的 {year}年目标", **said)
            if promises
            else say("截至 {since}没有已知在{list} {year}年名单上的项目", **said)
        )
    counts = {key: cohort.count(moved=key) for key in PROMISES_MOVED}
    words = PROMISES_MOVED if promises else PROJECTS_MOVED
    told = {key: say(words[key], n=n) for key, n in counts.items() if n or key in ALWAYS}
    if promises and cohort.eased:
        told["better"] += say("（{n} 项改过目标数）", n=cohort.eased)
    moved = say("，").join(told.values())
    unsaid = sum(each.part == LEFT and not each.reason for each in cohort.members)
    said |= {"moved": moved, "added": cohort.count(part=ADDED), "left": cohort.count(part=LEFT)}
    said["unsaid"] = say("（{n} 未说明原因）", n=unsaid) if unsaid else ""
    if promises:
        return say(
            "{since}的 {n} 项目标到 {until}：{moved}；另增 {added} 项，不再列名 {left} 项{unsaid}", **said
        )
    return say(
        "{since}的 {n} 个{list}项目到 {until}：{moved}；另增 {added} 个，不再列名 {left} 个{unsaid}", **said
    )
