"""Plan shapes: is a part of a plan a mapping, a list or a text as it should be, and are its names and places known?"""

from collections.abc import Collection
from string import Formatter

from maoding.publish.bulletins.fields import NO, YES
from maoding.publish.bulletins.findings import EVERYWHERE
from maoding.publish.bulletins.marked_yaml import Marked
from maoding.publish.bulletins.plan import Wording
from maoding.publish.bulletins.plan_faults import PlanFault, nearest
from maoding.publish.bulletins.typed_numbers import typed_numbers
from maoding.terms.language import LANGUAGES, say

NOWHERE = Wording("", "")


class Shapes:
    """Reads parts of one file and gathers its faults; what cannot be read stands as nothing until they are told."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[PlanFault] = []

    def refuse(self, at: Marked, reason: str, mend: str) -> None:
        """Keep a fault of a part, with its line and place."""
        self.faults.append(PlanFault(self.file, at.line, at.place or self.file, reason, mend))

    def mapping(self, said: Marked, names: Collection[str], needed: Collection[str]) -> dict[str, Marked]:
        """Known names of a mapping; unknown and missing ones are refused."""
        if said.kind != "mapping":
            self.refuse(
                said, say("这里要写成“名称: 内容”"), say("可以写：{names}", names=say("、").join(names))
            )
            return {}
        found = {
            name: value
            for name, value in said.items()
            if self.known(value, name, names, say("没有“{name}”这一项", name=name))
        }
        for name in needed:
            if name not in found:
                self.refuse(said, say("缺少“{name}”", name=name), say("请补上"))
        return found

    def each(self, said: Marked | None) -> list[Marked]:
        """Parts of a list; a mapping in its place is refused."""
        if said is not None and said.kind == "mapping":
            self.refuse(said, say("这里要写成列表"), say("请每项前面加“- ”"))
        return said.each() if said is not None else []

    def known(self, at: Marked, name: str, names: Collection[str], reason: str) -> bool:
        """Whether a name is known; if not it is refused with the nearest one."""
        if name in names:
            return True
        self.refuse(at, reason, nearest(name, names))
        return False

    def yes(self, said: Marked | None) -> bool:
        """Yes or no; what is left out is no."""
        if said is None:
            return False
        self.known(said, said.text, (YES, NO), say("这里只能写 yes 或 no"))
        return said.text == YES

    def some(self, said: Marked | None, places: Collection[str] | None = ()) -> Wording | None:
        """A text that may be left out."""
        return self.wording(said, places) if said is not None else None

    def wording(self, said: Marked | None, places: Collection[str] | None = ()) -> Wording:
        """A text in both languages whose places are known (None: not checked) and the same in both."""
        if said is None:
            return NOWHERE
        parts = self.mapping(said, LANGUAGES, LANGUAGES)
        used = {name: self.places(each, places) for name, each in parts.items()}
        if len(used) == len(LANGUAGES) and used["zh"] != used["en"] and not self.faults_at(said):
            only = say("、").join(sorted(used["zh"] ^ used["en"]))
            self.refuse(
                said, say("两种文字用的占位不同：{names}", names=only), say("请让中文和英文用同样的占位")
            )
        return Wording(*(parts[name].text if name in parts else "" for name in LANGUAGES))

    def faults_at(self, said: Marked) -> bool:
        """Whether something in a part was refused already."""
        return any(fault.place.startswith(said.place) for fault in self.faults)

    def places(self, said: Marked, places: Collection[str] | None) -> set[str]:
        """Names of the {places} of a template; typed numbers and unknown places are refused."""
        try:
            parts = list(Formatter().parse(said.text))
        except ValueError:
            self.refuse(said, say("花括号没有配对"), say("占位请写成 {example}", example="{subject}"))
            return set()
        found = set()
        for _, name, format_, conversion in parts:
            if name is not None:
                self.place(said, (name, format_, conversion), places)
                found.add(name)
        for number in typed_numbers("\n".join(text for text, *_ in parts)):
            self.refuse(
                said,
                say("文中直接写了数“{number}”，数只能由台账得出", number=number),
                say("请改用占位，如 {example}；计数的汉字也算数", example="{behind}"),
            )
        return found

    def place(
        self, said: Marked, part: tuple[str, str | None, str | None], places: Collection[str] | None
    ) -> None:
        """Refuse a place that is no plain name or that nothing stands for."""
        name, format_, conversion = part
        if format_ or conversion or not name.isidentifier():
            self.refuse(
                said,
                say("占位“{name}”里只能写名称", name=name),
                say("占位请写成 {example}", example="{subject}"),
            )
        elif places is not None:
            known = {*places, *EVERYWHERE}
            self.known(said, name, known, say("没有“{name}”这个占位", name=name))
