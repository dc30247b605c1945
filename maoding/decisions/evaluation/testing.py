"""Testing: does a value pass a test, as a cell of a decision table or ``in`` puts it?"""

from maoding.decisions.evaluation.scope import PARTS_A_STEP, Scope
from maoding.decisions.faults import At
from maoding.decisions.kleene import inverse, some
from maoding.decisions.phrases import CellTest, Fits
from maoding.decisions.values.comparing import equal
from maoding.decisions.values.ranges import Range, one_sided
from maoding.decisions.values.sizes import size_of

AT_THE_START = At(1, 1)


def passes(test: CellTest, value: object, scope: Scope) -> bool | None:
    """Whether the value passes; None where that cannot be said.

    A bare phrase is passed by what equals it, is one of it or lies inside it; one that asks about ``?`` when it comes
    to true.
    """
    inner = scope.inner({"?": value})
    if not isinstance(test, Fits):
        return one_sided(test.sign, inner.value(test.than)).holds(value)
    wanted = inner.value(test.phrase)
    scope.run.spend(size_of(wanted) // PARTS_A_STEP, AT_THE_START)
    if test.asks and (isinstance(wanted, bool) or wanted is None):
        return wanted
    if isinstance(wanted, bool) and value is not None and not isinstance(value, bool):
        return wanted
    return fits(value, wanted)


def fits(value: object, wanted: object) -> bool | None:
    """Whether a value is what was wanted, is in the list of it, or in a range of it."""
    if isinstance(wanted, Range) and not isinstance(value, Range):
        return wanted.holds(value)
    if isinstance(wanted, list):
        return bool(equal(value, wanted)) or any(_is_one(value, each) for each in wanted)
    return equal(value, wanted)


def _is_one(value: object, each: object) -> bool:
    held = each.holds(value) if isinstance(each, Range) and not isinstance(value, Range) else False
    return bool(held) or bool(equal(value, each))


def passes_cell(tests: tuple[CellTest, ...], value: object, scope: Scope, *, negated: bool) -> bool | None:
    """Whether the value passes one of the tests, or with `negated` none; no test is passed by anything."""
    if not tests:
        return True
    passed = some(passes(test, value, scope) for test in tests)
    return inverse(passed) if negated else passed
