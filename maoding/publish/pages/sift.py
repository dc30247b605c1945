"""Sift: which projects does an address ask for, and which address asks for others?"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.urls import reverse

from maoding.publish.pages.asked import Asked, read
from maoding.publish.pages.site import Site
from maoding.publish.projects import KEYS, Wanted
from maoding.terms.language import say


@dataclass(frozen=True)
class Sift:
    """Which projects a reader wants, in which order, from which page on; city, day, body and name stand in `asked`."""

    asked: Asked
    tier: str = ""
    listed: str = ""
    industry: str = ""
    step: str = ""
    sort: str = "tier"
    page: int = 1

    def query(self) -> str:
        """The question as the part of an address behind ``?``."""
        return "&".join(filter(None, (self.asked.query(), urlencode(self.own()))))

    def own(self) -> dict[str, str]:
        """What this page alone is asked, as it stands in an address; what is as usual is left out."""
        said = {each.name: getattr(self, each.name) for each in fields(self) if each.name != "asked"}
        usual = {each.name: each.default for each in fields(self)}
        return {key: str(value) for key, value in said.items() if value != usual[key]}

    def href(self, **changes: Any) -> str:
        """Address of the list with changes; any but of the page begins at the first page."""
        ours = {each.name for each in fields(self)}
        asked = replace(self.asked, **{key: value for key, value in changes.items() if key not in ours})
        own = {"page": 1} | {key: value for key, value in changes.items() if key in ours}
        return f"{reverse('projects', args=[asked.city])}?{replace(self, asked=asked, **own).query()}"

    def on(self, day: dt.date) -> str:
        """Address of the same list on another day."""
        return self.href(day=day)

    def export(self) -> str:
        """Address of the same list as a workbook."""
        return f"{reverse('projects-workbook', args=[self.asked.city])}?{replace(self, page=1).query()}"

    def project(self, code: str) -> str:
        """Address of one project."""
        plain = replace(self.asked, body="", name="", state="")
        return f"{reverse('project', args=[self.asked.city, code])}?{plain.query()}"

    def wanted(self) -> Wanted:
        """What is looked for."""
        return Wanted(self.tier, self.listed, self.asked.body, self.industry, self.step, name=self.asked.name)


def read_sift(site: Site, city: str, said: Mapping[str, str]) -> Sift:
    """Understand an address.

    Raises:
        BadRequest: no such order or page; see `asked.read` for the rest.
    """
    asked = replace(read(site, city, {**said, "state": ""}), state="")
    sort, page = said.get("sort") or "tier", said.get("page") or "1"
    if sort.removeprefix("-") not in KEYS:
        raise BadRequest(say("没有“{said}”这种排序", said=sort))
    if not (page.isdecimal() and int(page)):
        raise BadRequest(say("“{said}”不是页码", said=page))
    own = {name: said.get(name, "").strip() for name in ("tier", "listed", "industry", "step")}
    return Sift(asked, sort=sort, page=int(page), **own)
