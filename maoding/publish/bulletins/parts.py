"""Parts: what must every layout know of a letter, as plain data?

What the layouts share is worded once, here: source marks, lines of the list of sources, brackets round a note.
"""

import re
from typing import Any, cast

from maoding.publish.bulletins.chart_image import svg
from maoding.publish.bulletins.columns import size, widths
from maoding.publish.bulletins.letter import (
    Block,
    Cell,
    Chart,
    Cited,
    Head,
    Heading,
    Letter,
    Paragraph,
    Sentence,
    Table,
)
from maoding.publish.bulletins.title_lines import title_lines
from maoding.terms.language import say, spoken

Part = dict[str, Any]
STOPS = "。；！？"
# What XML may not hold: control characters, halves of a character, and two that are none.
UNWRITABLE = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def parts(letter: Letter) -> Part:
    """The letter as text, lists and dictionaries; characters no page can show are left out, the rest is as it was."""
    before = spoken.set(letter.language)
    try:
        return cast("Part", _clean(_parts(letter)))
    finally:
        spoken.reset(before)


def drawings(letter: Letter) -> list[str]:
    """SVG of each chart, in their order."""
    return [
        svg(_clean(block.option), height=block.height) for block in letter.blocks if isinstance(block, Chart)
    ]


def _parts(letter: Letter) -> Part:
    return {
        "language": letter.language,
        "organ": letter.organ,
        "reference": letter.reference,
        "title": letter.title,
        "title_lines": title_lines(letter.title) if letter.language == "zh" else letter.title,
        "addressee": letter.addressee,
        "blocks": [_block(block) for block in letter.blocks],
        "signed": letter.signed,
        "dated": letter.dated,
        "notes": [say("（{note}）", note=note) for note in letter.notes],
        "sources_head": say("数据来源") if letter.sources else "",
        "sources": [_source(source) for source in letter.sources],
        "released_head": say("未能复算、由人说明理由后放行的语句") if letter.released else "",
        "released": [
            {"text": each.text, "reason": say("理由：{reason}", reason=each.reason)}
            for each in letter.released
        ],
        "sample": letter.sample,
    }


def _block(block: Block) -> Part:
    if isinstance(block, Heading):
        return {"kind": "heading" if block.level == 1 else "subheading", "text": block.text}
    if isinstance(block, Paragraph):
        return {"kind": "paragraph", "sentences": [_sentence(each) for each in block.sentences]}
    if isinstance(block, Chart):
        return {"kind": "chart", "title": block.title, "words": block.words}
    return _table(block)


def _sentence(sentence: Sentence) -> Part:
    """In Chinese the mark stands before the full stop, so that is kept apart as `end`."""
    text = sentence.text.rstrip(STOPS)
    end = sentence.text[len(text) :]
    return {"text": text, "mark": _mark(sentence.sources), "sources": sentence.sources, "end": end}


def _table(table: Table) -> Part:
    return {
        "kind": "table",
        "title": table.title,
        "note": table.note,
        "size": size(table),
        "widths": widths(table),
        "heads": [_head(head) for head in table.heads],
        "rows": [
            [_cell(cell, head) for cell, head in zip(row, table.heads, strict=True)] for row in table.rows
        ],
    }


def _head(head: Head) -> Part:
    unit = say("（{unit}）", unit=head.unit) if head.unit else ""
    return {"text": head.text, "unit": unit, "numeric": head.numeric}


def _cell(cell: Cell, head: Head) -> Part:
    return {
        "text": cell.text,
        "tone": cell.tone,
        "mark": _mark(cell.sources),
        "sources": cell.sources,
        "numeric": head.numeric,
    }


def _mark(sources: tuple[int, ...]) -> str:
    """Numbers of sources in brackets; three and more in a row as a range, as GB/T 7714 writes them."""
    rows: list[list[int]] = []
    for number in sources:
        if rows and number == rows[-1][-1] + 1:
            rows[-1].append(number)
        else:
            rows.append([number])
    written = [f"{row[0]}-{row[-1]}" if len(row) > 2 else ",".join(map(str, row)) for row in rows]
    return f"[{','.join(written)}]" if written else ""


def _source(source: Cited) -> Part:
    line = say(
        "{publisher}：{title}，{published}。来源编号 {code}。",
        publisher=source.publisher,
        title=source.title,
        published=source.published,
        code=source.code,
    )
    return {"number": source.number, "mark": _mark((source.number,)), "line": line, "address": source.address}


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return UNWRITABLE.sub("", value)
    if isinstance(value, dict):
        return {key: _clean(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(each) for each in value]
    return value
