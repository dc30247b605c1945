"""Typed numbers: which numbers stand in a text though nobody worked them out?

Refused are a digit of any script (6, ６, ①, Ⅳ, ½), Chinese numerals before a unit or a measure word (三项, 两倍), and
English number words from two upwards. Words that only contain a numeral stay: 双过半, 十四五, 一是, 百分点, 亿元.
"""

import re
import unicodedata

from maoding.terms.units import SPOKEN_MONEY, known_units

NUMERALS = "〇零一二三四五六七八九十两俩廿卅壹贰叁肆伍陆柒捌玖拾"
GREAT = "百千万亿佰仟萬億"  # 亿元 and 百分点 are words; 三亿元 is a number
MEASURES = (
    *"个家项件户条次所座床只人名位头类批宗处期倍成折番年月日天周旬亩吨元",
    *("季度", "小时", "分之", "公里", "平方", "%"),
)
UNITS = sorted({*MEASURES, *known_units(), *SPOKEN_MONEY}, key=lambda word: (-len(word), word))
JOINED = "统唯单专万同"  # 统一年度, 单一项目: no number, though 一 stands before a measure word
CHINESE = re.compile(
    f"(?<![{JOINED}])(?:[{NUMERALS}{GREAT}几]*[{NUMERALS}][{NUMERALS}{GREAT}]*[几多余来]?|[{GREAT}]+[几多余])"
    f"(?:{'|'.join(map(re.escape, UNITS))})"
)
ENGLISH = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|"
    r"seventy|eighty|ninety|dozens?|twice|thrice)\b",
    re.IGNORECASE,
)
NUMBER_CLASSES = {"Nd", "No", "Nl"}
NOUGHT = "〇"  # Unicode counts it among the letter numbers


def typed_numbers(text: str) -> list[str]:
    """The numbers a text holds, as they stand in it; runs of digits are one number."""
    found = [match.group() for match in CHINESE.finditer(text)]
    found += [match.group() for match in ENGLISH.finditer(text)]
    return [*_digits(text), *found]


def has_digit(text: str) -> bool:
    """Whether a digit of any script stands in a text."""
    return any(_is_digit(letter) for letter in text)


def _digits(text: str) -> list[str]:
    runs, run = [], ""
    for letter in f"{text} ":
        if _is_digit(letter) or (run and letter in ".,．，" and run[-1] not in ".,．，"):
            run += letter
        elif run:
            runs.append(run.rstrip(".,．，"))
            run = ""
    return runs


def _is_digit(letter: str) -> bool:
    return letter != NOUGHT and unicodedata.category(letter) in NUMBER_CLASSES
