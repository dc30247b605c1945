"""Names: which names and quotations may hold digits of their own, in the letter's language?"""

from maoding.publish.bulletins.material import YEARS, Material
from maoding.publish.bulletins.year_fields import RULE
from maoding.publish.scoreboard import Names


def names(material: Material) -> frozenset[str]:
    """Names of bodies, indicators and tasks as pack and ledger have them, and what is quoted of the rule in use."""
    found: set[str] = {material.city}
    for year in YEARS:
        known = Names(material.of(year))
        found |= {*known.subjects.values(), *known.indicators.values(), *known.deeds.values()}
    (rule,) = RULE.rows(material, YEARS[0])
    for name, field in RULE.fields.items():
        if name != "published":
            found.add(field.say(rule, material).text)
    return frozenset(name for name in found if name)
