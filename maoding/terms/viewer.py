"""Viewer: for whom is something asked?"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Viewer:
    """Who looks: the bodies whose unpublished entries they may see; ``None`` sees all of the ledger."""

    name: str
    bodies: frozenset[str] | None = None


EVERYTHING = Viewer("commission")
