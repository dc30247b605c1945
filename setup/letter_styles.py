"""Letter styles: what do the parts of a letter look like in Word: faces, sizes, distances, indents?

Chinese after GB/T 9704—2012: size 3 (16 pt) is the body, size 2 (22 pt) the title, size 4 (14 pt) the page number. A
line is 28.95 pt, so that 22 of them fill 225 mm; characters of the body stand a quarter of a point closer, so that 28
of them fill 156 mm. (Word's grid of characters would do that too, but LibreOffice gives each of ours two squares.)
"""

from dataclasses import dataclass

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

BODY, TITLE, BLACK, KAI, SONG = "仿宋_GB2312", "方正小标宋简体", "黑体", "楷体_GB2312", "宋体"
LATIN = "Times New Roman"
INK, RED, SOFT = "000000", "D10A10", "595959"
ALIGNED = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "centre": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
# Darker than on a screen, for printers without colour; `letter.typ` has the same.
TONES = {"good": "17693B", "honour": "17693B", "early": "7A5200", "watch": "7A5200", "bad": "A3241A"}
AFTER_BORDERS = ("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:overflowPunct")
AFTER_SPACING = (
    "w:w",
    "w:kern",
    "w:position",
    "w:sz",
    "w:szCs",
    "w:highlight",
    "w:u",
    "w:effect",
    "w:vertAlign",
    "w:lang",
)
AFTER_GRID = ("w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents", "w:jc", "w:outlineLvl", "w:rPr")


@dataclass(frozen=True)
class Look:
    """Size and distances in points, `line` exact unless it is nought; `first` and `left` in characters of the size."""

    face: str = BODY
    size: float = 16
    align: str = "left"
    line: float = 28.95
    before: float = 0
    after: float = 0
    first: float = 0
    left: float = 0
    right: float = 0
    bold: bool = False
    colour: str = INK
    keeps: bool = False
    latin: str = LATIN
    tight: bool = False


CHINESE = {
    "Normal": Look(align="both", tight=True),
    "Title": Look(TITLE, 22, "centre", 35, before=58, after=29, keeps=True),
    "Heading 1": Look(BLACK, first=2, keeps=True, tight=True),
    "Heading 2": Look(KAI, first=2, keeps=True, tight=True),
    "Letter Organ": Look(TITLE, 44, "centre", 54, before=99, after=58, colour=RED),
    "Letter Reference": Look(align="centre", tight=True),
    "Letter Addressee": Look(align="both", tight=True),
    "Letter Body": Look(align="both", first=2, tight=True),
    "Letter Caption": Look(BLACK, 12, "centre", 20, before=8, after=4, keeps=True),
    "Letter Picture": Look(align="centre", line=0),
    "Letter Head": Look(BLACK, 10, line=14),
    "Letter Head Number": Look(BLACK, 10, "right", 14),
    "Letter Unit": Look(SONG, 8.5, line=12),
    "Letter Unit Number": Look(SONG, 8.5, "right", 12),
    "Letter Cell": Look(SONG, 10, line=14, before=2, after=2),
    "Letter Number": Look(SONG, 10, "right", 14, before=2, after=2),
    "Letter Note": Look(SONG, 9, line=14, before=4, after=8),
    "Letter Signed": Look(align="right", right=2, keeps=True, before=28.95, tight=True),
    "Letter Dated": Look(align="right", right=4, tight=True),
    "Letter Remark": Look(left=2, tight=True),
    "Letter List Head": Look(BLACK, 12, line=22, before=24, after=4, keeps=True),
    "Letter List Entry": Look(SONG, 10.5, line=17, first=-3, left=3),
    "Letter List Address": Look(SONG, 10.5, line=17, left=3, colour=SOFT),
    "Letter Sample": Look(BLACK, 9, "centre", 14, colour=SOFT),
    "Letter Page Odd": Look(SONG, 14, "right", 16, right=1, latin=SONG),
    "Letter Page Even": Look(SONG, 14, "left", 16, left=1, latin=SONG),
}
# English wants smaller letters, air instead of indents, and bold where Chinese has another face.
ENGLISH = CHINESE | {
    "Normal": Look(SONG, 12, line=20),
    "Title": Look(SONG, 18, "centre", 26, before=48, after=20, bold=True, keeps=True),
    "Heading 1": Look(BLACK, 12.5, line=20, before=14, bold=True, keeps=True, latin="Arial"),
    "Heading 2": Look(SONG, 12, line=20, before=10, bold=True, keeps=True),
    "Letter Organ": Look(SONG, 28, "centre", 36, before=99, after=40, bold=True, colour=RED),
    "Letter Reference": Look(SONG, 12, "centre", 20),
    "Letter Addressee": Look(SONG, 12, line=20, after=8),
    "Letter Body": Look(SONG, 12, "both", 20, after=8),
    "Letter Caption": Look(BLACK, 11, "centre", 18, before=8, after=4, bold=True, keeps=True, latin="Arial"),
    "Letter Head": Look(BLACK, 10, line=14, bold=True),
    "Letter Head Number": Look(BLACK, 10, "right", 14, bold=True),
    "Letter Signed": Look(SONG, 12, "right", 20, right=2, keeps=True, before=24),
    "Letter Dated": Look(SONG, 12, "right", 20, right=4),
    "Letter Remark": Look(SONG, 12, line=20),
    "Letter List Head": Look(BLACK, 11, line=20, before=24, after=4, bold=True, keeps=True, latin="Arial"),
}


def dress(document: Document, looks: dict[str, Look]) -> None:
    """Give the document its styles, those of lights and source marks among them."""
    for spoken in document.styles.element.iter(qn("w:lang")):
        spoken.set(qn("w:eastAsia"), "zh-CN")
    for name, look in looks.items():
        known = name in document.styles
        style = document.styles[name] if known else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        if not known:
            style.base_style = document.styles["Normal"]
            style.quick_style = True
        _words(style, look)
        _lines(style, look)
    for tone, colour in TONES.items():
        style = document.styles.add_style(f"Light {tone}", WD_STYLE_TYPE.CHARACTER)
        style.font.color.rgb = RGBColor.from_string(colour)
        style.font.bold = True
    mark = document.styles.add_style("Letter Mark", WD_STYLE_TYPE.CHARACTER)
    mark.font.superscript = True


def _words(style: CharacterStyle, look: Look) -> None:
    style.font.size = Pt(look.size)
    style.font.bold, style.font.italic = look.bold, False
    style.font.color.rgb = RGBColor.from_string(look.colour)
    style.font.name = look.latin
    fonts = style.element.rPr.rFonts
    fonts.attrib.clear()  # faces of a theme would win over those named
    for script, face in (
        ("ascii", look.latin),
        ("hAnsi", look.latin),
        ("cs", look.latin),
        ("eastAsia", look.face),
    ):
        fonts.set(qn(f"w:{script}"), face)
    for spacing in style.element.rPr.findall(qn("w:spacing")):
        style.element.rPr.remove(spacing)
    closer = OxmlElement("w:spacing")
    closer.set(qn("w:val"), "-5" if look.tight else "0")
    style.element.rPr.insert_element_before(closer, *AFTER_SPACING)


def _lines(style: ParagraphStyle, look: Look) -> None:
    shape = style.paragraph_format
    shape.alignment = ALIGNED[look.align]
    shape.space_before, shape.space_after = Pt(look.before), Pt(look.after)
    if look.line:
        shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(look.line)
    else:
        shape.line_spacing_rule = WD_LINE_SPACING.SINGLE
    shape.keep_with_next, shape.widow_control = look.keeps, False
    shape.first_line_indent, shape.left_indent = Pt(look.first * look.size), Pt(look.left * look.size)
    shape.right_indent = Pt(look.right * look.size)
    properties = style.element.get_or_add_pPr()
    if (borders := properties.find(qn("w:pBdr"))) is not None:
        properties.remove(borders)
    if look.line != CHINESE["Normal"].line:
        off = OxmlElement("w:snapToGrid")
        off.set(qn("w:val"), "0")
        properties.insert_element_before(off, *AFTER_GRID)


def ruled(style: ParagraphStyle, side: str, eighths: int, space: int, colour: str) -> None:
    """A line above or below every paragraph of the style, `space` points away."""
    borders, border = OxmlElement("w:pBdr"), OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", eighths), ("space", space), ("color", colour)):
        border.set(qn(f"w:{name}"), str(value))
    borders.append(border)
    style.element.get_or_add_pPr().insert_element_before(borders, *AFTER_BORDERS, "w:snapToGrid", *AFTER_GRID)
