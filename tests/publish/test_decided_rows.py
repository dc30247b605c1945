"""Is each row of anyone's table decided by a rule table or a model, and told why?"""

import datetime as dt
from decimal import Decimal

import pytest

from maoding.decisions import read_table
from maoding.decisions.values.reading import moment_in
from maoding.decisions.values.writing import text_of
from maoding.publish.decided_rows import Wanted, decided_by_model, decided_by_table
from maoding.publish.fact_cells import value_of
from maoding.publish.rule_cells import UnfitError
from tests.decisions.dmn import decision, feel, given, item, model, table

NOW = moment_in("2021-06-30T10:00:00+08:00")


def label(name):
    return {"zh": name, "en": name}


def rule():
    return read_table(
        {
            "name": "grant",
            "hit_policy": "first",
            "inputs": {
                "ratio": label("研发占比") | {"type": "number", "unit": "%"},
                "known": label("在册") | {"type": "yes_no"},
            },
            "outcomes": {"light": label("灯")},
            "rows": [{"ratio": ">= 3", "known": True, "light": "green"}, {"ratio": "< 3", "light": "red"}],
        }
    )


ROWS = [
    {"研发占比": Decimal("3.5"), "在册": True},
    {"研发占比": "2.5%", "在册": "否"},
    {"研发占比": 4.0, "在册": None, "row": 9},
    {"研发占比": "很多", "在册": "是"},
]


def test_a_table_decides_rows_as_dmn_has_it():
    results, _ = decided_by_table(ROWS, rule(), Wanted())
    assert results[0] == {
        "row": 2,
        "outcome": {"light": "green"},
        "rule_row": 1,
        "certain": True,
        "misses": [],
        "unknown": [],
    }
    told = [(each["row"], each["outcome"]["light"], each["rule_row"], each["unknown"]) for each in results]
    assert told == [
        (2, "green", 1, []),
        (3, "red", 2, []),
        (9, None, None, ["known"]),
        (5, None, None, ["ratio"]),
    ]
    assert [each["certain"] for each in results] == [True, True, False, False]


def test_the_rows_missed_by_least_are_told():
    results, _ = decided_by_table(ROWS, rule(), Wanted(near_miss=True))
    assert [each["misses"] for each in results] == [
        [{"rule_row": 2, "cells": ["ratio"], "by": {"ratio": "-0.5"}}],
        [{"rule_row": 1, "cells": ["ratio", "known"], "by": {"ratio": "0.5"}}],
        [{"rule_row": 2, "cells": ["ratio"], "by": {"ratio": -1}}],
        [],
    ]


def test_a_cell_that_cannot_be_read_is_told():
    _, bad_cells = decided_by_table(ROWS, rule(), Wanted())
    told = [str(each) for each in bad_cells]
    assert told == ["第5行“研发占比”列：“很多”不是一个数。请填一个阿拉伯数字，例如 30.6"]


def test_the_cells_of_every_row_can_be_told():
    (result,), _ = decided_by_table([{"ratio": "4", "known": "yes"}], rule(), Wanted(explain=True))
    assert result["facts"] == {"ratio": 4, "known": True}
    assert result["rows"][1] == {
        "rule_row": 2,
        "truth": False,
        "cells": [{"measure": "ratio", "cell": "< 3", "value": 4, "truth": False}],
    }


def test_a_missing_column_is_told_and_not_known():
    (result,), bad_cells = decided_by_table([{"ratio": "4"}], rule(), Wanted())
    assert (result["certain"], result["unknown"]) == (False, ["known"])
    assert [each.reason for each in bad_cells] == ["没有“known”这一列，按未知计"]
    assert decided_by_table([], rule(), Wanted()) == ([], [])


def policy():
    box = table("F", ["营业 收入"], ["级"], ["> 2000", '"甲"'], ["-", "成立.year"])
    return model(
        '<inputData id="i" name="营业 收入"><variable name="营业 收入" typeRef="number"/></inputData>',
        given("成立", "date"),
        decision("定级", box, needs="input:i input:成立"),
        decision("都中", table("C", ["1"], ["a"], ["-", "1"], ["-", "2"])),
    )


def test_a_model_decides_rows_by_the_names_of_its_inputs():
    rows = [
        {"营业  收入": "3000", "成立": "2019-05-01"},
        {"营业  收入": "100.5", "成立": "2019年"},
        {"营业  收入": float("nan"), "成立": "2019-05-01"},
    ]
    results, bad_cells = decided_by_model(rows, policy(), "定级", NOW, Wanted(explain=True))
    assert [
        (each["outcome"]["定级"], each["rule_row"], each["certain"], each["unknown"]) for each in results
    ] == [
        ("甲", [1, 2], True, []),
        (None, 2, False, ["成立"]),
        (2019, 2, False, ["营业 收入"]),
    ]
    assert results[0]["facts"] == {"营业 收入": 3000, "成立": "2019-05-01"}
    assert results[1]["notes"] == []
    assert [(each.row, each.column, each.reason) for each in bad_cells] == [
        (3, "成立", "“2019年”不是日期"),
        (4, "营业  收入", "“nan”不是一个数"),
    ]
    (both,), _ = decided_by_model([{}], policy(), "都中", NOW, Wanted())
    assert (both["outcome"], both["rule_row"]) == ({"都中": [1, 2]}, [1, 2])


CELLS = [
    ("3.50", "number", "3.5"),
    ("", "number", "null"),
    ("未知", "date", "null"),
    ("是", "boolean", "true"),
    ("否", "boolean", "false"),
    (" 甲 ", "string", "甲"),
    ("-", "string", "-"),
    (" ", "string", "null"),
    ("10:30:00", "time", "10:30:00"),
    ("2021-06-30T10:30:00", "date and time", "2021-06-30T10:30:00"),
    ("P3D", "days and time duration", "P3D"),
    ("P3M", "years and months duration", "P3M"),
    ("5", "list<number>", "[5]"),
    (["5", None], "list<number>", "[5, null]"),
    ({"a": "1", "b": "x"}, "context<a: number>", '{a: 1, b: "x"}'),
    ("5", "", "5"),
    ("true", "", "true"),
    ("2021-06-30", "", "2021-06-30"),
    ("甲", "", "甲"),
    (5, "", "5"),
    (Decimal("0.10"), "number", "0.1"),
    (True, "boolean", "true"),
    (dt.date(2021, 6, 30), "date", "2021-06-30"),
    (dt.time(10, 30), "time", "10:30:00"),
    (dt.datetime(2021, 6, 30, 10, 30, tzinfo=dt.UTC), "date and time", "2021-06-30T10:30:00Z"),
    ("3", "tFew", "3"),
]


def type_of(name):
    few = item("tFew", "<typeRef>number</typeRef><allowedValues><text>&lt; 5</text></allowedValues>")
    of = model(few, given("x", name.replace("<", "&lt;")))
    return of.part.nodes["x"].type


@pytest.mark.parametrize(("cell", "of", "value"), CELLS)
def test_a_cell_states_a_value_of_its_inputs_type(cell, of, value):
    assert text_of(value_of(cell, type_of(of))) == value


@pytest.mark.parametrize(
    ("cell", "of"),
    [
        ("abc", "number"),
        ("2021-02-30", "date"),
        ("maybe", "boolean"),
        ("1", "context"),
        (float("inf"), "number"),
        (b"x", ""),
    ],
)
def test_a_cell_that_does_not_fit_is_told(cell, of):
    with pytest.raises(UnfitError) as error:
        value_of(cell, type_of(of))
    assert error.value.mend


def test_a_decision_without_a_table_has_no_row():
    of = model(given("x"), decision("d", feel("x"), needs="input:x"))
    (result,), _ = decided_by_model([{"x": "a"}], of, "d", NOW, Wanted())
    assert (result["outcome"], result["rule_row"], result["misses"]) == ({"d": "a"}, None, [])
