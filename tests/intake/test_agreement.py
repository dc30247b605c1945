"""Is a fact stated twice kept, and said to be a repetition, a contradiction or another vintage?"""

from tests.intake.conftest import told
from tests.intake.test_readings import GOOD


def test_a_row_that_repeats_another_is_said_and_changes_nothing(readings):
    read = readings(GOOD, GOOD)
    assert (read.rows_in, read.rejected, len({entry.id for entry in read.entries})) == (2, 0, 2)
    assert [told(remark) for remark in read.remarks] == [
        "第3行：与第2行完全相同，只记一次。如是重复填写，请删去一行"
    ]


def test_a_row_that_repeats_half_of_another_is_not_a_repetition(readings):
    assert readings(GOOD.replace("11.7", ""), GOOD).remarks == []


def test_another_number_for_the_same_fact_stands_beside_the_first(readings):
    read = readings(GOOD, GOOD.replace("756.3", "760"))
    assert [entry.number for entry in read.entries] == ["756.3", "11.7", "760", "11.7"]
    (remark,) = read.remarks
    assert "与第2行说的是同一件事，数却不同（756.3亿元，这里是760亿元）；两个都留下，不覆盖" in remark.reason


def test_a_later_vintage_is_told_apart(readings):
    read = readings(
        GOOD,
        GOOD.replace("756.3", "760").replace("快报", "最终核实"),
        GOOD.replace("756.3", "7563000").replace("亿元", "万元"),
    )
    assert [remark.row for remark in read.remarks] == [3, 4]
    assert all("另一个版本" in remark.reason for remark in read.remarks)
    # 7,563,000 万元 are the 756.3 亿元 of row 2; they differ from the 760 亿元 of row 3 only.
    assert "第3行" in read.remarks[1].reason


def test_the_same_number_in_another_unit_or_printing_is_no_contradiction(readings):
    read = readings(
        GOOD, GOOD.replace("756.3", "7563000").replace("亿元", "万元"), GOOD.replace("11.7", "11.70")
    )
    assert read.remarks == []
