"""Consistency: is a printed number called wrong when no rounding explains it, and never before?"""

from fractions import Fraction

import pytest

from maoding.judge.consistency import Verdict, check
from maoding.judge.statements import NEEDS
from tests.judge.printed import said, verdict

RIGHT = [
    ("T-P01 江门", "ratio", "97.2", "%", "629.0", "647.4"),
    ("T-P01 江门 points", "points", "13.8", "百分点", "97.158", "83.333"),
    ("T-P01 江门 points of rounded rates", "points", "13.8", "百分点", "97.2", "83.3"),
    ("T-P02 江门 rate", "ratio", "30.90", "%", "313.64", "1015"),
    ("T-P02 江门 growth", "growth", "95.66", "%", "313.64", "160.30"),
    ("T-P02 江门 more", "difference", "153.34", "亿元", "313.64", "160.30"),
    ("T-P03 江门 rate", "ratio", "26.7", "%", "107.4", "401.9"),
    ("T-P03 江门 points", "points", "-6.6", "百分点", "26.7", "33.33"),
    ("T-P04 广东 rate", "ratio", "63.9", "%", "3836.5", "6000"),
    ("T-P04 广东 month", "ratio", "9.6", "%", "574.3", "6000"),
    ("T-P04 广东 points", "points", "5.6", "百分点", "63.9", "58.33"),
    ("T-P05 资阳", "points", "2.3", "百分点", "44", "41.67"),
    ("T-P06 三明", "points", "7.33", "百分点", "74", "66.67"),
    ("T-P07 陆丰 a", "points", "12.11", "百分点", "37.11", "25"),
    ("T-P07 陆丰 b", "points", "17.5", "百分点", "42.5", "25"),
    ("T-P07 陆丰 c", "points", "15.5", "百分点", "40.5", "25"),
    ("T-P08 常州", "points", "18.3", "百分点", "93.3", "75"),
    ("T-P09 昆山 points", "points", "0.5", "百分点", "17.2", "16.67"),
    ("T-P09 昆山 43", "ratio", "83.7", "%", "36", "43"),
    ("T-P09 昆山 138", "ratio", "76.8", "%", "106", "138"),
    ("T-P10 河北 revenue", "points", "6.6", "百分点", "56.6", "50"),
    ("T-P10 河北 spending", "points", "3.5", "百分点", "53.5", "50"),
    ("T-P11 南阳 funds", "ratio", "83.6", "%", "188", "225"),
    ("T-P11 南阳 works", "ratio", "46.8", "%", "64.3", "137.3"),
    ("T-P12 山东 starts", "ratio", "85.8", "%", "320", "373"),
    ("T-P12 山东 plan", "ratio", "47.8", "%", "957.4", "2003"),
    ("T-P13 苏州", "ratio", "116.9", "%", "381亿元", "325.9"),
    ("T-P14 松阳 year", "ratio", "21.3", "%", "21.01", "98.5"),
    ("T-P14 松阳 to date", "ratio", "132.1", "%", "21.01", "15.90"),
    ("T-P14 松阳 new", "ratio", "6.7", "%", "1.15", "17.2"),
    ("T-P14 松阳 continued", "ratio", "24.4", "%", "19.86", "81.3"),
    ("T-P14 松阳 starts", "ratio", "46.7", "%", "7", "15"),
    ("T-P15 太仓 provincial", "ratio", "30.6", "%", "19亿元", "62.09"),
    ("T-S01 太仓 starts", "ratio", "79.2", "%", "103", "130"),
    ("T-S01 江门 starts", "ratio", "80.8", "%", "206", "255"),
    ("T-C05 德州", "ratio", "33.5", "%", "3.417", "10.2"),
    ("汉中", "ratio", "73", "%", "72.87亿元", "100.00亿元"),
    ("吴江 provincial", "ratio", "27.2", "%", "11.1", "41"),
    ("a plain ratio", "ratio", "1.62", "倍", "6.16", "3.8"),
    ("per mille", "ratio", "7.9", "‰", "103", "13000"),
    ("two scales of money", "share", "5.0", "%", "1.0亿元", "200000万元"),
    ("Q005 money for each project", "ratio", "0.8767", "亿元", "97.31亿元", "111个"),
    ("Q085 people by product per head", "ratio", "19.65", "万元", "1653.57亿元", "84.15万人"),
]


@pytest.mark.parametrize(
    ("kind", "printed", "unit", "a", "b"), [case[1:] for case in RIGHT], ids=[case[0] for case in RIGHT]
)
def test_published_numbers_that_are_right_are_consistent(kind, printed, unit, a, b):
    assert verdict(kind, printed, unit, a, b) == ("consistent", "")


WRONG = [
    ("T-M02 湘潭 27 of 3/15", "share", "27", "%", "3", "15", "no_rounding"),
    ("T-M02 湘潭 42 of 7/17, rounded upwards", "share", "42", "%", "7", "17", "no_rounding"),
    ("T-P01 江门 of wrongly rounded rates", "points", "13.9", "百分点", "97.158", "83.333", "no_rounding"),
    ("T-P03 江门 sign", "points", "6.6", "百分点", "26.7", "33.33", "opposite"),
    ("T-Y01 naive growth", "growth", "15.4", "%", "193917亿元", "199194亿元", "growth"),
    ("forms 91 to 39", "growth", "-65.3", "%", "39", "91", "growth"),
    ("a difference", "difference", "5", "个", "12", "8", "no_rounding"),
]


@pytest.mark.parametrize(
    ("kind", "printed", "unit", "a", "b", "reason"),
    [case[1:] for case in WRONG],
    ids=[case[0] for case in WRONG],
)
def test_published_numbers_that_no_rounding_explains_are_inconsistent(kind, printed, unit, a, b, reason):
    assert verdict(kind, printed, unit, a, b) == ("inconsistent", reason)


SUMS = [
    ("T-P12 山东", "957.4", "亿元", "564.1 124.4 106.8 162.1", "consistent", ""),
    ("T-P14 松阳 plan", "98.5", "亿元", "17.2 81.3", "consistent", ""),
    ("T-C07 pulls", "4.3", "百分点", "0.1 3.9 0.3", "consistent", ""),
    ("T-R01 古雷", "1001453", "万元", "429239 572214", "consistent", ""),
    ("张家港", "203.8", "亿美元", "86 117.7", "consistent", ""),
    ("福建 2.34+1.03", "3.37", "万亿元", "2.34 1.03", "consistent", ""),
    ("吴江 283", "283", "个", "125 157", "inconsistent", "sum"),
    ("江苏 by region", "1466", "个", "719 374 377", "inconsistent", "sum"),
    ("江苏 by trade", "1466", "", "82 1132 224 28", "consistent", ""),
    ("T-M02 湘潭 60+27+20", "100", "%", "60 27 20", "inconsistent", "sum"),
    ("T-M02 湘潭 42+29+29", "100", "%", "42 29 29", "consistent", ""),
    ("T-M02 巴中", "100", "%", "30% 40% 30%", "consistent", ""),
    ("T-M02 within one", "100", "%", "60.0 20.0 19.1", "consistent", "nearly_a_hundred"),
    ("T-M02 beyond one", "100", "%", "60.0 20.0 18.8", "inconsistent", "sum"),
    ("T-M02 within one, finer", "100.0", "%", "60.0 20.0 19.1", "inconsistent", "sum"),
    ("T-C08 deflators differ", "100", "%", "2.76 45.5 52.0", "consistent", ""),
    ("its own unit in the cell", "203.8亿元", "", "86亿元 1177000万元", "consistent", ""),
]


@pytest.mark.parametrize(
    ("printed", "unit", "parts", "expected", "reason"),
    [case[1:] for case in SUMS],
    ids=[case[0] for case in SUMS],
)
def test_sums(printed, unit, parts, expected, reason):
    assert verdict("sum", printed, unit, parts=parts) == (expected, reason)


def test_a_number_that_was_only_cut_off_passes_with_a_remark():
    """江门: 129/270 = 47.8 %, printed 47."""
    found = check(said("ratio", "47", "%", "129", "270"))
    assert (found.verdict, found.reason) == ("consistent", "cut_off")
    assert float(found.recomputed.low) == pytest.approx(47.78, abs=0.005)


COUNTS = [
    ("T-M01 连云港 45", "45", "", "24 9 11", "remainder", "left", 1),
    ("T-M01 连云港 50", "50", "", "14 7 26", "remainder", "left", 3),
    ("T-M02 湘潭 17", "17", "", "7 5 5", "consistent", "", 0),
    ("吴江 258", "258", "", "137 97", "remainder", "left", 24),
    ("more than all", "15", "", "9 5 3", "inconsistent", "over", -2),
    ("the printed total", "45", "45", "24 9 11", "remainder", "left", 1),
    ("the printed rest", "17", "0", "7 5 5", "consistent", "", 0),
    ("another printed number", "17", "18", "7 5 5", "inconsistent", "neither", 0),
    ("only printed, no total", "", "50", "14 7 26", "remainder", "left", 3),
    ("money", "203.8亿元", "", "86亿元 117.7亿元", "consistent", "", Fraction("0.1")),
]


@pytest.mark.parametrize(
    ("a", "printed", "parts", "expected", "reason", "left"),
    [case[1:] for case in COUNTS],
    ids=[case[0] for case in COUNTS],
)
def test_counts(a, printed, parts, expected, reason, left):
    found = check(said("count", printed, a=a, parts=parts))
    assert (found.verdict, found.reason) == (expected, reason)
    assert found.left == (0 if expected == "consistent" else left)


JINING = "95.71 91.64 88.14 87.79 86.43 81.5 80.79 80.14 77.93 77.93 75.5 73.43 69.07"


@pytest.mark.parametrize(
    ("a", "parts", "rank", "expected"),
    [
        ("95.71", JINING, "1", "consistent"),
        ("77.93", JINING, "9", "consistent"),
        ("77.93", JINING, "10", "consistent"),  # two that print alike may stand either way round
        ("77.93", JINING, "11", "inconsistent"),
        ("75.5", JINING, "11", "consistent"),
        ("75.5", JINING, "10", "inconsistent"),
        ("91.64", "95.71 88.14", "2", "consistent"),
        ("7", "9 7 7 5", "2", "consistent"),
        ("7", "9 7 7 5", "3", "inconsistent"),  # equal counts share the better place
        ("19亿元", "210000万元 18亿元", "2", "consistent"),
        ("30.6%", "56% 61.2%", "3", "consistent"),
    ],
)
def test_ranks_count_from_the_top_and_equals_share_the_better_place(a, parts, rank, expected):
    assert check(said("rank", rank, "位", a, parts=parts)).verdict == expected


def test_a_rank_may_take_the_unit_of_what_is_ranked():
    assert verdict("rank", "1", "亿元", "19", parts="180000万元 17") == ("consistent", "")


UNKNOWN = [
    ("no such kind", {"kind": "mean"}, "kind", {"kind": "mean"}),
    ("a missing cell", {"kind": "ratio", "printed": "5", "a": "1"}, "missing", {"column": "b"}),
    ("missing parts", {"kind": "sum", "printed": "5"}, "missing", {"column": "parts"}),
    ("no total and nothing printed", {"kind": "count", "parts": "5"}, "missing", {"column": "a"}),
    ("nought below", {"kind": "ratio", "printed": "5", "a": "1", "b": "0"}, "zero_divisor", {}),
    ("perhaps nought below", {"kind": "ratio", "printed": "5", "a": "1.0", "b": "0"}, "zero_divisor", {}),
    ("no base", {"kind": "growth", "printed": "5", "a": "1", "b": "0"}, "no_base", {}),
    ("a negative base", {"kind": "growth", "printed": "5", "a": "1", "b": "-2"}, "no_base", {}),
    ("units unclear", {"kind": "sum", "printed": "5", "parts": "1亿元 2万元 7"}, "unit_missing", {}),
]


@pytest.mark.parametrize(
    ("cells", "reason", "values"), [case[1:] for case in UNKNOWN], ids=[case[0] for case in UNKNOWN]
)
def test_what_cannot_be_worked_out_is_unknown(cells, reason, values):
    assert check(said(**cells)) == Verdict("unknown", reason, values=values)


MIXED = [
    ("share", "50", "%", "19亿元", "38亿美元", ("亿元", "亿美元")),
    ("ratio", "50%", "亿元", "19", "38", ("亿元", "%")),
    ("ratio", "5", "亿元", "19", "3天", ("亿元", "天")),
    ("ratio", "5", "亿元", "19亿美元", "3", ("亿元", "亿美元")),
    ("growth", "5", "亿元", "19", "38", ("亿元", "%")),
    ("points", "5", "亿元", "19", "38", ("亿元", "百分点")),
    ("points", "5", "百分点", "19亿元", "38", ("%", "亿元")),
]


@pytest.mark.parametrize(("kind", "printed", "unit", "a", "b", "units"), MIXED)
def test_units_of_two_families_are_never_compared(kind, printed, unit, a, b, units):
    found = check(said(kind, printed, unit, a, b))
    assert (found.verdict, found.reason, found.values) == (
        "unknown",
        "mixed_units",
        {"one": units[0], "other": units[1]},
    )


def test_a_difference_of_rates_is_in_points():
    assert verdict("difference", "13.9", "百分点", "97.2%", "83.3%") == ("consistent", "")


@pytest.mark.parametrize(
    ("cells", "warned"),
    [
        ({"kind": "share", "printed": "42", "unit": "%", "a": "7", "b": "17"}, True),
        ({"kind": "share", "printed": "42", "unit": "%", "a": "7项", "b": "17项"}, False),
        ({"kind": "share", "printed": "42", "unit": "%", "a": "70.0", "b": "17"}, False),
        ({"kind": "sum", "printed": "9", "parts": "7 17"}, True),
        ({"kind": "sum", "printed": "9", "unit": "个", "parts": "7 17"}, False),
        ({"kind": "rank", "printed": "9", "a": "7", "parts": "7 17"}, False),
    ],
)
def test_whole_numbers_without_a_unit_are_counts_and_one_is_told_so(cells, warned):
    found = check(said(**cells))
    assert (found.verdict, found.taken_as_counts) == ("inconsistent", warned)


def test_every_kind_of_the_contract_is_checked():
    assert set(NEEDS) == {"ratio", "share", "sum", "difference", "points", "growth", "count", "rank"}
