"""Findings: which findings may a plan name, and what can be said in every text of a letter?"""

from collections.abc import Callable

from maoding.publish.bulletins.fields import Finding
from maoding.publish.bulletins.indicator_fields import INDICATORS
from maoding.publish.bulletins.material import LAST, THIS, Material
from maoding.publish.bulletins.pair_fields import DRIFT, TWINS
from maoding.publish.bulletins.promise_fields import PROMISES
from maoding.publish.bulletins.year_fields import CLOCK, COUNTS, RULE
from maoding.publish.shown import day

FINDINGS: dict[str, Finding] = {
    "promises": PROMISES,
    "counts": COUNTS,
    "clock": CLOCK,
    "rule": RULE,
    "drift": DRIFT,
    "twins": TWINS,
    "indicators": INDICATORS,
}
# Names and dates that stand for themselves everywhere in a letter.
EVERYWHERE: dict[str, Callable[[Material], str]] = {
    "city": lambda material: material.city,
    "day": lambda material: day(material.day),
    "year": lambda material: str(material.year(THIS)),
    "last_year": lambda material: str(material.year(LAST)),
}
