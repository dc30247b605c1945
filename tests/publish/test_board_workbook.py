"""The board's workbook: does it hold what the page shows, number for number, and say what nobody published?"""

from io import BytesIO

import openpyxl
import pytest

from tests.publish import town


def rows(reader, **asked) -> dict[tuple[str, str], dict[str, object]]:
    """Rows by body, target and measure, each by its heads; the lines above them under ``above``."""
    answer = reader.get("/sometown/board.xlsx", asked)
    assert answer.status_code == 200
    told = list(openpyxl.load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True))
    at = next(n for n, row in enumerate(told) if row[0] == "灯")
    found = [dict(zip(_numbered(told[at]), row, strict=True)) for row in told[at + 1 :]]
    by_name = {(row["单位"], row["目标"], row["计量"]): row for row in found}
    return by_name | {"above": [row[0] for row in told[:at]]}


def _numbered(heads) -> list[str]:
    """Heads, the second of two alike with a 2 behind it."""
    return [head + "2" * heads[:n].count(head) for n, head in enumerate(heads)]


def test_a_row_holds_its_numbers_as_numbers_with_their_units(told_site, reader):
    row = rows(reader)["某市", "甲类项目完成投资", "数额"]
    assert (row["灯"], row["力度"], row["承诺"], row["计量单位"]) == ("黄灯", "计划", 62.0915, "亿元")
    assert (row["实绩"], row["计量单位2"], row["时期"]) == (19, "亿元", "2021年1—5月")
    assert (row["完成率"], round(row["应完成"], 1), round(row["相差"], 1)) == (30.6, 41.7, -11.1)
    assert (row["还需每月"], row["此前每月"]) == (6.1559, 3.8)
    assert "低于序时" in row["原因"]
    assert row["出处"].startswith("http://testserver/sometown/row/r-")


def test_growth_and_ranks_are_told_from_amounts(told_site, reader):
    found = rows(reader)
    growth = found["东区", "一般公共预算收入", "同比增幅"]
    assert (growth["关系"], growth["承诺"], growth["计量单位"], growth["实绩"]) == ("≥", 10, "%", 12.5)
    assert growth["完成率"] is None
    assert found["某市", "全省位次", "数额"]["实绩"] == 3


def test_what_nobody_published_is_said_and_never_nought(told_site, reader):
    row = rows(reader)["某市", "出口总额", "数额"]
    assert (row["承诺"], row["计量单位"], row["关系"]) == (80, "亿美元", "≈")
    assert (row["实绩"], row["计量单位2"], row["完成率"]) == ("尚无数据", None, None)


def test_a_task_says_that_no_project_of_it_is_known(told_site, reader):
    town.tell(town.task("T5"))
    row = rows(reader)["某市", "任务", "任务"]
    assert (row["承诺"], row["实绩"], row["计量单位2"]) == (None, "尚无数据", None)


def test_the_lines_above_name_day_rule_filters_and_order(told_site, reader):
    above = rows(reader, body="Z", sort="ahead", rule="wuhan")["above"]
    assert above[0] == "某市 2021年目标"
    assert {"截至 2021年6月30日所知", "单位：东区", "排序：相差，升序", "共 2 行"} <= set(above)
    assert any(line.startswith("规则：武汉") for line in above)


@pytest.mark.parametrize("state", ["behind", "no_evidence"])
def test_filters_hold_in_the_workbook_too(told_site, reader, state):
    found = rows(reader, state=state)
    everything = rows(reader)
    assert 0 < len(found) < len(everything)


def test_in_ten_thousands_amounts_are(told_site, reader):
    assert rows(reader, unit="万元")["某市", "甲类项目完成投资", "数额"]["实绩"] == 190000
