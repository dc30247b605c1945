"""What does a clerk read for each kind of bad input? Frozen, so that every change of a message is seen."""

import zipfile

import xlsxwriter

from maoding.intake.feeds import read_feed
from tests.intake.conftest import TODAY, WORDS
from tests.intake.old_format import compound, xls
from tests.intake.test_workbooks import HEAD, ROW

HEADINGS = "主体,指标,时期,数值,单位,同比(%),状态,发布日期,来源"
GOOD = "太仓市,GDP,2021年1-6月,756.3,亿元,11.7,快报,2021-07-15,统计月报"
TEXTS = {
    "01 国标编码": (GOOD, "gb18030"),
    "02 全角与千分位": (GOOD.replace("756.3", '"７，５６３．０"').replace("11.7", "１１．７％"), "utf-8-sig"),
    "03 数里写亿": (GOOD.replace("756.3,亿元", "756.3亿,"), "utf-8"),
    "04 没有年份": (GOOD.replace("2021年1-6月", "1-6月"), "utf-8"),
    "05 十三月": (GOOD.replace("1-6月", "13月"), "utf-8"),
    "06 一月投资": (GOOD.replace("GDP,2021年1-6月", "FAI,2021年1月"), "utf-8"),
    "07 没有时期": (GOOD.replace("2021年1-6月", ""), "utf-8"),
    "08 单位不合": (GOOD.replace("亿元", "亿美元"), "utf-8"),
    "09 陌生主体": (GOOD.replace("太仓市", "太仓镇"), "utf-8"),
    "10 陌生指标": (GOOD.replace("GDP", "生产总值"), "utf-8"),
    "11 日期在后": (GOOD.replace("2021-07-15", "2021-08-01"), "utf-8"),
    "12 陈旧转载": (GOOD.replace("快报", "stale"), "utf-8"),
    "13 重复的行": (f"{GOOD}\n{GOOD}", "utf-8"),
    "14 两个数": (f"{GOOD}\n{GOOD.replace('756.3', '760')}", "utf-8"),
    "15 又一版本": (f"{GOOD}\n{GOOD.replace('756.3', '760').replace('快报', '最终核实')}", "utf-8"),
    "16 一格坏一格好": (GOOD.replace("11.7", "很快"), "utf-8"),
    "17 什么都不对": ("天仓,GDPP,近期,很多,亿元,,,下周,", "utf-8"),
    "18 缩写的数": (GOOD.replace("756.3", "7.56E+02"), "utf-8"),
}


def books(folder):
    """Workbooks that are wrong in one way each."""
    with xlsxwriter.Workbook(folder / "30 公式与错误值.xlsx") as workbook:
        sheet = workbook.add_worksheet("一月")
        sheet.write_row(0, 0, HEAD)
        for row, value in enumerate((756.3, "", "#REF!"), 1):
            sheet.write_row(row, 0, ROW)
            sheet.write_formula(row, 3, "=1", None, value)
        workbook.add_worksheet("底稿").hide()
    with xlsxwriter.Workbook(folder / "31 其实是工作簿.csv") as workbook:
        workbook.add_worksheet("数据").write_row(0, 0, ["甲", "乙"])
    (folder / "32 其实是文字.xlsx").write_text(f"{HEADINGS}\n{GOOD}\n", encoding="utf-8")
    (folder / "33 有密码.xlsx").write_bytes(compound({"EncryptedPackage": b"x"}))
    (folder / "34 旧格式.xls").write_bytes(xls([HEAD, ["太仓市", "RATE", "2021年1-6月", 0.306, "%"]]))
    with zipfile.ZipFile(folder / "35 压缩炸弹.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", bytes(40 * 2**20))
    (folder / "36 传了一半.xlsx").write_bytes((folder / "30 公式与错误值.xlsx").read_bytes()[:900])
    (folder / "37 网页.xls").write_text("<html><table>", encoding="utf-8")
    (folder / "38 文稿.csv").write_bytes(b"%PDF-1.7")
    (folder / "39 空的.csv").write_bytes(b"")
    (folder / "40 引号.csv").write_text(f'{HEADINGS}\n"{GOOD}\n', encoding="utf-8")
    (folder / "41 缺列.csv").write_text("主体,指标,说明\n太仓市,GDP,增长较快\n", encoding="utf-8")


def test_what_a_clerk_is_told_of_bad_input(tmp_path, golden):
    for name, (rows, encoding) in TEXTS.items():
        (tmp_path / f"{name}.csv").write_bytes(f"{HEADINGS}\n{rows}\n".encode(encoding))
    books(tmp_path)
    lines = []
    for path in sorted(tmp_path.iterdir()):
        read = read_feed(path, WORDS, TODAY)
        lines.append(
            f"# {path.name}：{read.rows_in} 行，退回 {read.rejected} 行，记下 {len(read.entries)} 条"
        )
        lines += [f"退回 {problem}" for problem in (*read.failures, *read.rejections)]
        lines += [f"未入 {problem}" for problem in read.lost_cells]
        lines += [f"留意 {problem}" for problem in read.remarks]
    golden("bad_input/messages.txt", "\n".join(lines) + "\n")
