"""Does the kernel say of everyone what the plain evaluator says of each?"""

import types
from contextlib import suppress
from fractions import Fraction

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from maoding.decisions import Ratio, RuleError, Scaled, decide_one, explain_one
from maoding.decisions.kernel import deciding, layout, loops
from maoding.decisions.kernel.conditions import NotForKernelError
from maoding.decisions.kernel.deciding import decide_all, nearest_all
from maoding.decisions.kernel.layout import BLOCK
from maoding.decisions.kernel.population import population
from tests.decisions.tables import all_said, facts_of, frame_of, rule_of, standing, table
from tests.decisions.test_agreement import RECORD, RULES


def told(rule, records, inputs=None):
    """What the kernel says of records, in the shape of `said`."""
    people = population(frame_of(rule, records).to_native())
    (decided,) = decide_all(people, [(rule, inputs or standing(rule))])
    codes, words = decided.codes("light")
    return [
        (words[code] if code >= 0 else None, int(row) or None, bool(sure), note)
        for code, row, sure, note in zip(
            codes, decided.rule_row, decided.certain, decided.note(), strict=True
        )
    ]


def said(rule, records):
    """What the plain evaluator says of each: light, row, whether certain, note."""
    found = [decide_one(rule, record) for record in records]
    return [(one.outcome["light"], one.rule_row, one.certain, one.note) for one in found]


@given(RULES, st.lists(RECORD, min_size=1, max_size=12))
def test_the_kernel_says_what_fractions_say(rule, records):
    with suppress(NotForKernelError):
        assert told(rule, records) == said(rule, records)


@pytest.fixture(params=["compiled", "as written"])
def _loops(request):
    """The loops compiled, and as they are written: that is how coverage sees into them."""
    plain = types.SimpleNamespace(
        **{name: getattr(each, "py_func", each) for name, each in vars(loops).items()}
    )
    with pytest.MonkeyPatch.context() as patch, np.errstate(over="ignore"):
        if request.param == "as written":
            patch.setattr(layout, "loops", plain)
            patch.setattr(deciding, "loops", plain)
        yield


KNOWN = [Fraction(n) for n in (-2, 0, 1, 3)] + [None]
EVERYONE = [
    {"a": a, "b": b, "kind": kind, "spared": spared}
    for a in KNOWN
    for b in KNOWN
    for kind in ("x", "y", "z", None)
    for spared in (True, False, None)
]
EVERY_KIND_OF_CELL = [
    {"a": "null", "kind": '"x", "z"', "light": "green"},
    {"a": "not(1, 3)", "spared": "false", "light": "yellow", "gap": True},
    {"a": "> b", "kind": 'not("x")', "light": "green"},
    {"share": ">= 50", "light": "red"},
    {"a": "(0..3], < -1", "b": "2.5, 3", "kind": "null", "light": "red"},
]


@pytest.mark.usefixtures("_loops")
@pytest.mark.parametrize("policy", ["first", "unique"])
def test_every_kind_of_cell(policy):
    measures = {"share": "100 * a / b"}
    rule = table(EVERY_KIND_OF_CELL, policy, measures, a="number", b="number", kind="text", spared="yes_no")
    assert told(rule, EVERYONE) == said(rule, EVERYONE)
    assert near(rule, EVERYONE) == missed(rule, EVERYONE)


def near(rule, records):
    """Row and misses as the kernel has them."""
    (found,) = nearest_all(population(frame_of(rule, records).to_native()), [(rule, standing(rule))])
    return list(zip(found.rule_row.tolist(), found.misses.tolist(), strict=True))


def missed(rule, records):
    """Row and misses as the plain evaluator has them."""
    found = []
    for record in records:
        misses = [
            sum(cell.truth is not True for cell in row.cells if cell.cell.tests)
            for row in explain_one(rule, record)
        ]
        found.append((misses.index(min(misses)) + 1, min(misses)))
    return found


@given(RULES, st.lists(RECORD, min_size=1, max_size=6))
def test_the_nearest_row_is_the_one_with_the_fewest_cells_that_are_not_true(rule, records):
    with suppress(NotForKernelError):
        assert near(rule, records) == missed(rule, records)


@pytest.mark.parametrize("data", all_said(), ids=lambda data: data["name"])
def test_published_light_rules_keep_their_answers(data):
    rule = rule_of(data["name"])
    records = [facts_of(example, rule) for example in data["examples"]]
    whole = [
        {name: value * 10_000 if isinstance(value, Fraction) else value for name, value in record.items()}
        for record in records
    ]
    inputs = {
        name: Scaled(name, 4) if each.kind == "number" else standing(rule)[name]
        for name, each in rule.inputs.items()
    }
    if data["name"] == "nanning":
        with pytest.raises(NotForKernelError, match="向下取整"):
            told(rule, whole, inputs)
        return
    assert told(rule, whole, inputs) == said(rule, records)


def test_everyone_is_decided_where_there_are_more_than_a_block():
    rule = table([{"a": ">= 10", "light": "green"}, {"light": "red"}], a="number")
    records = [{"a": Fraction(n % 20)} for n in range(2 * BLOCK + 77)]
    assert told(rule, records) == said(rule, records)


def test_nobody_at_all():
    assert told(table([{"light": "green"}], a="number"), []) == []


def test_a_share_of_nothing_is_not_known():
    rule = table([{"part": ">= 50", "light": "green"}, {"part": "< 50", "light": "red"}], part="number")
    people = population(pl.DataFrame({"done": [1, 3, 3, None], "plan": [4, 4, 0, 4]}))
    (decided,) = decide_all(people, [(rule, {"part": Ratio("done", "plan", 100)})])
    assert decided.rule_row.tolist() == [2, 1, 0, 0]
    assert decided.certain.tolist() == [1, 1, 0, 0]


def test_what_stands_nowhere_is_not_known_of_anyone():
    rule = table(
        [{"a": "> b", "kind": '"x"', "spared": "true", "light": "green"}, {"a": "null", "light": "red"}],
        a="number", b="number", kind="text", spared="yes_no",
    )  # fmt: skip
    people = population(pl.DataFrame({"other": [1]}))
    (decided,) = decide_all(people, [(rule, {})])
    assert (decided.rule_row.tolist(), decided.certain.tolist()) == ([2], [0])


def test_tables_share_what_they_have_in_common():
    rules = [
        table([{"kind": '"x"', "light": light}, {"kind": 'not("x")', "light": "red"}], kind="text")
        for light in ("green", "yellow")
    ]
    people = population(pl.DataFrame({"kind": ["x", "y", None]}, schema={"kind": pl.String}))
    found = decide_all(people, [(rule, standing(rule)) for rule in rules])
    assert [each.rule_row.tolist() for each in found] == [[1, 2, 0]] * 2
    assert [each.codes("light")[1] for each in found] == [["green", "red"], ["yellow", "red"]]


def test_columns_of_another_kind_are_left_alone():
    people = population(pl.DataFrame({"a": [1.5], "b": [None], "c": [1]}, schema_overrides={"b": pl.String}))
    assert set(people.columns) == {"b", "c"}
    assert people.greatest == {"b": 0, "c": 1}


def test_a_column_of_the_wrong_kind_is_refused():
    rule = table([{"a": "1", "light": "green"}], a="number")
    with pytest.raises(RuleError, match="“a”"):
        decide_all(population(pl.DataFrame({"a": ["x"]})), [(rule, standing(rule))])


MANY = [{"a": str(n), "light": "green"} for n in range(255)]


@pytest.mark.parametrize(
    ("rows", "records", "why"),
    [
        (MANY, [{"a": Fraction(1)}], "254"),
        ([{"kind": "other", "light": "green"}], [{"kind": "x", "other": "x"}], "文字"),
        ([{"a": "> 3 * b", "light": "green"}], [{"a": Fraction(2**62), "b": Fraction(1)}], "太大"),
        ([{"whole": "1", "light": "green"}], [{"a": Fraction(1)}], "取整"),
    ],
    ids=["rows", "texts", "large", "floor"],
)
def test_what_the_kernel_has_no_loops_for_is_left_to_frames(rows, records, why):
    rule = table(rows, "first", {"whole": "floor(a)"}, a="number", b="number", kind="text", other="text")
    with pytest.raises(NotForKernelError, match=why):
        told(rule, records)


def test_a_column_with_too_many_kinds_is_left_to_frames():
    rows = [{"kind": ", ".join(f'"{n}-{m}"' for m in range(100)), "light": "green"} for n in range(3)]
    with pytest.raises(NotForKernelError, match="255"):
        told(table(rows, kind="text"), [{"kind": "1-1"}])
