"""Heading: what stands above every page about one city, day and rule?"""

from typing import Any

from maoding.publish.pages.asked import SCALES, Asked
from maoding.publish.pages.site import Site
from maoding.publish.rules import LightRule
from maoding.publish.shown import day, published_on, reader_unit
from maoding.publish.words import RELIABILITY
from maoding.terms.language import say, spoken
from maoding.terms.pack import Pack


def heading(site: Site, asked: Asked) -> dict[str, Any]:
    """City, day with the days beside it, rule with who published it, and unit, as templates name them."""
    pack = site.pack(asked.city)
    rules = site.rules(asked.day)
    rule = rules[asked.rule]
    return {
        "asked": asked,
        "city": city_name(pack),
        "day": day(asked.day),
        "days": {name: (each, day(each)) for name, each in asked.days().items() if each <= site.today()},
        "today": site.today(),
        "years": site.years(pack, asked.day),
        "rule": rule,
        "rules": rules,
        "rule_said": said_of(rule),
        "borrowed": _borrowed(pack.city, asked.rule),
        "scales": {scale: say(reader_unit(scale, scale)) for scale in SCALES},
        "unit": say(reader_unit("亿元", asked.unit)),
    }


def city_name(pack: Pack) -> str:
    """Name of the city in the reader's language."""
    return str(pack.city["name_en" if spoken.get() == "en" else "name_zh"])


def _borrowed(city: dict[str, Any], rule: str) -> str:
    """What the pack says of using another city's rule; nothing where the rule is the city's own."""
    if "default_rule_note" not in city:
        return ""
    if rule == city["default_rule"]:
        return str(city["default_rule_note"][spoken.get()])
    return say("这是别处公布的规则，借用作演示，不是考核结果。")


def said_of(rule: LightRule) -> dict[str, str]:
    """Who published a rule, where, when, and how reliable the copy read is."""
    source = rule.source
    return {
        "publisher": source["publisher"],
        "document": source["document"],
        "published": published_on(source["published"]["at"], source["published"]["precision"]),
        "reliability": say(RELIABILITY[source["reliability"]]),
    }
