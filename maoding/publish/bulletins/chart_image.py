"""Chart image: what does a chart look like that no browser draws?

ECharts runs inside this process (QuickJS) and gives SVG; `make setup` brings both. Every drawing gets a runtime of its
own: ids count from nought, chance and clock stand still, so that the same option gives the same bytes in any thread.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import quickjs

from maoding.terms.language import say

ECHARTS = Path(__file__).parent.parent / "static" / "vendor" / "echarts.min.js"
FONT = "Noto Serif CJK SC"
WIDTH = 560  # pixels; at 156 mm a label of 12 pixels prints at 9.5 points
SECONDS, MEMORY, STACK = 20, 512 * 2**20, 2**20
# Advance widths of FONT from the blank to the tilde, in thousandths of its size; a test measures them again. All
# else stands on a square but for the few below, so ECharts knows how long a label is without a canvas to ask.
ASCII = (
    256, 308, 376, 574, 550, 923, 779, 196, 364, 364, 478, 580, 327, 346, 327, 352, 557, 471, 558, 557, 555, 558,
    558, 549, 558, 562, 327, 327, 580, 580, 580, 432, 912, 718, 670, 691, 770, 652, 629, 741, 853, 405, 402, 731,
    625, 975, 796, 767, 641, 767, 715, 567, 659, 797, 714, 1053, 700, 687, 605, 344, 352, 344, 580, 563, 435, 557,
    638, 538, 629, 546, 388, 566, 663, 332, 311, 607, 334, 974, 661, 596, 638, 607, 462, 473, 367, 653, 548, 838,
    564, 552, 498, 374, 316, 374, 580,
)  # fmt: skip
OTHERS = {"\u00a0": 256, "·": 327, "\u2009": 200, "\u2013": 563, "\u2014": 890, "\u2212": 580}
BOLD = 1.06

BEFORE = """
    const Clock = Date;
    Date = class extends Clock {
        constructor(...given) { if (given.length) super(...given); else super(0); }
        static now() { return 0; }
    };
    Math.random = () => 0.5;
    const setTimeout = () => 0, clearTimeout = () => undefined;
"""
AFTER = """
    function draw(option, width, height, widths, bold) {
        const each = JSON.parse(widths);
        const measureText = (text, font) => {
            const size = parseFloat(/([\\d.]+)px/.exec(font || "12px")[1]);
            const heavier = /bold|[6-9]00/.test(font || "") ? bold : 1;
            let thousandths = 0;
            for (const letter of String(text)) thousandths += each[letter] ?? 1000;
            return { width: thousandths / 1000 * size * heavier };
        };
        echarts.setPlatformAPI({ measureText });
        const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width, height });
        chart.setOption(JSON.parse(option));
        return chart.renderToSVGString();
    }
"""


class ChartsMissingError(LookupError):
    """ECharts is not where `make setup` puts it."""


def svg(option: dict[str, Any], width: int = WIDTH, height: int = WIDTH // 2) -> str:
    """SVG of an ECharts option made of plain data, in pixels, set in `FONT` and without motion.

    ValueError where ECharts cannot draw it or an amount is no number; ChartsMissingError before `make setup`.
    """
    style = {**option.get("textStyle", {}), "fontFamily": f"{FONT}, serif"}
    still = {**option, "animation": False, "useUTC": True, "textStyle": style}
    given = json.dumps(still, ensure_ascii=False, allow_nan=False)
    context = quickjs.Context()
    context.set_memory_limit(MEMORY)
    context.set_max_stack_size(STACK)
    context.set_time_limit(SECONDS)
    try:
        context.eval(BEFORE + _library() + AFTER)
        return str(context.get("draw")(given, width, height, json.dumps(_widths()), BOLD))
    except (quickjs.JSException, quickjs.StackOverflow) as fault:
        first = str(fault).partition("\n")[0]
        raise ValueError(say("图表画不出来：{fault}", fault=first)) from fault


@cache
def _library() -> str:
    if not ECHARTS.is_file():
        raise ChartsMissingError(say("没有图表程序 echarts.min.js，请先运行 make setup"))
    return ECHARTS.read_text(encoding="utf-8")


def _widths() -> dict[str, int]:
    return {chr(code): width for code, width in enumerate(ASCII, start=32)} | OTHERS
