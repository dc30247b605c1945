"""Reading: which plan does a file describe, and what in it cannot be used?

All faults of a file are told together, each with its line, its place and the mend.
"""

import hashlib
from collections.abc import Callable
from pathlib import Path

from maoding.publish.bulletins.charts import CHARTS
from maoding.publish.bulletins.fields import Finding
from maoding.publish.bulletins.findings import FINDINGS
from maoding.publish.bulletins.marked_yaml import Marked, read
from maoding.publish.bulletins.material import THIS, YEARS
from maoding.publish.bulletins.plan import (
    ChartPart,
    Column,
    Part,
    Plan,
    Rows,
    Section,
    Sentences,
    SourcesPart,
    Subheading,
    TablePart,
)
from maoding.publish.bulletins.plan_faults import BadPlanError, PlanFault, nearest
from maoding.publish.bulletins.plan_shapes import NOWHERE, Shapes
from maoding.terms.language import say

TOP = ("kind", "describes", "title", "organ", "addressee", "sample", "notes", "sections")
NEEDED = ("kind", "describes", "title", "organ", "addressee", "sections")
OF_ROWS = ("finding", "year", "where", "order")
OF_PART = {
    "sentences": (*OF_ROWS, "say", "lacking", "none", "begin", "join", "end", "by", "apart", "run_on"),
    "table": (*OF_ROWS, "title", "columns", "note", "none"),
    "chart": (*OF_ROWS, "name", "title", "none"),
}
WIDEST = 12


def read_plan(file: Path) -> Plan:
    """Read a plan.

    Raises:
        BadPlanError: something is missing, unknown or of the wrong shape, or a number is typed into a text.
    """
    said = file.read_bytes()
    try:
        text = said.decode("utf-8")
    except UnicodeDecodeError as error:
        fault = PlanFault(file.name, 1, file.name, say("不是 UTF-8 文字"), say("请另存为 UTF-8"))
        raise BadPlanError([fault]) from error
    reader = _Reader(file.name)
    plan = reader.plan(read(text, file.name), hashlib.sha256(said).hexdigest())
    if plan.kind != file.stem:
        reader.refuse(
            Marked(plan.kind, 1, "kind"),
            say("名称“{kind}”与文件名不同", kind=plan.kind),
            say("请写 {kind}", kind=file.stem),
        )
    if reader.faults:
        raise BadPlanError(reader.faults)
    return plan


class _Reader(Shapes):
    """Reads the parts of a plan."""

    def plan(self, said: Marked, digest: str) -> Plan:
        parts = self.mapping(said, TOP, NEEDED)
        sections = parts.get("sections")
        if sections is not None and not sections.each():
            self.refuse(sections, say("一节也没有"), say("请至少写一节"))
        sample = parts.get("sample")
        return Plan(
            kind=parts["kind"].text if "kind" in parts else "",
            **{name: self.wording(parts.get(name)) for name in ("describes", "title", "organ", "addressee")},
            sample=self.wording(sample) if sample else None,
            notes=tuple(self.wording(each) for each in self.each(parts.get("notes"))),
            sections=tuple(self.section(each) for each in self.each(sections)),
            digest=digest,
        )

    def section(self, said: Marked) -> Section:
        parts = self.mapping(said, ("heading", "parts"), ("parts",))
        heading = self.wording(parts["heading"]) if "heading" in parts else None
        return Section(heading, tuple(self.part(each) for each in self.each(parts.get("parts"))))

    def part(self, said: Marked) -> Part:
        readers: dict[str, Callable[[Marked], Part]] = {
            "sentences": self.sentences,
            "table": self.table,
            "chart": self.chart,
            "heading": lambda part: Subheading(self.wording(part)),
            "sources": lambda part: SourcesPart(self.wording(part)),
        }
        names = [name for name, _ in said.items()]
        if len(names) != 1 or names[0] not in readers:
            unknown = next((name for name in names if name not in readers), "")
            mend = (
                nearest(unknown, readers)
                if unknown
                else say("可以写：{names}", names=say("、").join(readers))
            )
            self.refuse(said, say("一个部分要写且只写一种内容"), mend)
            return Subheading(NOWHERE)
        return readers[names[0]](dict(said.items())[names[0]])

    def sentences(self, said: Marked) -> Sentences:
        parts = self.mapping(said, OF_PART["sentences"], ("finding", "say"))
        rows, finding = self.rows(parts)
        fields = tuple(finding.fields) if finding else None
        by = parts["by"].text if "by" in parts else ""
        if finding and by:
            self.known(parts["by"], by, finding.fields, say("没有“{name}”这一项", name=by))
        if "join" not in parts:
            for name in ("begin", "end", "by"):
                if name in parts:
                    self.refuse(
                        parts[name], say("没有写 join，每行各成一句"), say("请写上 join，或去掉这一项")
                    )
        around = (by,) if by else ()
        return Sentences(
            rows,
            self.wording(parts.get("say"), fields),
            lacking=self.some(parts.get("lacking"), fields),
            none=self.some(parts.get("none")),
            begin=self.some(parts.get("begin"), around),
            join=self.some(parts.get("join")),
            end=self.some(parts.get("end"), around),
            by=by,
            apart=self.yes(parts.get("apart")),
            run_on=self.yes(parts.get("run_on")),
        )

    def table(self, said: Marked) -> TablePart:
        parts = self.mapping(said, OF_PART["table"], ("finding", "title", "columns"))
        rows, finding = self.rows(parts)
        return TablePart(
            rows,
            self.wording(parts.get("title")),
            tuple(self.column(each, finding) for each in self.each(parts.get("columns"))),
            note=self.some(parts.get("note")),
            none=self.some(parts.get("none")),
        )

    def column(self, said: Marked, finding: Finding | None) -> Column:
        parts = (
            {"field": said}
            if said.kind == "text"
            else self.mapping(said, ("field", "head", "width"), ("field",))
        )
        name = parts["field"].text if "field" in parts else ""
        if finding and name:
            self.known(parts["field"], name, finding.fields, say("没有“{name}”这一列", name=name))
        width = parts["width"].text if "width" in parts else "0"
        if not (width.isascii() and width.isdigit() and int(width) <= WIDEST):
            self.refuse(parts["width"], say("列宽“{width}”不能用", width=width), say("请写不大于十二的整数"))
            width = "0"
        return Column(name, self.some(parts.get("head")), int(width))

    def chart(self, said: Marked) -> ChartPart:
        parts = self.mapping(said, OF_PART["chart"], ("name", "title"))
        name = parts["name"].text if "name" in parts else ""
        rows, _ = self.rows({"finding": Marked("promises", said.line, said.place)} | parts)
        if "name" in parts:
            self.known(parts["name"], name, CHARTS, say("没有名为“{name}”的图", name=name))
        return ChartPart(name, rows, self.wording(parts.get("title")), none=self.some(parts.get("none")))

    def rows(self, parts: dict[str, Marked]) -> tuple[Rows, Finding | None]:
        name = parts["finding"].text if "finding" in parts else ""
        if "finding" in parts:
            self.known(parts["finding"], name, FINDINGS, say("没有名为“{name}”的结论", name=name))
        finding = FINDINGS.get(name)
        year = parts["year"].text if "year" in parts else THIS
        if "year" in parts:
            self.known(parts["year"], year, YEARS, say("年份不能写“{name}”", name=year))
        where = dict(self.filters(parts["where"], finding)) if "where" in parts and finding else {}
        order = tuple(each.text for each in self.each(parts.get("order")))
        if finding:
            for each in self.each(parts.get("order")):
                by = each.text.removeprefix("-")
                self.known(each, by, finding.fields, say("没有“{name}”这一项，不能用来排序", name=by))
        return Rows(name, year, where, order), finding

    def filters(self, said: Marked, finding: Finding) -> list[tuple[str, tuple[str, ...]]]:
        found = []
        for name, value in said.items():
            if not self.known(value, name, finding.filters, say("不能按“{name}”筛选", name=name)):
                continue
            allowed = finding.filters[name].values
            for each in value.each():
                if allowed:
                    self.known(each, each.text, allowed, say("“{name}”没有这个取值", name=each.text))
            found.append((name, tuple(each.text for each in value.each())))
        return found
