"""Plan faults: what is wrong with a plan, in which file and place, and how is it mended?"""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from maoding.terms.language import say


@dataclass(frozen=True)
class PlanFault:
    """One thing that cannot be used as written; `place` names the part, `line` counts from 1."""

    file: str
    line: int
    place: str
    reason: str
    mend: str

    def __str__(self) -> str:
        return say(
            "{file} 第 {line} 行“{place}”：{reason}。{mend}。",
            file=self.file,
            line=self.line,
            place=self.place,
            reason=self.reason,
            mend=self.mend,
        )


class BadPlanError(ValueError):
    """A plan cannot be used; all its faults are told at once."""

    def __init__(self, faults: Iterable[PlanFault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


def nearest(name: str, known: Iterable[str]) -> str:
    """What to write instead of an unknown name: the one nearest to it, else all there are."""
    names = sorted(known)
    close = difflib.get_close_matches(name, names, n=1)
    if close:
        return say("是否要写 {name}", name=close[0])
    return say("可以写：{names}", names=say("、").join(names))
