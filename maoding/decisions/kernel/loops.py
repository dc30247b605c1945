"""Loops: which compiled loops does the kernel run over a block of rows?

Truths are bytes: 0 false, 1 not known, 2 true; so *and* is the lesser, *or* the greater, *not* two less it. A class is
a byte too: which of the ranges or sets a table tells apart a value lies in, 0 where it is missing. The loops know
nothing of tables: none is compiled anew for a table, and their machine code is kept on disk.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numba import njit, types

FALSE, UNKNOWN, TRUE = 0, 1, 2
MISSING = np.iinfo(np.int64).min  # stands for a missing whole number; amounts stay far from it
WHOLE, BYTE, CODE = (
    types.Array(each, 1, "C", readonly=True) for each in (types.int64, types.uint8, types.int32)
)
SUMS, TRUTHS = (types.Array(each, 1, "C") for each in (types.int64, types.uint8))  # what a loop writes


def loop(*arguments: types.Type) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """A loop compiled once for these arguments."""
    return njit(types.void(*arguments), cache=True, nogil=True, error_model="numpy")


@loop(WHOLE, WHOLE, TRUTHS)
def ranges(values, cuts, classes):  # type: ignore[no-untyped-def]
    """Class of each whole number: 1 below the first cut, and one more for each cut it reaches."""
    for at in range(len(values)):
        classes[at] = values[at] != MISSING
    for cut in cuts:
        for at in range(len(values)):
            classes[at] += values[at] >= cut


@loop(CODE, BYTE, TRUTHS)
def looked_up(codes, table, classes):  # type: ignore[no-untyped-def]
    """Class of each code; a missing one is -1, and its class stands last in the table."""
    for at in range(len(codes)):
        classes[at] = table[codes[at]]


@loop(BYTE, types.uint8, types.uint8, TRUTHS)
def between(classes, low, high, truths):  # type: ignore[no-untyped-def]
    """Whether each class lies between two, both counted in."""
    for at in range(len(classes)):
        held = 2 * ((low <= classes[at]) & (classes[at] <= high))
        truths[at] = held if classes[at] else 1


@loop(BYTE, BYTE, TRUTHS)
def among(classes, table, truths):  # type: ignore[no-untyped-def]
    """The truth that stands in a table under each class."""
    for at in range(len(classes)):
        truths[at] = table[classes[at]]


@loop(TRUTHS, BYTE)
def both(truths, others):  # type: ignore[no-untyped-def]
    """Truths become: this and the other."""
    for at in range(len(truths)):
        truths[at] = min(truths[at], others[at])


@loop(TRUTHS, BYTE)
def either(truths, others):  # type: ignore[no-untyped-def]
    """Truths become: this or the other."""
    for at in range(len(truths)):
        truths[at] = max(truths[at], others[at])


@loop(BYTE, TRUTHS)
def opposite(truths, turned):  # type: ignore[no-untyped-def]
    """The opposite of each truth."""
    for at in range(len(truths)):
        turned[at] = 2 - truths[at]


@loop(BYTE, TRUTHS)
def surely(truths, sure):  # type: ignore[no-untyped-def]
    """True where a truth is; false where it is not known."""
    for at in range(len(truths)):
        sure[at] = truths[at] & 2


@loop(WHOLE, types.int64, WHOLE, SUMS)
def added(factors, by, values, sums):  # type: ignore[no-untyped-def]
    """Add a number times a product to sums."""
    for at in range(len(values)):
        sums[at] += by * factors[at] * values[at]


@loop(WHOLE, types.int64, types.int64, TRUTHS)
def signs(sums, low, high, truths):  # type: ignore[no-untyped-def]
    """Whether each sum's sign (-1, 0, 1) lies between two; truths that are not known stay so."""
    for at in range(len(sums)):
        below, above = (low < 0) & (sums[at] < 0), (high > 0) & (sums[at] > 0)
        held = below | above | ((low <= 0) & (high >= 0) & (sums[at] == 0))
        truths[at] = truths[at] if truths[at] == 1 else 2 * held


@loop(WHOLE, TRUTHS)
def missing(values, truths):  # type: ignore[no-untyped-def]
    """Make not known what a missing value decides."""
    for at in range(len(values)):
        if values[at] == MISSING:
            truths[at] = 1


@loop(BYTE, types.uint8, types.uint8, TRUTHS, TRUTHS)
def fired(matches, number, says, rows, said):  # type: ignore[no-untyped-def]
    """One more row under hit policy FIRST: where it matches and none above did, it answers, and says this."""
    for at in range(len(matches)):
        fires = (matches[at] == 2) & (rows[at] == 0)
        rows[at] = number if fires else rows[at]
        said[at] = says if fires else said[at]


@loop(BYTE, types.uint8, TRUTHS, TRUTHS, TRUTHS)
def may_come(truths, says, waiting, told, mixed):  # type: ignore[no-untyped-def]
    """One more row that may come first under FIRST.

    `waiting`: no row above is surely true; `told`: what the rows that may come first say, `mixed` where they do not all
    say the same.
    """
    for at in range(len(truths)):
        may = (waiting[at] != 0) & (truths[at] != 0)
        mixed[at] |= may & (told[at] != 0) & (told[at] != says)
        told[at] = says if may & (told[at] == 0) else told[at]
        waiting[at] &= truths[at] != 2


@loop(BYTE, BYTE, BYTE, BYTE, TRUTHS)
def settled(said, waiting, told, mixed, certain):  # type: ignore[no-untyped-def]
    """Whether an answer under FIRST is certain: nothing that may come first, nor none coming, says something else."""
    for at in range(len(said)):
        same = (told[at] == 0) | (told[at] == said[at])
        certain[at] = (mixed[at] == 0) & same & ((waiting[at] == 0) | (said[at] == 0))


@loop(BYTE, BYTE, types.uint8, TRUTHS, TRUTHS, TRUTHS, TRUTHS)
def only(truths, matches, number, fired, hits, sure, open_):  # type: ignore[no-untyped-def]
    """One more row under hit policy UNIQUE: rows that match and are surely true are counted.

    `open_`: not all is known.
    """
    for at in range(len(truths)):
        hit = matches[at] == 2
        fired[at] = number if hit else fired[at]
        hits[at] += np.uint8(hit)
        sure[at] += np.uint8(truths[at] == 2)
        open_[at] |= (truths[at] == 1) | ((truths[at] == 2) != hit)


@loop(BYTE, TRUTHS)
def counted(truths, misses):  # type: ignore[no-untyped-def]
    """Count a cell that is not true among the misses of its row."""
    for at in range(len(truths)):
        misses[at] += np.uint8(truths[at] != 2)


@loop(BYTE, types.uint8, TRUTHS, TRUTHS)
def nearest(misses, number, fewest, row):  # type: ignore[no-untyped-def]
    """Keep the row with the fewest misses, the uppermost of several."""
    for at in range(len(misses)):
        nearer = misses[at] < fewest[at]
        row[at] = number if nearer else row[at]
        fewest[at] = misses[at] if nearer else fewest[at]
