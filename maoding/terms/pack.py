"""Pack: which words, relations and rules does a city bring as data?

A pack is a folder: ``city.yaml``, ``indicators.csv``, ``relations.yaml``, ``stages.yaml``, ``facts/`` and ``lights/``.
Light rules of every city are read together, so that any of them can be replayed on any other city.
"""

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from maoding.terms.units import known_units

Rows = list[dict[str, Any]]


class NoSuchPackError(LookupError):
    """No folder of this name holds a ``city.yaml``."""


@dataclass(frozen=True)
class Pack:
    """One city's words and rules, read from its folder."""

    folder: Path

    @cached_property
    def city(self) -> dict[str, Any]:
        """What ``city.yaml`` says: code, names, root body, the rule in use, documents."""
        return dict(_yaml(self.folder / "city.yaml"))

    @cached_property
    def indicators(self) -> Rows:
        """The indicator catalogue; see ``columns.INDICATORS``."""
        with (self.folder / "indicators.csv").open(encoding="utf-8", newline="") as file:
            return [
                {"name": row["name_zh"]} | {key: row[key] for key in row if key != "name_zh"}
                for row in csv.DictReader(file)
            ]

    @cached_property
    def relations(self) -> dict[str, Any]:
        """How indicators stand to one another: completion, parts, shares, net_of, nested."""
        return dict(_yaml(self.folder / "relations.yaml"))

    @cached_property
    def stages(self) -> dict[str, Any]:
        """Steps of a project's life, and which words and dates of the sources mean which; empty without the file."""
        file = self.folder / "stages.yaml"
        return dict(_yaml(file)) if file.is_file() else {}

    @property
    def facts(self) -> Path:
        """Folder of the feeds the city published."""
        return self.folder / "facts"

    def tables(self) -> dict[str, Rows]:
        """The pack's words as rows of the tables named in ``columns``."""
        shown = ("code", "name", "name_en", "unit", "kind", "frequency", "direction")
        return {
            "indicators": [{key: row[key] for key in shown} for row in self.indicators],
            "units": [
                {"unit": u.name, "family": u.family, "exponent": u.exponent} for u in known_units().values()
            ],
            "plans": [
                {key: row.get(key) for key in ("done", "rate", "plan")}
                for row in self.relations["completion"]
            ],
            "parts": [
                {"whole": whole, "part": part}
                for whole, parts in self.relations["parts"].items()
                for part in parts
            ],
            **self._relation_tables(),
            **self._stage_tables(),
        }

    def _relation_tables(self) -> dict[str, Rows]:
        said = defaultdict[str, Rows](list, self.relations)
        return {
            "within": [{key: row.get(key) for key in ("part", "whole", "subject")} for row in said["within"]],
            "places": [
                {"whole": row["whole"], "part": part} for row in said["places"] for part in row["parts"]
            ],
            "published_shares": said["shares"],
            "other_shares": [{"record": record} for record in said["share_of_parent_except"]],
            "quotients": [
                {key: row.get(key) for key in ("quotient", "amount", "count", "of")}
                for row in said["quotients"]
            ],
            "net_of": said["net_of"],
            "deeds": [
                {"record": row["commitment"], "project": project, "step": row["step"]}
                for row in said["deeds"]
                for project in row["projects"]
            ],
        }

    def _stage_tables(self) -> dict[str, Rows]:
        said = defaultdict[str, Any](dict, self.stages)
        return {
            "stages": [{"step": row["stage"], "place": place} for place, row in enumerate(said["stages"])],
            "stage_words": [
                {"word": word, "step": row["stage"]} for word, row in said["words"].items() if row["stage"]
            ],
            "dated_steps": [
                {"kind": kind, "step": row["stage"], "planned": row.get("planned", False)}
                for kind, row in said["dates"].items()
            ],
            "tiers": [
                {"word": word, "tier": row["tier"]} for word, row in said["tiers"].items() if "tier" in row
            ],
        }


def find(cities: Path, name: str) -> Pack:
    """The pack of a city by its folder's name.

    Raises:
        NoSuchPackError: there is none; the message names those there are.
    """
    folder = cities / name
    if not (folder / "city.yaml").is_file():
        raise NoSuchPackError(", ".join(sorted(pack.folder.name for pack in packs(cities))))
    return Pack(folder)


def packs(cities: Path) -> list[Pack]:
    """All cities that have a pack of their own."""
    return [Pack(file.parent) for file in sorted(cities.glob("*/city.yaml"))]


def light_rules(cities: Path) -> dict[str, dict[str, Any]]:
    """Published light rules of all cities by name, as their YAML says."""
    rules = [_yaml(file) for file in sorted(cities.glob("*/lights/*.yaml"))]
    return {rule["name"]: rule for rule in rules}


def _yaml(path: Path) -> Any:
    # The C loader reads a county's pack in a tenth of the time; it is in every wheel of PyYAML.
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
