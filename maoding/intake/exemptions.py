"""Exemptions: which legitimate reasons (正当理由) for being late does a row put on record?

Published rules spare who is late with a legitimate reason; without a record nobody is spared (domain §2.2).
"""

from maoding.intake import provenance
from maoding.intake.known import Known
from maoding.intake.lines import Line
from maoding.intake.problems import UnfitCellError
from maoding.terms.entries import Entry, Exemption
from maoding.terms.language import say


def exemptions(line: Line, known: Known) -> list[Entry]:
    """The reason a row states: whom it spares, from which rule, why, by whose leave, from when until when."""
    body = provenance.subject(line, known, "subject", "subject_name")
    rule = line.take("rule", lambda text: known.rule(_not_blank(text)), "")
    reason = line.take("reason", _not_blank, "")
    allowed_by = line.take("allowed_by", lambda text: known.body(_not_blank(text)), "")
    covered, published = provenance.period(line), provenance.published(line, known)
    if line.problems or covered is None or published is None:
        return []
    return [
        Exemption(
            subject=body,
            rule=rule,
            reason=reason,
            allowed_by=allowed_by,
            period=covered,
            source=provenance.source(line),
            published=published,
            place=line.place(""),
        )
    ]


def _not_blank(text: str) -> str:
    if not text:
        raise UnfitCellError(say("这一格没有填写"), say("请补上：没有理由、规则或批准单位的不能免责"))
    return text
