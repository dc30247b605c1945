"""Workbooks: what does each sheet of an Excel file hold, and what did its cells look like on the screen?"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation

import fastexcel
import polars as pl

from maoding.intake import anatomy
from maoding.intake.anatomy import Anatomy
from maoding.intake.archives import bomb, broken, opened
from maoding.intake.heads import find_head
from maoding.intake.problems import Problem, UnreadableFileError, about_file
from maoding.intake.tables import Spot, Table
from maoding.terms.language import say

MOST_CELLS = 30_000_000
MIDNIGHT = " 00:00:00"
TEXTS = "xl/sharedstrings.xml"
MOST_TEXT = 2**31
CHARTS = "chartsheets/"
HEAD_ROWS = 60


def read_xlsx(data: bytes, file: str, is_heading: Callable[[str], bool]) -> list[Table]:
    """Tables of a workbook (.xlsx, .xlsm), one for each visible sheet that holds anything.

    Raises:
        UnreadableFileError: locked, broken, a zip bomb, laid out too wide, or without any visible table.
    """
    parts = opened(data, file)
    names = anatomy.sheet_parts(parts)
    sheets = [parts[name] for name in names if name in parts]
    if anatomy.shared_text(parts.get(TEXTS, b""), sheets, MOST_TEXT) > MOST_TEXT:
        raise bomb(file)
    shown, recalculated = anatomy.styles(parts), anatomy.is_recalculated(parts)
    bodies: dict[int, Anatomy | None] = {}
    for number, name in enumerate(names):
        if CHARTS in name:
            continue
        if name not in parts:
            raise broken(file)
        body = anatomy.anatomy(parts[name], shown, recalculated=recalculated)
        _check(body, file)
        bodies[number] = body
    return _tables(_sheets(data, file, bodies), file, is_heading)


def read_xls(data: bytes, file: str, is_heading: Callable[[str], bool]) -> list[Table]:
    """Tables of a legacy workbook (.xls), whose number formats and merged cells stay unseen."""
    seen = _tables(_sheets(data, file, None), file, is_heading)
    remark = about_file(
        file,
        say("旧格式 .xls 看不到百分比等显示格式，也看不到合并单元格"),
        say("请核对读到的内容，最好另存为 .xlsx 再上传"),
    )
    return _with_remarks(seen, [remark])


def _check(body: Anatomy, file: str) -> None:
    if not body.placed:
        raise UnreadableFileError(
            about_file(file, say("工作簿的单元格没有写明位置"), say("请用 Excel 打开，另存为 .xlsx 后再上传"))
        )
    if body.extent > MOST_CELLS:
        raise UnreadableFileError(
            about_file(
                file,
                say("有内容写在很远的行或列，整张表大得读不了"),
                say("请按 Ctrl+End 找到最后一格，删去数据以外的行和列，保存后再上传"),
            )
        )


def _tables(
    sheets: Iterable[tuple[fastexcel.ExcelSheet, Anatomy | None]],
    file: str,
    is_heading: Callable[[str], bool],
) -> list[Table]:
    tables, remarks = [], []
    for sheet, body in sheets:
        if sheet.visible != "visible":
            remarks.append(
                about_file(
                    file, say("工作表是隐藏的，没有读"), say("如要导入，请取消隐藏后再上传"), sheet.name
                )
            )
        elif sheet.total_height and sheet.width and (table := _table(sheet, file, body, is_heading)):
            tables.append(table)
    if not tables:
        raise UnreadableFileError(
            about_file(file, say("工作簿里没有可见的数据"), say("请检查是否选错了文件，或取消隐藏工作表"))
        )
    return _with_remarks(tables, remarks)


def _with_remarks(tables: list[Table], remarks: Iterable[Problem]) -> list[Table]:
    return [replace(tables[0], remarks=(*tables[0].remarks, *remarks)), *tables[1:]]


def _sheets(
    data: bytes, file: str, bodies: Mapping[int, Anatomy | None] | None
) -> list[tuple[fastexcel.ExcelSheet, Anatomy | None]]:
    """Every sheet as text, rows counted from the first, with what its own text told of it."""
    try:
        book = fastexcel.read_excel(data)
        chosen = bodies if bodies is not None else dict.fromkeys(range(len(book.sheet_names)))
        return [
            (book.load_sheet(number, header_row=None, skip_rows=0, dtypes="string"), body)
            for number, body in chosen.items()
        ]
    except BaseException as error:
        # A broken file may make the reader panic, which is no ordinary exception; the user's own stop is let through.
        if isinstance(error, KeyboardInterrupt | SystemExit):
            raise
        raise broken(file) from error


def _table(
    sheet: fastexcel.ExcelSheet, file: str, body: Anatomy | None, is_heading: Callable[[str], bool]
) -> Table | None:
    frame = sheet.to_polars()
    first = int(sheet.available_columns()[0].absolute_index or 0) + 1
    frame.columns = [f"c{number}" for number in range(frame.width)]
    frame = frame.select(pl.all().fill_null("").str.strip_suffix(MIDNIGHT))
    merged: frozenset[Spot] = frozenset()
    if body:
        frame = patched(frame, _as_shown(frame, body, first))
        spread, merged = _spread(frame, body, first)
        frame = patched(frame, spread)
    head = find_head(frame.head(HEAD_ROWS).rows(), is_heading)
    if head is None:
        return None
    return Table(
        file=file,
        sheet=sheet.name,
        head_row=head.start + 1,
        first_row=head.start + head.depth + 1,
        heads=head.heads,
        frame=frame,
        titles=_titles(frame, head.start),
        first_column=first,
        formats_seen=body is not None,
        spoilt={(row, column - first): what for (row, column), what in body.spoilt.items()} if body else {},
        merged=merged,
    )


def _titles(frame: pl.DataFrame, rows: int) -> tuple[str, ...]:
    """Different texts above the head."""
    return tuple(dict.fromkeys(cell for row in frame.head(rows).rows() for cell in row if cell.strip()))


def patched(frame: pl.DataFrame, texts: Mapping[Spot, str]) -> pl.DataFrame:
    """The frame with some cells written anew."""
    columns: dict[int, list[str]] = {}
    for (row, column), text in texts.items():
        if column not in columns:
            columns[column] = frame.to_series(column).to_list()
        columns[column][row - 1] = text
    return frame.with_columns(
        pl.Series(f"c{column}", cells, dtype=pl.String) for column, cells in columns.items()
    )


def _as_shown(frame: pl.DataFrame, body: Anatomy, first: int) -> dict[Spot, str]:
    """Percentages as the screen shows them (0.306 → 30.6%), and days that are shown as months (2021-06)."""
    texts: dict[Spot, str] = {}
    for refs, shown in ((body.percents, _percent), (body.months, _month)):
        columns = {column for _, column in refs if 0 <= column - first < frame.width}
        cells = {column: frame.to_series(column - first).to_list() for column in columns}
        for row, column in refs:
            if column in cells and 1 <= row <= frame.height:
                texts[row, column - first] = shown(cells[column][row - 1])
    return texts


def _percent(cell: str) -> str:
    try:
        return f"{Decimal(cell).scaleb(2):f}%"
    except InvalidOperation:
        return cell


def _month(cell: str) -> str:
    return cell[:7] if len(cell) == 10 and cell[4] == cell[7] == "-" else cell


def _spread(frame: pl.DataFrame, body: Anatomy, first: int) -> tuple[dict[Spot, str], frozenset[Spot]]:
    """What stands in the first cell of a merged block, for its other cells; and the cells no number can be told of."""
    texts: dict[Spot, str] = {}
    merged: set[Spot] = set()
    for top, left, bottom, right in body.merges:
        rows = range(top, min(bottom, frame.height) + 1)
        columns = range(max(left - first, 0), min(right - first, frame.width - 1) + 1)
        inside = top > 0 and left >= first and rows and columns
        if not inside or len(merged) + len(rows) * len(columns) > MOST_CELLS:
            continue
        text, corner = str(frame.item(top - 1, left - first)), (top, left - first)
        block = {(row, column) for row in rows for column in columns}
        merged |= block if len(rows) > 1 else block - {corner}
        if text:
            texts |= dict.fromkeys(block - {corner}, text)
    return texts, frozenset(merged)
