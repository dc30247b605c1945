"""The plan of a bulletin: is it read as written, and is what cannot be used refused with place and mend?"""

from pathlib import Path

import pytest
from django.conf import settings

from maoding.publish.bulletins.charts import CHARTS
from maoding.publish.bulletins.findings import EVERYWHERE, FINDINGS
from maoding.publish.bulletins.plan import Sentences, TablePart, Wording
from maoding.publish.bulletins.plan_faults import BadPlanError
from maoding.publish.bulletins.plans import NoSuchKindError, kinds, plan, word_template
from maoding.publish.bulletins.reading import read_plan
from maoding.publish.bulletins.typed_numbers import has_digit, typed_numbers
from maoding.terms.language import spoken
from maoding.terms.pack import Pack
from tests.publish.bulletin_town import HEAD, PLANS, brief, shipped

GOOD = """
  - heading: {zh: 情况, en: State}
    parts:
      - sentences:
          finding: promises
          where: {state: [behind, near], paced: yes}
          order: [-ahead]
          say: {zh: "{name}完成{actual}。", en: "{name}: {actual}."}
          none: {zh: 没有。, en: None.}
"""


def faults(folder: Path, sections: str, head: str = HEAD) -> str:
    """What is told of a plan that cannot be used."""
    file = folder / "brief.yaml"
    file.write_text(head + sections, encoding="utf-8")
    with pytest.raises(BadPlanError) as told:
        read_plan(file)
    return str(told.value)


def saying(zh: str, en: str = "Text.") -> str:
    """A section with one sentence on each promise."""
    said = f"{{zh: {zh!r}, en: {en!r}}}"
    return f"  - parts:\n      - sentences: {{finding: promises, say: {said}}}\n"


def part(text: str) -> str:
    """A section with one part, written in one line."""
    return f"  - parts:\n      - {text}\n"


def each(text: str) -> str:
    """A section with a sentence on each promise, and something besides."""
    return part(f"sentences: {{finding: promises, {text}, say: {{zh: 好, en: ok}}}}")


def table(columns: str) -> str:
    """A section with a table."""
    return part(f"table: {{finding: promises, title: {{zh: 表, en: Table}}, columns: {columns}}}")


def test_a_plan_is_read_as_written(tmp_path):
    found = brief(tmp_path, GOOD)
    (section,) = found.sections
    (sentences,) = section.parts
    assert isinstance(sentences, Sentences)
    assert section.heading == Wording("情况", "State")
    assert sentences.rows.finding == "promises"
    assert sentences.rows.year == "this"
    assert sentences.rows.where == {"state": ("behind", "near"), "paced": ("yes",)}
    assert sentences.rows.order == ("-ahead",)
    assert sentences.none == Wording("没有。", "None.")
    assert len(found.digest) == 64


@pytest.mark.parametrize("kind", ["mid-year", "plan-report"])
def test_the_plans_that_ship_can_be_used(kind):
    found = shipped(kind)
    parts = [each for section in found.sections for each in section.parts]
    assert any(isinstance(each, TablePart) for each in parts)
    assert found.kind == kind


def test_the_pack_tells_its_kinds_and_refuses_others():
    pack = Pack(PLANS.parent)
    assert kinds(pack) == ("mid-year", "plan-report")
    assert plan(pack, "mid-year").kind == "mid-year"
    with pytest.raises(NoSuchKindError, match="没有名为 weekly 的通报。现有：mid-year、plan-report"):
        plan(pack, "weekly")


def test_a_pack_without_plans_says_where_to_write_one(tmp_path):
    with pytest.raises(NoSuchKindError, match="bulletins 文件夹"):
        plan(Pack(tmp_path), "mid-year")
    assert word_template(Pack(tmp_path), "zh") is None
    (tmp_path / "bulletins").mkdir()
    (tmp_path / "bulletins" / "letter.en.docx").touch()
    assert word_template(Pack(tmp_path), "en") == tmp_path / "bulletins" / "letter.en.docx"


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("完成6项", ["6"]),
        ("完成６亿元", ["６"]),
        ("约1,234.5亿元。", ["1,234.5"]),
        ("第③项", ["③"]),
        ("Ⅳ类", ["Ⅳ"]),
        ("½", ["½"]),
        ("三项落后", ["三项"]),
        ("两倍", ["两倍"]),
        ("十二个月", ["十二个"]),
        ("三亿元", ["三亿元"]),
        ("几十家", ["几十家"]),
        ("百余家", ["百余家"]),
        ("十余家", ["十余家"]),
        ("五年", ["五年"]),
        ("四成", ["四成"]),
        ("two of the TWELVE", ["two", "TWELVE"]),
    ],
)
def test_a_number_is_found_in_whatever_script_it_is_typed(text, typed):
    assert typed_numbers(text) == typed


@pytest.mark.parametrize(
    "text",
    [
        "双过半",
        "十四五规划",
        "一是抓开工，二是抓进度",
        "单位：亿元，百分点",
        "进一步",
        "统一年度口径",
        "单一项目",
        "one of them",
        "",
    ],
)
def test_words_that_only_hold_a_numeral_stay(text):
    assert typed_numbers(text) == []


def test_a_digit_of_any_script_is_a_digit():
    assert has_digit("第٣")
    assert not has_digit("〇三")


@pytest.mark.parametrize("typed", ["完成19亿元。", "完成１９亿元。", "共三项。"])
def test_a_number_typed_into_a_sentence_is_refused_with_file_line_place_and_mend(tmp_path, typed):
    told = faults(tmp_path, saying(typed))
    line = HEAD.count("\n") + 2
    assert f"brief.yaml 第 {line} 行“sections[1].parts[1].sentences.say.zh”：文中直接写了数“" in told
    assert "请改用占位，如 {behind}" in told


@pytest.mark.parametrize(
    ("where", "head"),
    [
        ("title.zh", HEAD.replace("{year}年情况", "2021年情况")),
        ("organ.en", HEAD.replace("An organ", "Organ No. 4")),
        ("addressee.zh", HEAD.replace("各单位", "七个单位")),
        ("describes.en", HEAD.replace("a page", "three pages")),
    ],
)
def test_nor_can_one_be_typed_into_what_stands_around(tmp_path, where, head):
    assert f"“{where}”：文中直接写了数" in faults(tmp_path, GOOD, head)


def test_all_faults_are_told_at_once(tmp_path):
    told = faults(tmp_path, saying("完成19亿元，共三项，{nonsense}。", "{nonsense}"))
    assert told.count("brief.yaml") == 4


@pytest.mark.parametrize(
    ("sections", "told"),
    [
        (saying("{namee}", "{namee}"), "没有“namee”这个占位。是否要写 name"),
        (saying("{name}", "Text."), "两种文字用的占位不同：name"),
        (saying("{name", "Text."), "花括号没有配对"),
        (saying("{name:>9}", "{name}"), "占位“name”里只能写名称"),
        (saying("{}", "{}"), "占位“”里只能写名称"),
        (part("sentences: {finding: promise, say: {zh: 好, en: ok}}"), "没有名为“promise”的结论。是否要写 promises"),
        (part("sentences: {finding: zzz, say: {zh: 好, en: ok}}"), "没有名为“zzz”的结论。可以写：clock、counts"),
        (part("sentences: {finding: promises}"), "缺少“say”。请补上"),
        (part("sentences: {finding: promises, say: {zh: 好}}"), "缺少“en”"),
        (part("sentences: {finding: promises, say: 好}"), "这里要写成“名称: 内容”"),
        (each("year: next"), "年份不能写“next”"),
        (each("where: {stat: behind}"), "不能按“stat”筛选。是否要写 state"),
        (each("where: {state: behnd}"), "“behnd”没有这个取值。是否要写 behind"),
        (each("order: [ahed]"), "没有“ahed”这一项，不能用来排序。是否要写 ahead"),
        (each("by: subject"), "没有写 join"),
        (each("join: {zh: 、, en: ','}, by: subjct"), "没有“subjct”这一项。是否要写 subject"),
        (each("apart: maybe"), "这里只能写 yes 或 no"),
        (each("colour: red"), "没有“colour”这一项"),
        (table("[nam]"), "没有“nam”这一列。是否要写 name"),
        (table("[{field: name, width: wide}]"), "列宽“wide”不能用"),
        (table("{name: yes}"), "这里要写成列表"),
        (part("chart: {name: complet, title: {zh: 图, en: Chart}}"), "没有名为“complet”的图。是否要写 completion"),
        (part("tabel: {finding: promises}"), "一个部分要写且只写一种内容。是否要写 table"),
        (part("{heading: {zh: 好, en: ok}, sources: {zh: 好, en: ok}}"), "一个部分要写且只写一种内容。可以写："),
        ("  - heading: {zh: 好, en: ok}\n", "缺少“parts”"),
        ("  []\n", "一节也没有"),
    ],
)  # fmt: skip
def test_what_is_unknown_or_out_of_shape_is_refused_with_the_mend(tmp_path, sections, told):
    assert told in faults(tmp_path, sections)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "文件是空的"),
        ("kind: [", "不是可读的 YAML"),
        ("kind: a\nkind: b\n", "“kind”写了两次"),
        ("- a\n- b\n", "这里要写成“名称: 内容”"),
        (HEAD.replace("kind: brief", "kind: other") + GOOD, "名称“other”与文件名不同。请写 brief"),
        (HEAD.replace("organ", "orgna") + GOOD, "没有“orgna”这一项。是否要写 organ"),
    ],
)
def test_a_file_that_is_no_plan_says_what_is_wrong(tmp_path, text, told):
    assert told in faults(tmp_path, "", text)


def test_a_file_in_another_encoding_is_refused(tmp_path):
    (tmp_path / "brief.yaml").write_bytes("kind: 通报".encode("gb18030"))
    with pytest.raises(BadPlanError, match="不是 UTF-8 文字"):
        read_plan(tmp_path / "brief.yaml")


def test_faults_are_told_in_english_too(tmp_path):
    before = spoken.set("en")
    try:
        told = faults(tmp_path, saying("共三项。", "{namee}"))
    finally:
        spoken.reset(before)
    assert "line 8, “sections[1].parts[1].sentences.say.zh”: the number “三项” is typed into the text" in told
    assert "there is no place “namee”. Do you mean name." in told


def test_every_field_that_can_be_a_column_has_a_head():
    assert not [
        (name, field)
        for name, each in FINDINGS.items()
        for field, said in each.fields.items()
        if not said.head
    ]


def test_the_guide_names_every_finding_field_filter_and_chart():
    guide = (settings.ROOT / "docs" / "bulletins.md").read_text(encoding="utf-8")
    names = {*FINDINGS, *CHARTS}
    names |= {name for finding in FINDINGS.values() for name in (*finding.fields, *finding.filters)}
    assert not {name for name in names if f"`{name}`" not in guide and f"name: {name}" not in guide}
    assert not {name for name in EVERYWHERE if f"`{{{name}}}`" not in guide}


def test_the_example_of_the_guide_can_be_used(tmp_path):
    guide = (settings.ROOT / "docs" / "bulletins.md").read_text(encoding="utf-8")
    file = tmp_path / "weekly.yaml"
    file.write_text(guide.split("```yaml\n")[1].split("```")[0], encoding="utf-8")
    assert read_plan(file).kind == "weekly"
