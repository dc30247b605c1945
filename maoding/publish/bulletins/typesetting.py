"""Typesetting: how does Typst get our data, the machine's fonts and a day that stands still?

Data go in as a file beside the template and are never part of the program, so a `#` in a title is only a letter.
"""

import datetime as dt
import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import typst

from maoding.terms.language import say

SERIF, SANS = "Noto Serif CJK SC", "Noto Sans CJK SC"
CHINA = dt.timezone(dt.timedelta(hours=8))
NOON = dt.time(12)
DOTS_PER_INCH = 240
PICTURE = b"""#set page(width: 156mm, height: auto, margin: 0mm, fill: white)
#image("picture.svg", width: 100%)
"""


class FontsMissingError(LookupError):
    """The machine lacks the Chinese faces; without them every character would be a box."""


def document(template: bytes, data: Mapping[str, Any], files: Mapping[str, bytes], day: dt.date) -> bytes:
    """PDF of a template that reads `data.json` and finds `files` beside it; its clock stands at noon of the day.

    FontsMissingError without the Noto faces for simplified Chinese.
    """
    written = json.dumps(data, ensure_ascii=False).encode()
    beside: Any = {
        **files,
        "main.typ": template,
        "data.json": written,
    }  # the package's own types know no such folder
    return bytes(
        typst.compile(
            beside,
            font_paths=_fonts(),
            format="pdf",
            pdf_standards=["a-2a"],
            timestamp=dt.datetime.combine(day, NOON, CHINA),
        )
    )


def picture(svg: str) -> bytes:
    """PNG of an SVG as wide as the text of a letter, for readers who cannot draw vectors."""
    files: Any = {"main.typ": PICTURE, "picture.svg": svg.encode()}
    return bytes(typst.compile(files, font_paths=_fonts(), format="png", ppi=DOTS_PER_INCH))


@cache
def _fonts() -> typst.Fonts:
    found = typst.Fonts()
    if missing := sorted({SERIF, SANS} - set(found.families())):
        raise FontsMissingError(
            say(
                "缺少字体 {fonts}，请先安装（Debian：sudo apt-get install fonts-noto-cjk）",
                fonts="、".join(missing),
            )
        )
    return found
