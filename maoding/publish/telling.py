"""Telling: how are chains, trees and verdicts told in a terminal?"""

import re
from typing import Any

from maoding.publish.rules import LightRule
from maoding.publish.terminal import LEFT, table
from maoding.publish.words import KINDS
from maoding.terms.language import noted, say, spoken

Row = dict[str, Any]
CHINESE = re.compile("[\u4e00-\u9fff]+")
VERDICTS = {
    "consistent": noted("相符"),
    "inconsistent": noted("不符"),
    "remainder": noted("有余项"),
    "unknown": noted("无法判断"),
}


def chain(steps: list[Row]) -> str:
    """The way from a number to its sentence, one step a paragraph."""
    return "\n".join(_step(step) for step in steps)


def _step(step: Row) -> str:
    lines = [f"{say(KINDS[step['kind']])} {step['id']}  {step['what']}", f"  {say('位置')} {step['place']}"]
    if step["sentence"]:
        lines.append(f"  {say('原句')} {step['sentence']}")
    elif step["start"] is not None:
        span = say("第 {start}–{end} 字", start=step["start"], end=step["end"])
        lines.append(f"  {say('原文')} {span}，sha256 {step['sha256'][:12]}…")
    return "\n".join(lines)


def tree(node: Row, depth: int = 0, told: set[str] | None = None) -> str:
    """A finding and those below it; each finding's rows are told once."""
    told = set() if told is None else told
    pad = "  " * depth
    if node["finding"] in told:
        return f"{pad}{node['finding']} ↑"
    told.add(node["finding"])
    lines = [f"{pad}{node['finding']}  {_question(node['question'])}"]
    lines += [f"{pad}  = {_brief(row)}" for row in node["value"]]
    lines += [
        f"{pad}  ← {name}: {_brief(row)}"
        for name, rows in node["inputs"].items()
        for row in (rows if isinstance(rows, list) else [rows])
    ]
    lines += [_rule_row(row, pad) for row in node.get("rule_rows", [])]
    lines += [tree(child, depth + 1, told) for child in node["children"]]
    return "\n".join(lines)


def _question(docstring: str) -> str:
    """What a finding answers: to who reads Chinese by the terms its docstring names, else the docstring itself."""
    terms = CHINESE.findall(docstring)
    return "、".join(terms) if terms and spoken.get() == "zh" else docstring


def _rule_row(row: Row, pad: str) -> str:
    cells = ", ".join(f"{name}={cell['value']}" for name, cell in row["cells"].items())
    held = {"true": "✓", "false": "✗", "unknown": "?"}[row["holds"]]
    return f"{pad}  {held} {row['rule_row']}. {row['says']}  ({cells})"


def _brief(row: Row) -> str:
    return ", ".join(f"{key}={value}" for key, value in row.items() if value not in (None, "", []))


def verdicts(rows: list[Row]) -> str:
    """What the checker says of each statement."""
    heads = [(say("编号"), LEFT), (say("结论"), LEFT), (say("重算"), LEFT), (say("说明"), LEFT)]
    told = [
        [row["id"], say(VERDICTS[row["verdict"]]), _between(row["recomputed"]), row["note"] or ""]
        for row in rows
    ]
    return table(heads, told)


def _between(recomputed: Row | None) -> str:
    if not recomputed or recomputed["low"] is None:
        return "–"
    low, high = recomputed["low"], recomputed["high"]
    low, high = (f"{bound:.6g}" for bound in (low, high))
    return low if low == high else f"{low} – {high}"


def lights(rows: list[Row], rule: LightRule) -> str:
    """What a rule says of each row."""
    heads = [(say("主体"), LEFT), (say("灯"), LEFT), (say("规则行"), LEFT), (say("说明"), LEFT)]
    return table(
        heads,
        [
            [str(r["subject"]), " ".join(rule.drawn(r["light"])), str(r["rule_row"] or "–"), r["note"] or ""]
            for r in rows
        ],
    )
