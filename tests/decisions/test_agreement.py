"""Do columns say of every row what plain fractions say of it, for any rule; and is certain what it claims to be?"""

from fractions import Fraction
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from maoding.decisions import decide, decide_one
from maoding.decisions.columnar import parse_expression
from maoding.decisions.record import evaluate
from tests.decisions.tables import frame_of, standing, table

INPUTS = {"a": "number", "b": "number", "kind": "text", "spared": "yes_no"}
KINDS = ["x", "y", "z"]

literals = st.sampled_from(["-3", "-1", "0", "0.5", "1", "2", "2.5", "3"])
names = st.sampled_from(["a", "b"])
sums = st.recursive(
    literals | names,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*/"), inner).map(lambda t: f"({t[0]} {t[1]} {t[2]})"),
        inner.map(lambda each: f"-{each}"),
        inner.map(lambda each: f"floor({each})"),
    ),
    max_leaves=4,
)


def upside_down(range_):
    """Whether both ends are plain numbers, the greater first: no table may say so."""
    low, high = (evaluate(parse_expression(end), {}) for end in range_[1:-1].split(".."))
    return low is not None and high is not None and low > high


ends = st.one_of(literals, literals, sums)
signs = st.sampled_from(["", "< ", "<= ", "> ", ">= "])
number_tests = st.one_of(
    st.tuples(signs, ends).map("".join),
    st.tuples(st.sampled_from("[("), ends, ends, st.sampled_from("])"))
    .map(lambda t: f"{t[0]}{t[1]}..{t[2]}{t[3]}")
    .filter(lambda range_: not upside_down(range_)),
    st.just("null"),
)


def cells(tests):
    lists = st.lists(tests, min_size=1, max_size=2).map(", ".join)
    return st.one_of(st.just("-"), lists, lists, lists.map(lambda each: f"not({each})"))


ROW = st.fixed_dictionaries(
    {"light": st.sampled_from(["green", "yellow", "red"])},
    optional={
        "measure": cells(number_tests),
        "a": cells(number_tests),
        "kind": cells(st.sampled_from(['"x"', '"y"', "null"])),
        "spared": cells(st.sampled_from(["true", "false"])),
        "gap": st.booleans(),
    },
)
RULES = st.builds(
    lambda rows, policy, measure: table(rows, policy, {"measure": measure}, **INPUTS),
    st.lists(ROW, min_size=1, max_size=4),
    st.sampled_from(["first", "unique"]),
    sums,
)
numbers = st.none() | st.integers(-4, 4).map(Fraction)
RECORD = st.fixed_dictionaries(
    {
        "a": numbers,
        "b": numbers,
        "kind": st.sampled_from([*KINDS, None]),
        "spared": st.sampled_from([True, False, None]),
    }
)


@given(RULES, st.lists(RECORD, min_size=1, max_size=12))
def test_columns_say_what_fractions_say(rule, records):
    decided = decide(frame_of(rule, records), rule, standing(rule))
    for record, row in zip(records, decided.iter_rows(named=True), strict=True):
        one = decide_one(rule, record)
        expected = (one.outcome["light"], one.rule_row, one.gap, one.certain, one.note)
        assert (row["light"], row["rule_row"], row["gap"], row["certain"], row["note"]) == expected


VALUES = {
    "a": [Fraction(n, 2) for n in (-8, -6, -4, -2, -1, 0, 1, 2, 4, 5, 6, 8)],
    "b": [Fraction(n, 2) for n in (-8, -6, -4, -2, -1, 0, 1, 2, 4, 5, 6, 8)],
    "kind": KINDS,
    "spared": [True, False],
}


def completions(record):
    """The record with every value its missing facts might have, among many."""
    missing = [name for name, value in record.items() if value is None]
    for values in product(*(VALUES[name] for name in missing)):
        yield record | dict(zip(missing, values, strict=True))


@given(RULES, RECORD)
def test_no_value_of_a_missing_fact_changes_a_certain_answer(rule, record):
    answer = decide_one(rule, record)
    others = {(str(o.outcome), o.gap) for o in (decide_one(rule, each) for each in completions(record))}
    if answer.certain:
        assert others == {(str(answer.outcome), answer.gap)}


@st.composite
def simple_cases(draw):
    """Rules that ask each fact in one cell only, where any combination of cells can come true."""
    asked = [f"x{n}" for n in range(draw(st.integers(1, 4)))]
    rows = [
        {name: draw(st.sampled_from(["> 0", "<= 0", "[-1..1]"])), "light": draw(st.sampled_from("gy"))}
        for name in asked
    ]
    if draw(st.booleans()):
        rows.append({"light": draw(st.sampled_from("gy"))})
    rule = table(rows, draw(st.sampled_from(["first", "unique"])), **dict.fromkeys(asked, "number"))
    values = st.sampled_from([None, None, Fraction(-2), Fraction(0), Fraction(1), Fraction(2)])
    return rule, {name: draw(values) for name in asked}


@given(simple_cases())
def test_an_answer_nothing_can_change_is_called_certain(case):
    rule, record = case
    answer = decide_one(rule, record)
    missing = [name for name, value in record.items() if value is None]
    tried = [Fraction(n) for n in (-2, 0, 1, 2)]
    full = [record | dict(zip(missing, each, strict=True)) for each in product(tried, repeat=len(missing))]
    others = {(d.outcome["light"], d.note) for d in (decide_one(rule, each) for each in full)}
    assert answer.certain == (others == {(answer.outcome["light"], answer.note)})
