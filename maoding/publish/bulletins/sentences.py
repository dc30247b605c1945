"""Sentences: what does a template say of a row, and what must be said beside its numbers?"""

from itertools import groupby
from string import Formatter

from maoding.publish.bulletins.fields import Finding, Row
from maoding.publish.bulletins.findings import EVERYWHERE, FINDINGS
from maoding.publish.bulletins.material import Material
from maoding.publish.bulletins.plan import Sentences, Wording
from maoding.publish.bulletins.said import Said
from maoding.publish.bulletins.statements import Listed, Statement
from maoding.terms.language import say

ENDS = "。；，.;,"


def made(part: Sentences, rows: list[Row], material: Material) -> list[Statement]:
    """Statements of a part, one for each row, or the rows joined; ids are still to be given."""
    if part.join is None:
        return [_of_row(part, row, material) for row in rows]
    if not part.by:
        return [_joined(part, rows, material)] if rows else []
    field = FINDINGS[part.rows.finding].fields[part.by]
    named = [(field.say(row, material).text, row) for row in rows]
    groups = groupby(sorted(named, key=lambda pair: _first(named, pair[0])), key=lambda pair: pair[0])
    return [_joined(part, [row for _, row in group], material) for _, group in groups]


def _first(named: list[tuple[str, Row]], text: str) -> int:
    """Groups stand in the order in which their first rows came."""
    return next(place for place, (each, _) in enumerate(named) if each == text)


def _of_row(part: Sentences, row: Row, material: Material) -> Statement:
    finding = FINDINGS[part.rows.finding]
    said = _filled(part.say, row, finding, material)
    if not said.known and part.lacking is not None:
        said = _filled(part.lacking, row, finding, material)
        said = with_remarks(said, part.lacking, row, finding, material)
    else:
        said = with_remarks(said, part.say, row, finding, material)
    return stated(said, finding, [row], material)


def _joined(part: Sentences, rows: list[Row], material: Material) -> Statement:
    finding, language = FINDINGS[part.rows.finding], material.language
    assert part.join is not None
    parts = []
    for row in rows:
        said = _filled(part.say, row, finding, material)
        parts.append(with_remarks(said, part.say, row, finding, material))
    around = [
        _filled(each, rows[0], finding, material).text if each else "" for each in (part.begin, part.end)
    ]
    text = part.join.of(language).join(each.text for each in parts)
    whole = Said(
        f"{around[0]}{text}{around[1]}",
        tuple(number for each in parts for number in each.numbers),
        tuple(source for each in parts for source in each.sources),
        judged=tuple(judged for each in parts for judged in each.judged),
    )
    return stated(whole, finding, rows, material)


def _filled(wording: Wording, row: Row, finding: Finding, material: Material) -> Said:
    """A template with a row's words and numbers in its places; known where each of them is."""
    texts: list[str] = []
    said: list[Said] = []
    for text, name, _, _ in Formatter().parse(wording.of(material.language)):
        texts.append(text)
        if name is not None:
            each = place(name, row, finding, material)
            said.append(each)
            texts.append(each.text)
    return Said(
        "".join(texts),
        tuple(number for each in said for number in each.numbers),
        tuple(source for each in said for source in each.sources),
        known=all(each.known for each in said),
        judged=tuple(judged for each in said for judged in each.judged),
    )


def place(name: str, row: Row, finding: Finding, material: Material) -> Said:
    """What stands for one place of a template."""
    if name in finding.fields:
        return finding.fields[name].say(row, material)
    return Said(EVERYWHERE[name](material))


def with_remarks(said: Said, wording: Wording, row: Row, finding: Finding, material: Material) -> Said:
    """The sentence with what must be minded of its numbers in brackets before its end, unless it says so itself."""
    if "{remark}" in wording.of(material.language):
        return said
    needed = remarks(said, row, finding, material)
    if not needed:
        return said
    body = said.text.rstrip(ENDS)
    noted = say("；").join(each.text for each in needed)
    return Said(
        say("{sentence}（{note}）", sentence=body, note=noted) + said.text[len(body) :],
        (*said.numbers, *(number for each in needed for number in each.numbers)),
        (*said.sources, *(source for each in needed for source in each.sources)),
        judged=said.judged,
    )


def remarks(said: Said, row: Row, finding: Finding, material: Material) -> list[Said]:
    """Remarks on a row that touch what was said of it."""
    fields = {number.key[1] for number in said.numbers} | {each.kind for each in said.judged}
    return [each for each in finding.remarks(row, material) if each.touches & fields]


def stated(
    said: Said, finding: Finding, rows: list[Row], material: Material, kind: str = "sentence"
) -> Statement:
    """What a text states, and which rows it names."""
    listed = tuple(
        Listed(
            material.year(row["year"]),
            row["key"],
            row["promise"],
            tuple((tag, row[tag]) for tag in finding.tags),
        )
        for row in rows
        if finding.tags
    )
    sources = tuple(dict.fromkeys(said.sources))
    return Statement("", kind, said.text, said.numbers, sources, listed, said.judged)
