"""Plans: which kinds of bulletin does a city's pack bring, and what does each need?"""

from pathlib import Path

from maoding.publish.bulletins.plan import Plan
from maoding.publish.bulletins.reading import read_plan
from maoding.terms.language import say
from maoding.terms.pack import Pack

FOLDER = "bulletins"


class NoSuchKindError(LookupError):
    """The pack has no plan of this name; the message names those there are."""


def kinds(pack: Pack) -> tuple[str, ...]:
    """Kinds of bulletin the pack brings, by name."""
    return tuple(sorted(file.stem for file in (pack.folder / FOLDER).glob("*.yaml")))


def plan(pack: Pack, kind: str) -> Plan:
    """The plan of a kind.

    Raises:
        NoSuchKindError: the pack brings none of this name.
        BadPlanError: its file cannot be used as written.
    """
    known = kinds(pack)
    if kind not in known:
        names = say("、").join(known) or say("（还没有，请在城市包的 bulletins 文件夹里写一份）")
        raise NoSuchKindError(say("没有名为 {kind} 的通报。现有：{names}", kind=kind, names=names))
    return read_plan(pack.folder / FOLDER / f"{kind}.yaml")


def word_template(pack: Pack, language: str) -> Path | None:
    """The city's own Word layout for a language, where it has one."""
    file = pack.folder / FOLDER / ("letter.docx" if language == "zh" else f"letter.{language}.docx")
    return file if file.is_file() else None
