"""Terminal: how does a table stand in a terminal, where a Chinese character is two columns wide?"""

import unicodedata
from collections.abc import Sequence

from maoding.publish.asking import Question
from maoding.publish.reasons import Row, still_needed
from maoding.publish.rules import LightRule
from maoding.publish.scoreboard import SILENT, Scoreboard
from maoding.publish.shown import period, points, share, with_unit
from maoding.publish.words import COUNTED
from maoding.terms.language import noted, say, spoken

BAR = 24
RIGHT, LEFT = "right", "left"


def width(text: str) -> int:
    """Columns a text takes."""
    return sum(_columns(letter) for letter in text)


def _columns(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def cut(text: str, most: int) -> str:
    """The text, or as much of its beginning as fits with an ellipsis."""
    if width(text) <= most:
        return text
    kept = ""
    for letter in text:
        if width(kept + letter) > most - 1:
            break
        kept += letter
    return kept + "…"


def table(heads: Sequence[tuple[str, str]], rows: Sequence[Sequence[str]]) -> str:
    """Lay rows out under heads of (text, side), a rule of dashes between."""
    lines = [[head for head, _ in heads], *rows]
    widths = [max(width(line[column]) for line in lines) for column in range(len(heads))]
    laid = [
        "  ".join(
            _padded(cell, size, side) for cell, size, (_, side) in zip(line, widths, heads, strict=True)
        ).rstrip()
        for line in lines
    ]
    return "\n".join([laid[0], "─" * (sum(widths) + 2 * len(widths) - 2), *laid[1:]])


def _padded(text: str, size: int, side: str) -> str:
    blank = " " * (size - width(text))
    return blank + text if side == RIGHT else text + blank


def board_text(board: Scoreboard, question: Question) -> str:
    """The scoreboard as text: the answer in a few lines, then the table."""
    city, day = question.pack.city, question.day
    name = city["name_en" if spoken.get() == "en" else "name_zh"]
    title = say(
        "{city} {year} 年目标 · 以 {day} 所知为准 · {rule}",
        city=name,
        year=day.year,
        day=day,
        rule=question.rule.title,
    )
    heads = (
        (say("灯"), LEFT),
        (say("目标"), LEFT),
        (say("承诺"), LEFT),
        (say("实绩"), RIGHT),
        (say("时期"), LEFT),
        (say("完成率"), RIGHT),
        (say("应完成"), RIGHT),
        (say("差（百分点）"), RIGHT),
        (say("还需/月（此前）"), LEFT),
    )
    return "\n".join([title, _time(board), summary(board), "", *_with_reasons(heads, board, question.rule)])


def _with_reasons(heads: Sequence[tuple[str, str]], board: Scoreboard, rule: LightRule) -> list[str]:
    """The table, with a line of reasons under each row that has something to say."""
    laid = table(heads, [_line(row, rule) for row in board.rows]).splitlines()
    lines = laid[:2]
    for row, line in zip(board.rows, laid[2:], strict=True):
        lines.append(line)
        if row["state"] not in SILENT or row["drift"] or row["twin"]:
            lines.append(f"        └ {row['note']}")
    return lines


def summary(board: Scoreboard) -> str:
    """The answer in one line: how many are behind, near, on pace, without evidence."""
    counts = board.counts
    return " · ".join(say(words, n=counts[state]) for state, words in COUNTED.items() if counts[state])


def _time(board: Scoreboard) -> str:
    if board.months is None:
        return ""
    gone, whole = board.months
    full = round(BAR * gone / whole)
    bar = "▓" * full + "░" * (BAR - full)
    return say(
        "时间 {gone}/{whole} {bar} {share}", gone=gone, whole=whole, bar=bar, share=share(100 * gone / whole)
    )


def promise_words(row: Row) -> str:
    """A promise in words: ``力争 >550 亿元``; an implied plan carries a star."""
    strength = say(STRENGTHS[row["strength"]])
    if row["measure"] == "deed":
        return strength
    if row["inferred_plan"]:
        return f"{strength} {with_unit(row['plan_shown'], row['unit'])}*"
    if row["amount"] is None:
        return f"{strength} {say(RELATIONS[row['relation']])}"
    if row["relation"] == "rank":
        return f"{strength} " + (say("第一") if row["amount"] == 1 else say("前 {n}", n=row["amount"]))
    growth = say("增长") + " " if row["measure"] == "growth" else ""
    return f"{strength} {growth}{RELATIONS[row['relation']]}{with_unit(row['amount'], row['unit'])}"


STRENGTHS = {"must": noted("确保"), "strive": noted("力争"), "plan": noted("计划"), "estimate": noted("预计")}
RELATIONS = {
    "at_least": "≥", "more_than": ">", "equal": "", "about": "≈", "at_most": "≤", "less_than": "<", "rank": "≤",
    "rising": noted("持续提高"), "deed": "",
}  # fmt: skip


def actual_words(row: Row) -> str:
    """What is known of a promise: its figure, of a deed the projects that came as far, or 尚无数据."""
    if row["reached"]:
        return say("{k}/{n} 已做到", k=row["reached"], n=row["projects"])
    return say("尚无数据") if row["figure"] is None else with_unit(row["done"], row["figure_unit"])


def _line(row: Row, rule: LightRule) -> list[str]:
    return [
        " ".join(rule.drawn(row["light"])),
        cut(f"{row['subject_name']} {row['indicator_name']}", 40),
        promise_words(row),
        actual_words(row),
        "" if row["figure"] is None else period(row["period_start_of_figure"], row["period_end_of_figure"]),
        share(row["completion_shown"]),
        share(row["due_shown"]),
        points(row["ahead_shown"]),
        still_needed(row),
    ]
