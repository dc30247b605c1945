"""Number: how is a number printed in a cell, and where does it lead?"""

from dataclasses import dataclass

from maoding.publish.pages.asked import Asked
from maoding.publish.shown import plain_number, plain_unit, reader_number, reader_unit
from maoding.terms.language import say


@dataclass(frozen=True)
class Number:
    """A number as printed, its unit (`in_head` where the head of the table says it), its full value, its address."""

    text: str
    href: str
    full: str = ""
    unit: str = ""
    in_head: bool = False
    before: str = ""
    starred: bool = False


def number_of(
    amount: float,
    unit: str,
    asked: Asked,
    href: str,
    *,
    before: str = "",
    full: str = "",
    starred: bool = False,
) -> Number:
    """An amount in smallest parts of `unit`, in the unit asked for; `full` where the plain number says too little."""
    shown = reader_unit(unit, asked.unit)
    in_head = shown == reader_unit("亿元", asked.unit)
    return Number(
        reader_number(amount, unit, asked.unit),
        href,
        full=full or f"{plain_number(amount, unit)} {say(plain_unit(unit))}",
        unit=say(shown),
        in_head=in_head,
        before=before,
        starred=starred,
    )


def place(rank: int, *, exact: bool) -> str:
    """A place in a ranking: one come to (`exact`), or one to come to at least."""
    if rank == 1:
        return say("第一")
    return say("第 {place}", place=rank) if exact else say("前 {place}", place=rank)
