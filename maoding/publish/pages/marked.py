"""Marked: which words of a document were taken, and as what?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from maoding.ledger.find import Found
from maoding.publish.pages.templating import Exact

KINDS = ("promise", "result", "expectation", "event")
EXPECTED = "estimate"


@dataclass(frozen=True)
class Piece:
    """Words that the same entries were taken from; `kinds` are theirs, and the entries that begin here are `starts`."""

    words: str
    kinds: tuple[str, ...]
    starts: tuple[str, ...]


@dataclass(frozen=True)
class Paragraph:
    """A line of the document in pieces, whether it is a heading, and the entries whose words begin in it."""

    pieces: tuple[Piece, ...]
    heading: bool
    starts: tuple[str, ...]


def kind_of(entry: Found) -> str:
    """As what the words were taken: a promise, a result, an expectation (预计, neither of the two) or an event."""
    if EXPECTED in (entry.body.get("strength"), entry.body.get("release")):
        return "expectation"
    return {"commitment": "promise", "reading": "result"}.get(entry.kind, "event")


def paragraphs(text: str, entries: Iterable[Found]) -> Iterator[Paragraph]:
    """The document's lines with the words of each entry marked; blank lines and the marks of headings are left out.

    Places count characters of the whole text; an entry begins in the first piece any of its words stand in.
    """
    placed = [entry for entry in entries if "start" in entry.place]
    begun: set[str] = set()
    at = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            title = len(words) - len(words.lstrip("# "))
            start = at + line.index(words[0]) + title
            pieces = tuple(_pieces(words[title:], start, placed, begun))
            starts = tuple(name for piece in pieces for name in piece.starts)
            yield Paragraph(pieces, heading=title > 0, starts=starts)
        at += len(line)


def _pieces(words: str, start: int, placed: list[Found], begun: set[str]) -> Iterator[Piece]:
    """The words cut wherever an entry's begin or end."""
    end = start + len(words)
    bounds = {int(entry.place[side]) for entry in placed for side in ("start", "end")}
    cuts = [start, *sorted(cut for cut in bounds if start < cut < end), end]
    for low, high in pairwise(cuts):
        here = [
            entry for entry in placed if int(entry.place["start"]) < high and int(entry.place["end"]) > low
        ]
        kinds = {kind_of(entry) for entry in here}
        starts = tuple(entry.id for entry in here if entry.id not in begun)
        begun.update(starts)
        yield Piece(
            Exact(words[low - start : high - start]), tuple(kind for kind in KINDS if kind in kinds), starts
        )
