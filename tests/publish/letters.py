"""Letters: made-up bulletins that hold everything a layout must carry. No town, body or number in them is real."""

import dataclasses
import datetime as dt

from maoding.publish.bulletins.letter import (
    Cell,
    Chart,
    Cited,
    Head,
    Heading,
    Letter,
    Paragraph,
    Released,
    Sentence,
    Table,
)

DAY = dt.date(2021, 7, 8)
AWKWARD = 'A#*_$@<b>&amp; {{ 7*7 }} {% if %} {_{ }} \\ "“” #let x = 1 — ～ ½'
LONG = "https://www.example.org/" + "a_very_long_address_without_any_break/" * 5
LIGHTS = (("● 绿", "good"), ("▲ 黄", "watch"), ("■ 红", "bad"), ("– 无", "neutral"))


def said(number, text, *sources):
    return Sentence(f"s{number}", text, sources)


def progress(rows):
    """A table of targets, one row each, with numbers, lights and sources."""
    heads = (
        Head("目标", width=5),
        Head("年度目标", "亿元", numeric=True, width=2),
        Head("累计完成", "亿元", numeric=True, width=2),
        Head("完成率", "%", numeric=True, width=2),
        Head("较序时", "百分点", numeric=True, width=2),
        Head("灯", width=2),
    )
    names = ("省重大项目投资", "全社会固定资产投资", "一般公共预算收入", "规模以上工业总产值", "实际使用外资")
    lines = []
    for number in range(rows):
        light, tone = LIGHTS[number % len(LIGHTS)]
        lines.append(
            (
                Cell(f"{names[number % len(names)]}（第{number + 1}项）"),
                Cell(f"{(number * 137.31 + 62.1):,.2f}", sources=(1,)),
                Cell(f"{(number * 71.11 + 19):,.2f}", sources=(1, 2)),
                Cell(f"{(30.6 + number * 1.17) % 100:.1f}"),
                Cell(f"{number - 11.1:+.1f}".replace("-", "−")),
                Cell(light, tone),
            )
        )
    return Table(
        "重点目标进度一览", heads, tuple(lines), "注：完成率按原值计算后四舍五入；“–”表示规则未亮灯。"
    )


def districts():
    heads = (
        Head("区镇", width=3),
        Head("项目数", "个", numeric=True, width=2),
        Head("开工", "个", numeric=True, width=2),
    )
    rows = tuple((Cell(name), Cell("111", sources=(3,)), Cell("88")) for name in ("甲镇", "乙镇", "丙街道"))
    return Table("各区镇项目开工情况", heads, rows)


def overdue():
    heads = (Head("事项", width=6), Head("说明", width=7), Head("截止", width=2))
    rows = (
        (Cell("高铁站场及周边配套道路"), Cell("设计变更，待会办。"), Cell("6月30日")),
        (Cell(AWKWARD), Cell("Donaudampfschifffahrtsgesellschaftskapitän " + "x" * 60), Cell("2021-06-30")),
    )
    return Table("需协调事项", heads, rows)


def chart():
    names = ["省重大项目投资", "全社会固定资产投资", "一般公共预算收入", "规模以上工业总产值", "实际使用外资"]
    option = {
        "grid": {"left": 8, "right": 48, "top": 36, "bottom": 8, "containLabel": True},
        "legend": {"top": 0, "data": ["完成率", "序时进度"]},
        "xAxis": {"type": "value", "max": 100, "axisLabel": {"formatter": "{value}\u2009%"}},
        "yAxis": {"type": "category", "inverse": True, "data": names},
        "series": [
            {
                "type": "bar",
                "name": "完成率",
                "data": [30.6, 56, 61.2, 48.53, 55],
                "color": "#0b5f63",
                "barWidth": 14,
                "label": {"show": True, "position": "right", "formatter": "{c}\u2009%"},
            },
            {"type": "line", "name": "序时进度", "data": [50] * 5, "symbol": "none", "color": "#a3241a"},
        ],
        "tooltip": {"trigger": "axis"},
    }
    return Chart("主要目标完成率与序时进度", option, "五项目标中，一项低于序时进度，四项相当或超前。", 260)


SOURCES = (
    Cited(
        1,
        "S001",
        "某市统计局",
        "2021年1—5月主要经济指标",
        "2021年6月",
        "https://www.example.org/stat/2021-05",
    ),
    Cited(2, "S002", "某市人民政府", "政府工作报告", "2021年1月12日", ""),
    Cited(3, "S003", "某报", AWKWARD, "未标日期", LONG),
)


def body(rows):
    return (
        Paragraph(
            (
                said(
                    1,
                    "截至2021年6月30日所知，全市56项年度目标中，有实绩可比的25项，其中3项落后于序时进度。",
                    1,
                    2,
                ),
                said(
                    2,
                    "时间已过5/12，省重大项目投资完成19\u2009亿元，占年度计划的30.6\u2009%，低于序时进度11.07个百分点。",
                    1,
                ),
            )
        ),
        Heading("一、总体情况"),
        Heading("（一）投资", level=2),
        Paragraph(
            (
                said(3, "全社会固定资产投资可比口径增长15.4\u2009%。", 1),
                said(4, "增速与两期数额相除不等，按公布数列示。"),
            )
        ),
        progress(rows),
        Heading("（二）图示", level=2),
        Paragraph((said(5, "完成率与序时进度对照如下。"),)),
        chart(),
        Heading("二、区镇"),
        districts(),
        Heading("三、需协调事项 " + AWKWARD),
        Paragraph((said(6, AWKWARD, 3), said(7, "网址见" + LONG + "。"))),
        overdue(),
        Paragraph((said(8, "请各有关单位对照序时，倒排工期，按月报送进展。"),)),
    )


def everything(rows=45):
    """A Chinese letter with each kind of block, a table over two pages, and characters no template may obey."""
    return Letter(
        kind="mid-year",
        language="zh",
        day=DAY,
        organ="某市发展和改革委员会文件",
        reference="某发改〔2021〕17号",
        title="关于2021年上半年国民经济和社会发展主要目标“双过半”完成情况的通报",
        addressee="各区镇人民政府（管委会）、街道办事处，市各有关部门、直属单位：",
        blocks=body(rows),
        signed="某市发展和改革委员会",
        dated="2021年7月8日",
        notes=("此件公开发布", "本通报由锚定按公开数据生成，未经核对不得引用"),
        sources=SOURCES,
        sample="样稿：据公开数据生成，不是正式公文",
        released=(
            Released("s4", "增速与两期数额相除不等，按公布数列示。", "基数已按可比口径调整，见统计局说明。"),
        ),
    )


def typical():
    """Three tables and a chart, as a mid-year bulletin has them."""
    return everything(rows=18)


def bare():
    """Nothing but a title and a paragraph: no head, no sources, no signature."""
    return Letter(
        kind="note",
        language="zh",
        day=DAY,
        organ="",
        reference="",
        title="情况说明",
        addressee="",
        blocks=(Paragraph((said(1, "尚无数据。"),)),),
        signed="",
        dated="",
        notes=(),
        sources=(),
    )


def english_targets():
    heads = (
        Head("Target", width=5),
        Head("Promised", "million yuan", numeric=True, width=2),
        Head("Done", "million yuan", numeric=True, width=2),
        Head("Light", width=2),
    )
    rows = (
        (
            Cell("Investment in major provincial projects"),
            Cell("6,210", sources=(1,)),
            Cell("1,900"),
            Cell("▲ yellow", "watch"),
        ),
        (
            Cell("Internationalisation-of-administrative-procedures index"),
            Cell("100"),
            Cell("62.5"),
            Cell("● green", "good"),
        ),
    )
    return Table("Main targets", heads, rows, "Completion is worked out from unrounded figures.")


def english_body():
    return (
        Heading("1. Overview"),
        Paragraph(
            (
                said(
                    1,
                    "Of 56 targets for the year, 25 have figures to compare; three are behind schedule.",
                    1,
                    2,
                ),
                said(
                    2,
                    "Investment in major projects stands at 30.6% of the year's plan, 11.07 points behind.",
                    1,
                ),
            )
        ),
        Heading("1.1 Targets", level=2),
        english_targets(),
        chart(),
    )


def english():
    """The same bulletin for a reader of English, with a date longer than the name that signs."""
    return dataclasses.replace(
        everything(),
        language="en",
        organ="Development and Reform Commission of Sometown",
        reference="No. 17 of 2021",
        title="How far the main targets for 2021 were met by the middle of the year",
        addressee="To all districts, towns and departments:",
        blocks=english_body(),
        signed="DRC",
        dated="8 July 2021",
        notes=("For general release",),
        sources=SOURCES[:2],
        sample="Sample made from published data, not an official letter",
        released=(),
    )


def texts(letter):
    """Every text a reader of the letter must find in it."""
    yield from (letter.organ, letter.reference, letter.title, letter.addressee, letter.signed, letter.dated)
    yield from letter.notes
    for block in letter.blocks:
        yield from _texts(block)
    for source in letter.sources:
        yield from (source.code, source.publisher, source.title, source.published, source.address)
    for each in letter.released:
        yield from (each.text, each.reason)


def _texts(block):
    if isinstance(block, Heading):
        yield block.text
    if isinstance(block, Paragraph):
        yield from (sentence.text for sentence in block.sentences)
    if isinstance(block, Chart):
        yield block.title
    if isinstance(block, Table):
        yield from (block.title, block.note)
        yield from (part for head in block.heads for part in (head.text, head.unit))
        yield from (cell.text for row in block.rows for cell in row)
