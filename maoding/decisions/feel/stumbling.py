"""Stumbling: what does the reader need to be told where an expression makes no sense?"""

import unicodedata

from lark import Token

from maoding.decisions.faults import At, RuleError
from maoding.terms.language import say

TYPED_OTHERWISE = {
    "≥": ">=",
    "≤": "<=",
    "≠": "!=",
    "“": '"',
    "”": '"',
    "、": ",",
    "。": ".",
    "【": "[",
    "】": "]",
    "—": "-",
    "–": "-",
    "−": "-",
    "×": "*",
    "÷": "/",
    "'": '"',
}


def nothing_said() -> RuleError:
    """There is no expression at all."""
    return RuleError(say("没有内容"), say("不限条件请写 -"), at=At(1, 1))


def cut_short(text: str) -> RuleError:
    """The expression ends before it is complete."""
    lines = text.split("\n")
    return RuleError(say("写到这里就断了"), say("请把条件写完整"), at=At(len(lines), len(lines[-1]) + 1))


def out_of_place(word: Token) -> RuleError:
    """A word stands where it cannot."""
    return RuleError(
        say("看不懂“{found}”", found=word), mend_for(str(word)), at=At(word.line or 1, word.column or 1)
    )


def mend_for(found: str) -> str:
    """What to write instead of a sign FEEL does not know, or what can be written at all."""
    half = TYPED_OTHERWISE.get(found, unicodedata.normalize("NFKC", found))
    if half != found:
        return say("请改用半角“{half}”", half=half)
    return say('可以写 >= 10、[10..30)、"甲","乙"、not(0)、null 或 -')
