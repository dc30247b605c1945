"""Lengths: how long is a text where no typeface is at hand to measure it, in square characters?"""

import re
import unicodedata

SQUARE = ("F", "W", "A")
LETTER = 0.5
GAP = re.compile("(?<=[0-9A-Za-z])(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])")


def squares(text: str, letter: float = LETTER) -> float:
    """Length of a text: a letter or digit takes `letter` of a square, the gap between it and Chinese a quarter."""
    kinds = [unicodedata.east_asian_width(each) in SQUARE for each in text]
    return sum(1 if square else letter for square in kinds) + 0.25 * len(GAP.findall(text))
