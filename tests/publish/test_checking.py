"""Checking: does every row of a printed table get an answer a clerk can act on?"""

import pytest

from maoding.publish.checking import COLUMNS, BadCell, check_rows
from maoding.terms.language import spoken


def checked(**cells):
    results, bad_cells = check_rows([cells])
    return results[0], bad_cells


def test_a_result_has_the_shape_of_the_contract():
    result, bad_cells = checked(id="P1", kind="ratio", printed="30.6", unit="%", a="19亿元", b="62.09亿元")
    assert list(result) == ["id", "verdict", "recomputed", "note"]
    assert result == {
        "id": "P1",
        "verdict": "consistent",
        "recomputed": {"low": pytest.approx(29.7930, abs=1e-4), "high": pytest.approx(31.4086, abs=1e-4)},
        "note": "",
    }
    assert bad_cells == []


TOLD = [
    ("连云港", {"kind": "count", "a": "50", "parts": "14;7;26"}, "remainder", "50项中有3项未说明"),
    ("连云港 个", {"kind": "count", "unit": "个", "a": "45", "parts": "24;9;11"}, "remainder", "45个中有1个未说明"),
    ("吴江", {"kind": "sum", "printed": "283", "unit": "个", "parts": "125;157"}, "inconsistent", "合计 282个"),
    ("江苏", {"kind": "sum", "printed": "1466", "unit": "个", "parts": "719；374；377"}, "inconsistent", "相差 4"),
    ("江门", {"kind": "ratio", "printed": "47%", "a": "129", "b": "270"}, "consistent", "截尾"),
    ("湘潭", {"kind": "share", "printed": "42", "unit": "％", "a": "7", "b": "17"}, "inconsistent", "41.18%"),
    ("湘潭 unit", {"kind": "share", "printed": "42", "unit": "%", "a": "7", "b": "17"}, "inconsistent", "请写明单位"),
    ("湘潭 sum", {"kind": "sum", "printed": "100", "unit": "%", "parts": "60;27;20"}, "inconsistent", "107%"),
    ("within one", {"kind": "sum", "printed": "100", "unit": "%", "parts": "60.0;20.0;19.1"}, "consistent", "99.1%"),
    ("国家", {"kind": "growth", "printed": "15.4", "unit": "%", "a": "193917亿元", "b": "199194亿元"},
     "inconsistent", "可比口径"),
    ("江门 sign", {"kind": "points", "printed": "6.6", "unit": "百分点", "a": "26.7", "b": "33.33"},
     "inconsistent", "-6.685 至 -6.575百分点"),
    ("济宁", {"kind": "rank", "printed": "3", "unit": "位", "a": "91.64", "parts": "95.71;91.64;88.14"},
     "inconsistent", "应为第 2 位"),
    ("too many", {"kind": "count", "a": "15", "parts": "9;5;3"}, "inconsistent", "比总数 15项多 2项"),
    ("neither", {"kind": "count", "printed": "18", "a": "17", "parts": "7;5;5"}, "inconsistent", "既不是总数"),
    ("张家港", {"kind": "sum", "printed": "203.8", "unit": "亿美元", "parts": "86;117.7"}, "consistent", ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "verdict", "note"), [case[1:] for case in TOLD], ids=[case[0] for case in TOLD]
)
def test_the_note_says_what_was_found(cells, verdict, note):
    result, bad_cells = checked(**cells)
    assert (result["verdict"], bad_cells) == (verdict, [])
    assert note in result["note"] if note else result["note"] == ""


BAD = [
    (
        "no number",
        {"kind": "ratio", "printed": "约三成", "a": "1", "b": "2"},
        "printed",
        "约三成",
        "不是一个数",
    ),
    ("error cell", {"kind": "ratio", "printed": "5", "a": "#REF!", "b": "2"}, "a", "#REF!", "不是一个数"),
    ("a bad part", {"kind": "sum", "printed": "5", "parts": "2;x;3"}, "parts", "x", "不是一个数"),
    (
        "too large",
        {"kind": "ratio", "printed": "5", "a": "1e999999999", "b": "2"},
        "a",
        "1e999999999",
        "不是一个数",
    ),
    ("missing", {"kind": "ratio", "printed": "5", "a": "1"}, "b", "", "缺少 b"),
    ("kind", {"kind": "mean", "printed": "5"}, "kind", "mean", "mean"),
    ("no kind", {"printed": "5", "a": "1", "b": "2"}, "kind", "", "怎样核对"),
    ("nought", {"kind": "ratio", "printed": "5", "a": "1", "b": "0"}, "b", "0", "分母"),
    ("no base", {"kind": "growth", "printed": "5", "a": "1", "b": "-1"}, "b", "-1", "基数"),
    (
        "currencies",
        {"kind": "ratio", "printed": "5", "unit": "%", "a": "1亿元", "b": "2亿美元"},
        "unit",
        "%",
        "亿美元",
    ),
    ("which unit", {"kind": "sum", "printed": "5", "parts": "1亿元;2万元;3"}, "unit", "", "单位"),
]


@pytest.mark.parametrize(
    ("cells", "column", "cell", "reason"), [case[1:] for case in BAD], ids=[case[0] for case in BAD]
)
def test_what_cannot_be_read_says_where_and_how_to_mend_it(cells, column, cell, reason):
    result, (bad,) = checked(id="X", **cells)
    assert result["verdict"] == "unknown"
    assert result["recomputed"] == {"low": None, "high": None}
    assert result["note"] == bad.reason
    assert (bad.row, bad.column, bad.cell) == (2, column, cell)
    assert reason in bad.reason
    assert bad.mend


def test_the_good_rows_are_answered_beside_the_bad_in_their_order():
    rows = [
        {"id": "1", "kind": "sum", "printed": "3", "parts": "1;2"},
        {"id": "2", "kind": "sum", "printed": "?", "parts": "1;2"},
        {"id": "3", "kind": "sum", "printed": "4", "parts": "1;2", "row": 9},
        {"id": "4", "kind": "sum", "printed": "4", "row": 10},
    ]
    results, bad_cells = check_rows(rows)
    assert [(r["id"], r["verdict"]) for r in results] == [
        ("1", "consistent"),
        ("2", "unknown"),
        ("3", "inconsistent"),
        ("4", "unknown"),
    ]
    assert [bad.row for bad in bad_cells] == [3, 10]


def test_cells_may_be_written_in_full_width_and_with_thousands_apart():
    result, bad_cells = checked(
        kind=" SUM ", printed="１,４６６", unit="个", parts="８２；1,132；224；28；", note=None
    )
    assert (result["verdict"], bad_cells) == ("consistent", [])


def test_empty_cells_of_every_kind_are_missing():
    result, (bad,) = checked(**dict.fromkeys(COLUMNS))
    assert (result["id"], result["verdict"], bad.column) == ("", "unknown", "kind")


def test_a_bad_cell_reads_as_one_sentence_with_its_place():
    told = str(BadCell(7, "a", "x", "“x”不是一个数", "请填一个数"))
    assert told == "第7行“a”列：“x”不是一个数。请填一个数"


def test_huge_quotients_are_told_too():
    result, _ = checked(
        kind="ratio", printed="5", unit="‰", a="9000000000000000000亿元", b="0.000000000000000001亿元"
    )
    assert result["verdict"] == "inconsistent"
    result, _ = checked(kind="ratio", printed="5", a="900000000000000000", b="1")
    assert result["note"].startswith("重算得 900000000000000000，")


def test_remarks_are_said_in_the_readers_language():
    """Without a translation the Chinese stands; the call itself must not fail in English."""
    token = spoken.set("en")
    try:
        result, _ = checked(kind="count", a="50", parts="14;7;26")
    finally:
        spoken.reset(token)
    assert "50" in result["note"]
    assert "3" in result["note"]
