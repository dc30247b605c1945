"""Figures: does one figure speak for a fact, and is it the last and most final one?"""

from maoding.judge import figures  # noqa: F401 - the finding enters by import
from maoding.judge.finding import ask
from tests.judge.written import given


def test_the_last_published_then_the_most_final_current_figure_speaks():
    readings = """
        indicator period number    said     release     current
        FAI       2021年 100亿元   2021-12  estimate    -
        FAI       2021年 101亿元   2022-01  preliminary -
        FAI       2021年 102亿元   2022-01  final       -
        FAI       2021年 103亿元   2022-02  final       no
        FAI       2021年 -         2022-02  final       -
        GDP       2021年 7亿元     2022-01  final       -
        GDP       2021年 8亿元     2022-01  final       -
    """
    rows = ask("figures", given(readings=readings)).rows(named=True)
    assert {row["indicator"]: row["mantissa"] for row in rows} == {"FAI": 102, "GDP": 7}
