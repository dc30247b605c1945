"""Remainders: is what the parts leave unsaid found, and only that?"""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from maoding.judge.intervals import exactly, rounded_from
from maoding.judge.remainders import remainder, total_of
from maoding.terms.numbers import Printed

PUBLISHED = [
    # id, whole, parts, state, left
    ("T-M01 连云港 45 items", 45, (24, 9, 11), "left", 1),
    ("T-M01 连云港 50 items", 50, (14, 7, 26), "left", 3),
    ("T-M02 湘潭 15 items", 15, (9, 3, 3), "none", 0),
    ("T-M02 湘潭 17 items", 17, (7, 5, 5), "none", 0),
    ("T-T04 61 projects of which 27 are new", 61, (27,), "left", 34),
    ("吴江 283 projects", 283, (125, 157), "left", 1),
    ("江苏 1466 by region", 1466, (719, 374, 377), "over", -4),
    ("江苏 1466 by trade", 1466, (82, 1132, 224, 28), "none", 0),
    ("汉中 458 projects", 458, (133, 124, 50, 151), "none", 0),
]


@pytest.mark.parametrize(
    ("whole", "parts", "state", "left"), [case[1:] for case in PUBLISHED], ids=[case[0] for case in PUBLISHED]
)
def test_what_the_parts_leave_is_found(whole, parts, state, left):
    found = remainder(exactly(whole), map(exactly, parts))
    assert (found.state, found.left.middle, found.sum.middle) == (state, left, whole - left)


def test_a_rest_that_rounding_explains_is_none():
    """张家港: 86 and 117.7 beside 203.8."""
    found = remainder(
        rounded_from(Printed("203.8")), [rounded_from(Printed("86")), rounded_from(Printed("117.7"))]
    )
    assert found.state == "none"


@given(some.lists(some.integers(0, 1000)), some.integers(1, 50))
def test_counts_are_exact(parts, more):
    total = sum(parts)
    assert remainder(exactly(total), map(exactly, parts)).state == "none"
    assert remainder(exactly(total + more), map(exactly, parts)).left == exactly(more)
    assert remainder(exactly(total - more), map(exactly, parts)).state == "over"
    assert total_of(map(exactly, parts)) == exactly(total)
