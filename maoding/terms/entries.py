"""Entries: what kinds of things may be said, and what makes two of them the same thing said?

An entry is what someone said, exactly as said; nothing is converted here. Its id is made from its content, so the
same row loaded twice is one entry, and the same fact with another number is a second entry beside the first.
"""

import datetime as dt
import hashlib
import json
from dataclasses import dataclass, field, fields
from typing import ClassVar

from maoding.terms.periods import Period
from maoding.terms.published import Published

ID_DIGITS = 16
NOT_SAID = Published("", "unknown")


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What all entries share: the source's code, the place in it, and when it was published.

    `place` names where in the source: ``{"file", "row", "record"}`` for feeds, with ``{"document", "sha256",
    "start", "end"}`` (character offsets) where the words themselves are known. It is no part of the identity.
    """

    letter: ClassVar[str]
    source: str
    published: Published = NOT_SAID
    place: dict[str, str | int] = field(default_factory=dict, compare=False)

    @property
    def fact(self) -> str:
        """What it is about: entries of one fact are vintages of one another."""
        raise NotImplementedError

    @property
    def digest(self) -> str:
        """SHA-256 of the canonical content, in hex: the leaf of the hash chain."""
        return hashlib.sha256(canonical(self).encode()).hexdigest()

    @property
    def id(self) -> str:
        """Short name of the entry: its kind's letter and sixteen digits of the digest."""
        return f"{self.letter}-{self.digest[:ID_DIGITS]}"


@dataclass(frozen=True, kw_only=True)
class Source(Entry):
    """A document, feed or form that said something; `address` is empty where its link may not be shown."""

    letter: ClassVar[str] = "s"
    code: str
    publisher: str
    title: str
    kind: str
    address: str = ""
    sha256: str = ""

    @property
    def fact(self) -> str:
        """One source, one fact."""
        return self.code


@dataclass(frozen=True, kw_only=True)
class Subject(Entry):
    """A body, place or project that promises or reports; `parent` is the body it belongs to."""

    letter: ClassVar[str] = "b"
    code: str
    name: str
    name_en: str
    level: str
    parent: str = ""
    statistical_code: str = ""

    @property
    def fact(self) -> str:
        """One subject, one fact."""
        return self.code


@dataclass(frozen=True, kw_only=True)
class Commitment(Entry):
    """A promise (目标/任务): who, which indicator, by when, how much, how firmly (确保/力争), held how against it.

    `measure` is level, growth, or deed; `number` is the exact text as said, empty for a deed.
    """

    letter: ClassVar[str] = "c"
    subject: str
    indicator: str
    period: Period
    measure: str
    relation: str
    strength: str
    number: str = ""
    unit: str = ""
    owner: str = ""
    record: str = ""

    @property
    def fact(self) -> str:
        """Promises never replace one another by themselves: a restated one stands beside the first (drift)."""
        about = f"{self.subject}|{self.indicator}|{self.period.start}|{self.period.end}|{self.measure}"
        return f"{about}|{self.source}|{self.record}"


@dataclass(frozen=True, kw_only=True)
class Reading(Entry):
    """A published figure (实绩): level, growth or share of the parent, with its vintage (`release`)."""

    letter: ClassVar[str] = "r"
    subject: str
    indicator: str
    period: Period
    measure: str
    number: str
    unit: str
    release: str
    record: str = ""

    @property
    def fact(self) -> str:
        """Same subject, indicator, period and measure: another number is another vintage."""
        return f"{self.subject}|{self.indicator}|{self.period.start}|{self.period.end}|{self.measure}"


@dataclass(frozen=True, kw_only=True)
class Event(Entry):
    """Something that happened to a project: listed, stage, plan, invested, corrected, or a stated property.

    `on` is the day, month or year as stated; `detail` the tier, stage or property; `number`/`unit` where one is said.
    """

    letter: ClassVar[str] = "e"
    subject: str
    kind: str
    detail: str = ""
    on: str = ""
    number: str = ""
    unit: str = ""
    record: str = ""

    @property
    def fact(self) -> str:
        """A project's own property or step; each year's listing is one of its own."""
        return f"{self.subject}|{self.kind}|{self.detail}" + (f"|{self.on}" if self.kind == "listed" else "")


@dataclass(frozen=True, kw_only=True)
class RuleVersion(Entry):
    """A rule table in force since a day; `table` is its YAML as canonical JSON."""

    letter: ClassVar[str] = "u"
    name: str
    since: dt.date
    table: str

    @property
    def fact(self) -> str:
        """One rule, one fact; a new version is a new entry."""
        return f"{self.name}|{self.since}"


@dataclass(frozen=True, kw_only=True)
class Exemption(Entry):
    """A legitimate reason (正当理由) on record: which rule spares which subject, allowed by which body, until when."""

    letter: ClassVar[str] = "x"
    subject: str
    rule: str
    reason: str
    allowed_by: str
    period: Period

    @property
    def fact(self) -> str:
        """One subject spared by one rule for one period."""
        return f"{self.subject}|{self.rule}|{self.period.start}|{self.period.end}"


KINDS: tuple[type[Entry], ...] = (Source, Subject, Commitment, Reading, Event, RuleVersion, Exemption)


def canonical(entry: Entry) -> str:
    """Content of an entry as one JSON text with sorted keys; the place it was found at is left out."""
    said = {item.name: _plain(getattr(entry, item.name)) for item in fields(entry) if item.name != "place"}
    return json.dumps(
        {"kind": entry.letter} | said, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )


def _plain(value: object) -> object:
    if isinstance(value, Period):
        return [value.start.isoformat(), value.end.isoformat()]
    if isinstance(value, Published):
        return [value.at, value.precision]
    return value.isoformat() if isinstance(value, dt.date) else value
