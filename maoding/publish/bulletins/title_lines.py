"""Title lines: where is a long title broken, so that words stay whole and its lines are of one length?

GB/T 9704—2012, 7.3.1 asks for both. Without a dictionary a word's end is known only after particles, signs and units
of time or place; where none of them lies near the middle the title is left to the layout.
"""

import re
from itertools import pairwise, product
from math import ceil

from maoding.publish.bulletins.lengths import squares

LINE = 19  # characters of 22 points on 156 mm, and a little air
MOST = 4  # more lines than that are no title, and too many places to try
ENDS = re.compile("(?<=[的和与及暨、，；：》”）])|(?<=[年月日季市县区镇])(?![度份中底内末])|(?=[“《（])")
UNEVEN = 7  # by so many characters may the longest line be longer than the shortest


def title_lines(title: str) -> str:
    """The title with line breaks; as it was where it is short, broken already, or shows no good place."""
    count = ceil(squares(title) / LINE)
    if not 2 <= count <= MOST or "\n" in title:
        return title
    places = [found.start() for found in ENDS.finditer(title) if 0 < found.start() < len(title)]
    best = min(
        (
            [0, *cuts, len(title)]
            for cuts in product(places, repeat=count - 1)
            if list(cuts) == sorted(set(cuts))
        ),
        key=lambda cuts: _uneven(title, cuts),
        default=None,
    )
    if best is None or _uneven(title, best) > UNEVEN:
        return title
    return "\n".join(title[start:end] for start, end in pairwise(best))


def _uneven(title: str, cuts: list[int]) -> float:
    """By how many characters lines differ; beyond any bearing where one has no room."""
    lines = [squares(title[start:end]) for start, end in pairwise(cuts)]
    return max(lines) - min(lines) if max(lines) <= LINE + 1 else UNEVEN + max(lines)
