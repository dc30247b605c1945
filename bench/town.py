"""Town: what would the pack of a city with 5,000 key projects hold, made up from a seed?

Where each project is listed, at which step it stands since when, its industry, its owner, and of nine in ten the total
investment; in the shape of Taicang's own feeds.
"""

import csv
import datetime as dt
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

RELATIONS = "completion: []\nparts: {}\n"
SEED = 5_000
PROJECTS = 5_000
CITIES = Path(__file__).parent.parent / "cities"
NAME = "town"
CITY = """code: T
name_zh: 某市
name_en: Town
backfilled: true
opens_on: 2021-12-31
default_rule: yinchuan
documents: []
"""
INDICATORS = (
    "code,name_zh,name_en,unit,kind,frequency,direction\nFAI,固定资产投资,Investment,亿元,flow,monthly,up\n"
)
BODIES = [
    "城厢镇",
    "沙溪镇",
    "浏河镇",
    "浮桥镇",
    "璜泾镇",
    "双凤镇",
    "高新区",
    "港区",
    "科教新城",
    "娄东街道",
]
PLACES = ["东仓", "南港", "西郊", "北门", "湖滨", "老街", "新塘", "三里", "大桥", "金仓"]
THINGS = [
    "生物医药", "航空零部件", "精密机械", "半导体封测", "冷链物流", "汽车电子", "小学", "污水处理", "变电站", "文创",
]  # fmt: skip
ENDS = ["产业园", "研发中心", "生产基地", "改造工程", "二期", "总部", "扩建项目"]
TIERS = ["省重大", "苏州重点", "市重点"]
DATED = {
    "started": "started",
    "topped": "topped_out",
    "completed": "completed",
    "production": "in_production",
}
STAGES = ["planned", "signed", "approved", *DATED]
UNKNOWN = 0.1  # of the projects no total investment was said

Row = dict[str, str]


def write(folder: Path) -> Path:
    """Write the pack, beside Yinchuan's rule; gives its folder. Steps and lists are Taicang's."""
    pack = folder / "cities" / NAME
    (pack / "facts").mkdir(parents=True)
    for name, text in {"city.yaml": CITY, "indicators.csv": INDICATORS, "relations.yaml": RELATIONS}.items():
        (pack / name).write_text(text, encoding="utf-8")
    shutil.copy(CITIES / "taicang" / "stages.yaml", pack)
    shutil.copytree(CITIES / "yinchuan", folder / "cities" / "yinchuan")
    for feed, rows in {"sources": _sources(), "orgs": _bodies(), "projects": _projects()}.items():
        with (CITIES / "taicang" / "facts" / f"{feed}.csv").open(encoding="utf-8", newline="") as like:
            heads = next(csv.reader(like))
        _write(pack / "facts" / f"{feed}.csv", heads, rows)
    return pack


def _write(file: Path, heads: list[str], rows: Iterable[Row]) -> None:
    with file.open("w", encoding="utf-8", newline="") as text:
        writer = csv.DictWriter(text, heads, restval="")
        writer.writeheader()
        writer.writerows(rows)


def _sources() -> Iterator[Row]:
    for code in ("S1", "S2"):
        yield {
            "source_id": code,
            "publisher": "某日报",
            "title_short": f"重点项目 {code}",
            "published_at": "2021",
            "published_precision": "year",
            "kind": "press",
            "showable": "1",
        }


def _bodies() -> Iterator[Row]:
    said = {"source_id": "S1", "published_at": "2021-01-01"}
    yield said | {"org": "T", "name_zh": "某市", "name_en": "Town", "level": "county"}
    for code, name in zip(_codes(), BODIES, strict=True):
        yield said | {"org": code, "name_zh": name, "name_en": f"Body {code}", "level": "town", "parent": "T"}


def _codes() -> list[str]:
    return [f"T{number}" for number in range(len(BODIES))]


def _projects() -> Iterator[Row]:
    chance = Random(SEED)  # noqa: S311 - made-up projects, no secrets
    for number in range(PROJECTS):
        thing, stage = chance.choice(THINGS), chance.choice(STAGES)
        day = dt.date(2021, 1, 1) + dt.timedelta(days=chance.randrange(360))
        reached = day - dt.timedelta(days=chance.randrange(300))
        row = {
            "project_id": f"P{number:04d}",
            "name": f"{chance.choice(PLACES)}{thing}{chance.choice(ENDS)}",
            "tier": chance.choice(TIERS),
            "tier_year": str(chance.choice((2020, 2021))),
            "org": chance.choice(_codes()),
            "industry": thing,
            "stage": stage,
            "stage_as_of": f"{day:%Y-%m}",
            "owner": f"{chance.choice(PLACES)}{thing}有限公司",
            "source_id": chance.choice(("S1", "S2")),
            "published_at": day.isoformat(),
        }
        if stage in DATED:
            row[DATED[stage]] = reached.isoformat()
        if chance.random() >= UNKNOWN:
            row |= {"total_investment": str(chance.randrange(1, 4000) / 100), "investment_unit": "亿元"}
        yield row
