"""Do points and ranges lie to one another as the standard's table says, open ends and missing ones included?"""

import pytest

from tests.decisions.telling import told

RELATIONS = [
    ("before(1, 10)", "true"),
    ("before(10, 1)", "false"),
    ("before(1, [1..10])", "false"),
    ("before(1, (1..10])", "true"),
    ("before([1..10], 10)", "false"),
    ("before([1..10), 10)", "true"),
    ("before([1..10], [10..20])", "false"),
    ("before([1..10), [10..20])", "true"),
    ("after(10, 5)", "true"),
    ("after(12, [2..5])", "true"),
    ("after([2..5], 1)", "true"),
    ("after([11..20], [1..11))", "true"),
    ("meets([1..5], [5..10])", "true"),
    ("meets([1..5), [5..10])", "false"),
    ("met by([5..10], [1..5])", "true"),
    ("overlaps([1..5], [3..8])", "true"),
    ("overlaps([1..5], [5..8])", "true"),
    ("overlaps([1..5), [5..8])", "false"),
    ("overlaps([6..8], [1..5])", "false"),
    ("overlaps before([1..5], [3..8])", "true"),
    ("overlaps before([1..5], [1..5])", "false"),
    ("overlaps before([1..5), (1..5])", "true"),
    ("overlaps after([3..8], [1..5])", "true"),
    ("overlaps after([1..5], [3..8])", "false"),
    ("finishes(10, [1..10])", "true"),
    ("finishes(10, [1..10))", "false"),
    ("finishes([5..10], [1..10])", "true"),
    ("finishes([1..10], (1..10])", "false"),
    ("finished by([1..10], 10)", "true"),
    ("finished by([1..10], [5..10])", "true"),
    ("includes([1..10], 10)", "true"),
    ("includes([1..10), 10)", "false"),
    ("includes([1..10], [4..6])", "true"),
    ("includes((1..10], [1..10])", "false"),
    ("during(5, [1..10])", "true"),
    ("during([4..6], [1..10))", "true"),
    ("starts(1, [1..10])", "true"),
    ("starts(1, (1..10])", "false"),
    ("starts([1..5], [1..10])", "true"),
    ("started by([1..10], 1)", "true"),
    ("started by([1..10], [1..5])", "true"),
    ("coincides(5, 5)", "true"),
    ("coincides([1..5], [1..5))", "false"),
    ("coincides([1..5], [1..5])", "true"),
    # by name
    ("before(point1: 1, point2: 10)", "true"),
    ("during(point: 5, range: [1..10])", "true"),
    ("meets(range1: [1..5], range2: [5..10])", "true"),
    # no end, and ends not known
    ("before((< 5), 10)", "true"),
    ("before((< 5), (> 5))", "true"),
    ("before((> 5), 10)", "false"),
    ("includes((> 5), [6..100])", "true"),
    ("coincides((< 5), (< 5))", "true"),
    ("includes([1..null], 5)", "null"),
    ("coincides([1..null], [1..5])", "null"),
    ("coincides([1..null], [2..5])", "false"),
    ("before(1, null)", "null"),
    ('before(1, "a")', "null"),
    ("before(true, false)", "null"),
]


@pytest.mark.parametrize(("expression", "value"), RELATIONS)
def test_ranges_lie_so(expression, value):
    assert told(expression) == value
