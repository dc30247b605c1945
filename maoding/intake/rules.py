"""Rules: which versions of light rules does a folder of YAML files bring?"""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import yaml

from maoding.decisions import read_table
from maoding.decisions.faults import RuleError
from maoding.intake.outcomes import FeedRead, RowRead
from maoding.intake.problems import Problem
from maoding.terms.entries import RuleVersion, Source
from maoding.terms.language import say
from maoding.terms.published import Published


def rules_read(folder: Path) -> FeedRead:
    """Read every rule of a folder; a file whose table cannot be understood is given back with place and mend.

    Each file counts as one row and gives the rule's version and its source.
    """
    name = f"{folder.parent.name}/{folder.name}"
    rows = [_row(file, name) for file in sorted(folder.glob("*.yaml"))]
    return FeedRead(name, kinds=("rules",), rows=tuple(rows))


def _row(file: Path, folder: str) -> RowRead:
    try:
        said: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
        table = read_table(said)
        entries = _entries(table.name, said, {"file": f"{folder}/{file.name}", "row": 1})
    except RuleError as error:
        return _refused(file, folder, str(error))
    except (yaml.YAMLError, KeyError, TypeError, ValueError) as error:
        return _refused(file, folder, f"{type(error).__name__}: {error}")
    return RowRead(folder, file.name, 1, entries)


def _refused(file: Path, folder: str, reason: str) -> RowRead:
    mend = say("请照 cities 中其他规则文件的写法改正")
    return RowRead(folder, file.name, 1, problems=(Problem(folder, file.name, 0, "", "", reason, mend),))


def _entries(name: str, said: dict[str, Any], place: dict[str, str | int]) -> tuple[Source, RuleVersion]:
    origin = said["source"]
    published = Published(str(origin["published"]["at"]), origin["published"]["precision"])
    code = f"rule-{name}"
    source = Source(
        source=code,
        code=code,
        publisher=origin["publisher"],
        title=origin["document"],
        kind=f"rule-{origin['reliability']}",
        address=origin.get("address") or "",
        published=published,
        place=place,
    )
    table = json.dumps(said, ensure_ascii=False, sort_keys=True, default=str)
    since = dt.date.fromisoformat(str(said["since"]))
    rule = RuleVersion(source=code, name=name, since=since, table=table, published=published, place=place)
    return source, rule
