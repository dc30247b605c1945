"""Workbook: what is in the return that is read, and what does it come to cell by cell?

100,000 rows × 20 columns as Excel writes them: texts shared in one table, whole numbers, decimals, percentages, days.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import xlsxwriter

SEED = 100_000
ROWS, NAME = 100_000, "returns.xlsx"
HEADS = [
    "项目编号",
    "项目名称",
    "属地名称",
    "单位",
    "备注",
    "时期",
    "数值",
    "计划",
    "完成",
    "同比",
    "开工日期",
    "填报日期",
]
HEADS += [f"{month}月" for month in range(1, 9)]
PERCENT, DAYS = HEADS.index("同比"), (HEADS.index("开工日期"), HEADS.index("填报日期"))
TOWNS = ["城厢镇", "沙溪镇", "浏河镇", "浮桥镇", "璜泾镇", "双凤镇", "高新区", "港区"]


def write(folder: Path, rows: int = ROWS) -> None:
    """Write the workbook."""
    chance = Random(SEED)  # noqa: S311 - made-up figures, no secrets
    with xlsxwriter.Workbook(folder / NAME) as book:
        formats = {column: book.add_format({"num_format": "yyyy-mm-dd"}) for column in DAYS}
        formats[PERCENT] = book.add_format({"num_format": "0.0%"})
        sheet = book.add_worksheet("填报")
        for column, head in enumerate(HEADS):
            sheet.write_string(0, column, head)
        for row in range(1, rows + 1):
            for column, value in enumerate(_row(chance, row)):
                sheet.write(row, column, value, formats.get(column))


def _row(chance: Random, row: int) -> list[Any]:
    day = dt.date(2021, 1, 1)
    texts = [
        f"P{row:06}",
        f"第{chance.randint(1, 30_000)}号项目",
        chance.choice(TOWNS),
        chance.choice(["亿元", "万元"]),
    ]
    amounts = [round(chance.uniform(1, 9000), 2), chance.randint(1, 9000), round(chance.uniform(1, 9000), 4)]
    days = [day + dt.timedelta(days=chance.randint(0, 364)) for _ in DAYS]
    share = chance.randint(-300, 900) / 1000
    return [
        *texts,
        f"备注{row % 997}",
        "1—5月",
        *amounts,
        share,
        *days,
        *(chance.randint(0, 900) for _ in range(8)),
    ]


def text_of(column: int, value: object) -> str:
    """A cell's value in the words in which it was shown."""
    if column == PERCENT and isinstance(value, int | float):
        return f"{Decimal(str(value)).scaleb(2):f}%"
    return value.date().isoformat() if isinstance(value, dt.datetime) else str(value)


def checksum(rows: Iterable[Iterable[str]]) -> str:
    """SHA-256 of all cells, row by row."""
    written = hashlib.sha256()
    for row in rows:
        written.update(("\x1f".join(row) + "\n").encode())
    return written.hexdigest()
