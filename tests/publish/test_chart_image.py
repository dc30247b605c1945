"""Charts drawn without a browser: the same option the same picture, labels where there is room, faults in words."""

import concurrent.futures
import hashlib
import itertools
import json
import re
import subprocess
import sys

import pytest
import typst

from maoding.publish.bulletins import chart_image
from maoding.publish.bulletins.chart_image import ASCII, BOLD, FONT, OTHERS, WIDTH, ChartsMissingError, svg
from tests.publish import letters

OPTION = letters.chart().option
TEXT = re.compile(
    r'<text[^>]*text-anchor="(\w+)"[^>]*font-size:(\d+)px[^>]*translate\(([\d.-]+) ([\d.-]+)\)[^>]*>([^<]*)<'
)
AGAIN = """
import hashlib, sys
from tests.publish import letters
from maoding.publish.bulletins.chart_image import svg
print(hashlib.sha256(svg(letters.chart().option).encode()).hexdigest())
"""


def placed(drawn):
    """Of each text its left, right and middle in pixels; the faces' widths are those a test below measures."""
    for anchor, size, x, y, text in TEXT.findall(drawn):
        long = sum((dict(enumerate(ASCII, 32)).get(ord(each)) or OTHERS.get(each, 1000)) for each in text)
        wide = long * int(size) / 1000
        left = float(x) - wide * {"start": 0, "middle": 0.5, "end": 1}[anchor]
        yield left, left + wide, float(y), text


def test_the_same_option_gives_the_same_bytes_in_every_thread_and_process():
    first = svg(OPTION)
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as threads:
        assert set(threads.map(svg, [OPTION] * 3)) == {first}
    again = subprocess.run([sys.executable, "-c", AGAIN], capture_output=True, text=True, check=True)
    assert again.stdout.strip() == hashlib.sha256(first.encode()).hexdigest()


def test_a_chart_keeps_its_option_and_draws_every_label():
    before = json.dumps(OPTION)
    drawn = svg(OPTION, height=260)
    assert json.dumps(OPTION) == before
    assert f'width="{WIDTH}" height="260"' in drawn
    texts = {text for *_, text in placed(drawn)}
    assert texts >= {*OPTION["yAxis"]["data"], "完成率", "序时进度", "48.53\u2009%"}
    assert set(re.findall(r"font-family:([^;]+);", drawn)) == {f"{FONT}, serif"}


def test_no_label_is_cut_and_no_names_lie_on_each_other():
    labels = list(placed(svg(OPTION, height=260)))
    assert not [text for left, right, _, text in labels if left < 0 or right > WIDTH]
    names = sorted(y for *_, y, text in labels if text in OPTION["yAxis"]["data"])
    assert min(later - sooner for sooner, later in itertools.pairwise(names)) > 16


def test_long_names_of_months_give_way_to_one_another():
    months = [f"2021年{month}月累计完成" for month in range(1, 13)]
    option = {
        "xAxis": {"type": "category", "data": months, "axisLabel": {"hideOverlap": True}},
        "yAxis": {"type": "value"},
        "series": [{"type": "line", "data": list(range(12))}],
    }
    shown = sorted(each for each in placed(svg(option)) if each[3] in months)
    assert 2 <= len(shown) < 12
    assert all(sooner[1] <= later[0] for sooner, later in itertools.pairwise(shown))


def test_what_a_label_says_is_only_text():
    drawn = svg(OPTION | {"title": {"text": "<script>&{{ 1 }}</script>"}})
    assert "&lt;script&gt;&amp;{{ 1 }}" in drawn


def test_the_widths_that_labels_are_laid_out_by_are_those_of_the_face():
    letters_measured = [*map(chr, range(32, 127)), *OTHERS]
    source = f"""#let letters = json("letters.json")
    #let wide(word, weight) = measure(text(font: "{FONT}", size: 1000pt, weight: weight, word)).width.pt()
    #context [#metadata(letters.map(each => wide("|" + each + "|", 400) - wide("||", 400))) <plain>]
    #context [#metadata(wide("国民abc123", 700) / wide("国民abc123", 400)) <bold>]"""
    files = {"main.typ": source.encode(), "letters.json": json.dumps(letters_measured).encode()}
    measured = json.loads(typst.query(files, "<plain>", field="value", one=True))
    said = dict(zip(map(chr, range(32, 127)), ASCII, strict=True)) | OTHERS
    assert {each: round(wide) for each, wide in zip(letters_measured, measured, strict=True)} == said
    assert 1 < json.loads(typst.query(files, "<bold>", field="value", one=True)) <= BOLD


@pytest.mark.parametrize(
    "option", [{"series": [{"type": "bar", "data": [float("nan")]}]}, {"xAxis": {"type": "no such axis"}}]
)
def test_what_cannot_be_drawn_is_refused(option):
    with pytest.raises(ValueError, match=r"."):
        svg(option)


def test_without_echarts_the_reader_hears_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setattr(chart_image, "ECHARTS", tmp_path / "echarts.min.js")
    chart_image._library.cache_clear()
    with pytest.raises(ChartsMissingError, match="make setup"):
        svg(OPTION)
