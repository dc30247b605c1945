"""Sizes: how large is a value, so that what is done with it can be counted?"""

from maoding.decisions.faults import LimitError
from maoding.terms.language import say

MOST_PARTS = 1_000_000
LETTERS_A_PART = 256


def size_of(value: object) -> int:
    """How many values a value is made of; a long text counts as several.

    Raises:
        LimitError: there are too many.
    """
    size, waiting = 0, [value]
    while waiting:
        each = waiting.pop()
        size += 1
        if isinstance(each, str):
            size += len(each) // LETTERS_A_PART
        elif isinstance(each, list):
            waiting += each
        elif isinstance(each, dict):
            waiting += each.values()
        if size + len(waiting) > MOST_PARTS:
            reason = say("列表或上下文超过{most}项", most=MOST_PARTS)
            raise LimitError(reason, say("请分批计算"))
    return size
