"""Anatomy: what does a workbook's own text tell of its cells that their bare values do not?

Merged cells, errors, formulas never worked out, and how a number was shown. Found with byte patterns instead of an
XML parser: a sheet of 100,000 × 20 is 100 MB of text, and no entity is ever expanded.
"""

import html
import posixpath
import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from maoding.intake.tables import NOT_COMPUTED, column_number

Ref = tuple[int, int]  # row and column as Excel counts them, both from 1

STRING_END = re.compile(rb"</(?:\w+:)?si>")
SHARED = re.compile(rb"\bt\s*=\s*[\"']s[\"'][^>]*>\s*<(?:\w+:)?v[^>]*>\s*(\d+)")
SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")
ATTRIBUTE = re.compile(rb"([\w:]+)\s*=\s*\"([^\"]*)\"")
RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
MERGE = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*\bref=\"([A-Z]+)(\d+):([A-Z]+)(\d+)\"")
UNPLACED = re.compile(rb"<(?:\w+:)?c(?:>|/>|\s(?![^>]*\br=\"[A-Z]{1,3}\d{1,7}\"))")
ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*? r=\"(\d+)\"")
FAR = re.compile(rb" r=\"([A-Z]{2,3}\d+|[A-Z]\d{6,})\"")
ERROR = re.compile(rb"<(?:\w+:)?c\b([^>]*\bt=\"e\"[^>]*)(?<!/)>(.*?)</(?:\w+:)?c>", re.DOTALL)
FORMULA = re.compile(rb"<(?:\w+:)?c\b([^>]*)>(<(?:\w+:)?f\b.*?)</(?:\w+:)?c>", re.DOTALL)
VALUE = re.compile(rb"<(?:\w+:)?v[^>]*>([^<]+)</(?:\w+:)?v>")
PLACE = re.compile(rb"\br=\"([A-Z]+)(\d+)\"")
RECALCULATED = re.compile(rb"<(?:\w+:)?calcPr\b[^>]*\bfullCalcOnLoad=\"(?:1|true)\"")
FORMAT = re.compile(rb"<(?:\w+:)?numFmt\b[^>]*>")
CELL_FORMATS = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
CELL_FORMAT = re.compile(rb"<(?:\w+:)?xf\b[^>]*>")
QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
PERCENT_FORMATS = {9, 10}
MONTH_FORMATS = {17, 55}


@dataclass(frozen=True)
class Styles:
    """Numbers of the cell styles that show a value as a percentage, and those that show a day as its month."""

    percents: tuple[int, ...] = ()
    months: tuple[int, ...] = ()


@dataclass(frozen=True)
class Anatomy:
    """What is known of one sheet's cells: by row and column as Excel counts them."""

    placed: bool
    extent: int
    merges: tuple[tuple[int, int, int, int], ...]
    spoilt: Mapping[Ref, str]
    percents: tuple[Ref, ...]
    months: tuple[Ref, ...]


def sheet_parts(parts: Mapping[str, bytes]) -> list[str]:
    """Part of each sheet in the order of the tabs; empty where a tab has none."""
    targets: dict[str, str] = {}
    for tag in RELATION.findall(parts.get("xl/_rels/workbook.xml.rels", b"")):
        attributes = _attributes(tag)
        path = posixpath.normpath(posixpath.join("xl", attributes.get("Target", "")))
        targets[attributes.get("Id", "")] = path.removeprefix("/").lower()
    tabs = [_attributes(tag) for tag in SHEET.findall(parts["xl/workbook.xml"])]
    return [targets.get(next((v for k, v in tab.items() if k.endswith(":id")), ""), "") for tab in tabs]


def _attributes(tag: bytes) -> dict[str, str]:
    return {
        name.decode(): html.unescape(value.decode(errors="replace")) for name, value in ATTRIBUTE.findall(tag)
    }


def shared_text(strings: bytes, sheets: Collection[bytes], limit: int) -> int:
    """Bytes of text once every cell holds its own copy of the shared text it names; never less than the truth.

    A short file may name one long text a million times. Counted exactly only where a rough bound exceeds `limit`.
    """
    lengths = [len(text) for text in STRING_END.split(strings)]
    rough = max(lengths) * sum(xml.count(b"<v") + xml.count(b":v") for xml in sheets)
    if rough <= limit:
        return rough
    named = Counter(int(number) for xml in sheets for number in SHARED.findall(xml))
    return sum(lengths[number] * times for number, times in named.items() if number < len(lengths))


def is_recalculated(parts: Mapping[str, bytes]) -> bool:
    """Whether the book asks to be worked out when opened: then a formula's nought says nothing."""
    return bool(RECALCULATED.search(parts["xl/workbook.xml"]))


def styles(parts: Mapping[str, bytes]) -> Styles:
    """Styles of a workbook that change what a number means to the eye."""
    text = parts.get("xl/styles.xml", b"")
    codes = {}
    for tag in FORMAT.findall(text):
        attributes = _attributes(tag)
        codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
    block = CELL_FORMATS.search(text)
    used = [_attributes(tag).get("numFmtId", "0") for tag in CELL_FORMAT.findall(block[0])] if block else []
    shown = [_shown_as(number, codes.get(number)) for number in used]
    return Styles(
        tuple(n for n, how in enumerate(shown) if how == "percent"),
        tuple(n for n, how in enumerate(shown) if how == "month"),
    )


def _shown_as(number: str, code: str | None) -> str:
    if code is None:
        whole = int(number) if number.isdigit() and len(number) < 5 else 0
        return "percent" if whole in PERCENT_FORMATS else "month" if whole in MONTH_FORMATS else ""
    bare = QUOTED.sub("", code).lower()
    if "%" in bare:
        return "percent"
    return "month" if "y" in bare and "m" in bare and "d" not in bare and "h" not in bare else ""


def anatomy(xml: bytes, shown: Styles, *, recalculated: bool) -> Anatomy:
    """Examine the text of one sheet."""
    # A sheet in another encoding would slip past every pattern.
    if b"sheetData" not in xml or not _all_placed(xml):
        return Anatomy(False, 0, (), {}, (), ())
    return Anatomy(
        placed=True,
        extent=_extent(xml),
        merges=tuple(_merge(*found) for found in MERGE.findall(xml)) if b"mergeCell" in xml else (),
        spoilt=_formulas(xml, recalculated=recalculated) | _errors(xml),
        percents=_styled(xml, shown.percents),
        months=_styled(xml, shown.months),
    )


def _all_placed(xml: bytes) -> bool:
    """Whether every cell says where it stands; most books write all cells alike, which is seen by counting."""
    alike = xml.count(b'<c r="')
    return (alike == xml.count(b"<c") - xml.count(b"<cols>") - xml.count(b"<col ") and b":c" not in xml) or (
        not UNPLACED.search(xml)
    )


def _extent(xml: bytes) -> int:
    """How many cells a reader has to lay out: the lowest row times the farthest column."""
    far = [_ref(ref) for ref in set(FAR.findall(xml))]
    rows = max([int(number) for number in ROW.findall(xml)] + [row for row, _ in far], default=0)
    return rows * max([26, *(column for _, column in far)])


def _ref(ref: bytes) -> Ref:
    name = ref.decode()
    head = name.rstrip("0123456789")
    return int(name[len(head) :]), column_number(head)


def _merge(left: bytes, top: bytes, right: bytes, bottom: bytes) -> tuple[int, int, int, int]:
    return int(top), column_number(left.decode()), int(bottom), column_number(right.decode())


def _errors(xml: bytes) -> dict[Ref, str]:
    found = {}
    if b't="e"' in xml:
        for attributes, inside in ERROR.findall(xml):
            value = VALUE.search(inside)
            found[_place(attributes)] = value[1].decode(errors="replace") if value else "#?"
    return found


def _formulas(xml: bytes, *, recalculated: bool) -> dict[Ref, str]:
    """Cells whose formula has no result kept with it; a text result may be empty."""
    found = {}
    if b"<f" in xml or b":f" in xml:
        for attributes, inside in FORMULA.findall(xml):
            value = VALUE.search(inside)
            empty = not value and b't="str"' not in attributes
            if empty or (recalculated and value and value[1] == b"0"):
                found[_place(attributes)] = NOT_COMPUTED
    return found


def _styled(xml: bytes, numbers: tuple[int, ...]) -> tuple[Ref, ...]:
    if not numbers:
        return ()
    chosen = b"|".join(str(number).encode() for number in numbers)
    cells = re.findall(rb"<(?:\w+:)?c\b(?=[^>]*\ss=\"(?:%s)\")([^>]*)(?<!/)>" % chosen, xml)
    return tuple(_place(attributes) for attributes in cells)


def _place(attributes: bytes) -> Ref:
    found = PLACE.search(attributes)
    return (int(found[2]), column_number(found[1].decode())) if found else (0, 0)
