"""What the tests of reading share: a small city's words, a day, and ways to write tables and workbooks."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from maoding.intake.feeds import read_feed
from maoding.terms.catalogue import Indicator, Words

TODAY = dt.date(2021, 7, 20)
INDICATORS = (
    Indicator("GDP", "地区生产总值", "GDP", "亿元", "flow", "quarterly", "up"),
    Indicator(
        "FAI",
        "全社会固定资产投资",
        "Fixed-asset investment",
        "亿元",
        "flow",
        "monthly",
        "up",
        no_january=True,
    ),
    Indicator("FDI", "实际使用外资", "Foreign capital used", "亿美元", "flow", "monthly", "up"),
    Indicator("HNTE", "有效高新技术企业总数", "High-tech enterprises", "家", "stock", "annual", "up"),
    Indicator("RATE", "重点项目投资完成率", "Completion", "%", "rate", "monthly", "up"),
    Indicator("RANK", "重点项目排名", "Rank", "名次", "rank", "monthly", "down"),
    Indicator("CARGO", "货物吞吐量", "Cargo", "万吨", "flow", "monthly", "up"),
    Indicator("OUT", "进出口总额(人民币)", "Trade", "亿元", "flow", "monthly", "up"),
)
BODIES = {"TC": "太仓市", "TC-SX": "沙溪镇", "TC-SF": "双凤镇", "TC-HTZ": "太仓高新技术产业开发区(高新区)"}
WORDS = Words({indicator.code: indicator for indicator in INDICATORS}, BODIES)
HEADINGS = "主体,指标,时期,数值,单位,同比(%),状态,发布日期,来源"


@pytest.fixture
def text_file(tmp_path: Path) -> Callable[..., Path]:
    """Write a text as a file: ``text_file("a,b\\n", "t.csv", "gb18030")``."""

    def write(text: str, name: str = "表.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return path

    return write


@pytest.fixture
def book(tmp_path: Path) -> Callable[..., Path]:
    """Write a workbook: a function fills its first sheet (named 数据), or rows are put down from A1."""

    def write(fill, name: str = "表.xlsx") -> Path:
        path = tmp_path / name
        with xlsxwriter.Workbook(path) as workbook:
            sheet = workbook.add_worksheet("数据")
            if callable(fill):
                fill(workbook, sheet)
            else:
                for number, row in enumerate(fill):
                    sheet.write_row(number, 0, row)
        return path

    return write


@pytest.fixture
def readings(text_file):
    """Read rows of a clerk's table of readings: ``readings("太仓市,GDP,2021年,1,亿元,,,2021-06,月报")``."""

    def read(*rows: str, headings: str = HEADINGS, today: dt.date = TODAY):
        return read_feed(text_file("\n".join((headings, *rows))), WORDS, today)

    return read


def told(problem) -> str:
    """Place, reason and mend in one line, without the file's name."""
    return str(problem).partition(" ")[2]
