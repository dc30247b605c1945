"""Classes: which values of a column do tables tell apart, and which of their tests are true of each class?

Every test of one column alone becomes a table of bytes: the truth under each class, 0 being the class of a missing
value.
"""

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from maoding.decisions.kernel.conditions import Is, NotForKernelError, Within
from maoding.decisions.kernel.loops import FALSE, TRUE, UNKNOWN
from maoding.decisions.kernel.population import Bytes, Whole
from maoding.terms.language import say

MOST = 255
OTHER = 1  # the class of what no test names
Leaf = Within | Is
Tables = dict[Leaf, Bytes]


def of_texts(words: Sequence[str], tests: Iterable[Is]) -> tuple[Bytes, Tables]:
    """The class of each word of a column, that of a missing one last; and the truth of each test.

    Raises:
        NotForKernelError: the tests name more words than there are bytes.
    """
    named = {test: test.value for test in tests}
    place = {value: number for number, value in enumerate(dict.fromkeys(named.values()), OTHER + 1)}
    _check(len(place) + 1)
    table = np.array([*(place.get(word, OTHER) for word in words), 0], dtype=np.uint8)
    return table, {test: _table(place[value].__eq__) for test, value in named.items()}


def of_flags(tests: Iterable[Is]) -> Tables:
    """The truth of each test of a column of yes (2) and no (1)."""
    return {test: _table((1 + bool(test.value)).__eq__) for test in tests}


def of_numbers(tests: Iterable[Within]) -> tuple[Whole, Tables]:
    """Where the classes of a column begin, from the second on; and the truth of each test.

    Raises:
        NotForKernelError: there are more ranges than bytes.
    """
    tests = list(tests)
    edges = {test.low for test in tests} | {None if test.high is None else test.high + 1 for test in tests}
    cuts = sorted(edge for edge in edges if edge is not None)
    _check(len(cuts) + 1)
    begins = [None, *cuts]  # of class 1, 2 …
    ends = [*cuts, None]  # one more than the greatest of each
    return np.array(cuts, dtype=np.int64), {test: _table(_inside(test, begins, ends)) for test in tests}


def _inside(test: Within, begins: Sequence[int | None], ends: Sequence[int | None]) -> Callable[[int], bool]:
    def holds(number: int) -> bool:
        if number > len(begins):
            return False
        begin, end = begins[number - 1], ends[number - 1]
        reaches = test.low is None or (begin is not None and begin >= test.low)
        return reaches and (test.high is None or (end is not None and end <= test.high + 1))

    return holds


def run_of(table: Bytes) -> tuple[int, int] | None:
    """First and last class that are true, where those between are too."""
    true = np.flatnonzero(table == TRUE)
    if len(true) == 0 or true[-1] - true[0] + 1 != len(true):
        return None
    return int(true[0]), int(true[-1])


def _table(holds: Callable[[int], bool]) -> Bytes:
    """The truth under each class; a missing value's is not known."""
    truths = [UNKNOWN, *(TRUE if holds(number) else FALSE for number in range(1, MOST + 1))]
    return np.array(truths, dtype=np.uint8)


def _check(count: int) -> None:
    if count > MOST:
        raise NotForKernelError(say("一列要分的类超过 {n} 个", n=MOST))
