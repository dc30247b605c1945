"""Printing: which files are a bulletin, and may they be made at all?"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from maoding.publish.bulletins.checking import Fault, Report, check, released
from maoding.publish.bulletins.composing import compose
from maoding.publish.bulletins.letter import Letter
from maoding.publish.bulletins.material import Material
from maoding.publish.bulletins.pdf import TEMPLATE, pdf
from maoding.publish.bulletins.plan import Plan
from maoding.publish.bulletins.plans import word_template
from maoding.publish.bulletins.record import record
from maoding.publish.bulletins.statements import Composition
from maoding.publish.bulletins.word import word
from maoding.publish.bulletins.word_template import NAMES, TEMPLATES
from maoding.terms.language import say

DOCX, PDF, RECORD = "docx", "pdf", "record.json"
SUFFIXES = (DOCX, PDF, RECORD)


class HeldBackError(ValueError):
    """Statements cannot be worked out again and nobody let them out; nothing was made."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(len(faults))
        self.faults = faults


class NothingToReleaseError(ValueError):
    """A person lets out a statement that is not held back, or gives no reason."""


@dataclass(frozen=True)
class Bulletin:
    """A bulletin composed and checked, not yet laid out."""

    plan: Plan
    material: Material
    made: Composition
    report: Report

    def letter(self, releases: Mapping[str, str]) -> Letter:
        """The letter as it goes out.

        Raises:
            HeldBackError: something is held back that nobody let out.
            NothingToReleaseError: something is let out that is not held back, or without a reason.
        """
        held = {fault.id for fault in self.report.faults}
        for name, reason in releases.items():
            if name not in held:
                known = say("、").join(sorted(held)) or say("（没有）")
                raise NothingToReleaseError(say("{id} 没有被拦下。拦下的是：{known}", id=name, known=known))
            if not reason.strip():
                raise NothingToReleaseError(say("放行 {id} 要写明理由", id=name))
        left = self.report.held_back(releases)
        if left:
            raise HeldBackError(left)
        return released(self.made.letter, self.report, releases)

    def files(self, releases: Mapping[str, str]) -> dict[str, bytes]:
        """Word file, PDF and record by their suffix; raises as `letter` does."""
        letter = self.letter(releases)
        pack = self.material.this.question.pack
        own = word_template(pack, letter.language)
        template = own or TEMPLATES / NAMES[letter.language]
        made = {DOCX: word(letter, own), PDF: pdf(letter)}
        digests = {
            "plan": self.plan.digest,
            "word_template": _digest(template.read_bytes()),
            "pdf_template": _digest(TEMPLATE.read_bytes()),
            **{suffix: _digest(said) for suffix, said in made.items()},
        }
        rule = self.material.rule.name
        kept = record(letter, self.report, releases, pack=pack, rule=rule, digests=digests)
        return {**made, RECORD: kept}

    def name(self, suffix: str) -> str:
        """Name of one of its files: mid-year-2021-06-30.docx."""
        return f"{self.plan.kind}-{self.material.day}.{suffix}"


def bulletin(plan: Plan, material: Material) -> Bulletin:
    """Compose a bulletin and check it."""
    made = compose(plan, material)
    return Bulletin(plan, material, made, check(made, material))


def _digest(said: bytes) -> str:
    return hashlib.sha256(said).hexdigest()
