"""Known: which bodies, indicators and sources does the reader know before it reads a row?"""

import datetime as dt
import difflib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from maoding.intake.cells import shortened
from maoding.intake.problems import UnfitCellError
from maoding.terms.catalogue import Indicator, Words
from maoding.terms.language import say
from maoding.terms.published import Published

SUGGESTED = 3
ALIKE = 0.4
MOST_SEARCHES = 200  # the nearest name is sought for so many different unknown words only


def plain(name: str) -> str:
    """A name without blanks and width of its letters: brackets of both widths are one."""
    return "".join(unicodedata.normalize("NFKC", name).split())


class Names:
    """Codes by code or name; a name that two codes share names neither."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._codes: dict[str, set[str]] = {}
        self._names = names
        self._searched: dict[str, str] = {}
        for code, name in names.items():
            self._codes.setdefault(plain(name), set()).add(code)
        for code in names:
            self._codes[plain(code)] = {code}

    def find(self, written: str) -> set[str]:
        """Codes that the word names: one, none, or several."""
        return self._codes.get(plain(written), set())

    def near(self, written: str) -> str:
        """Names like the word, parted by 、; empty if there are none."""
        word = plain(written)[:40]
        if word not in self._searched:
            if len(self._searched) >= MOST_SEARCHES:
                return ""
            holding = [known for known in self._codes if len(word) > 1 and word in known]
            alike = difflib.get_close_matches(word, self._codes, SUGGESTED, ALIKE)
            self._searched[word] = self._listed([*holding, *alike])
        return self._searched[word]

    def _listed(self, words: Iterable[str]) -> str:
        codes = dict.fromkeys(code for word in words for code in sorted(self._codes[word]))
        return self.shown(list(codes)[:SUGGESTED])

    def shown(self, codes: Iterable[str]) -> str:
        """Names with their codes: ``太仓市（TC）``."""
        return "、".join(f"{self._names[code]}（{code}）" for code in codes)


@dataclass(frozen=True)
class Known:
    """What a row is read against: the city's words, the day it is, and the sources met so far by code."""

    words: Words
    today: dt.date
    sources: Mapping[str, Published] = field(default_factory=dict)

    @cached_property
    def _bodies(self) -> Names:
        return Names(self.words.bodies)

    @cached_property
    def _indicators(self) -> Names:
        return Names({code: indicator.name for code, indicator in self.words.indicators.items()})

    @cached_property
    def _rules(self) -> Names:
        return Names(self.words.rules)

    def body(self, written: str) -> str:
        """Code of a body by its code or name.

        Raises:
            UnfitCellError: unknown, or the name is shared; the nearest names are suggested.
        """
        return _only(written, self._bodies, say("主体"))

    def indicator(self, written: str) -> Indicator:
        """Indicator by its code or name.

        Raises:
            UnfitCellError: unknown, or the name is shared; the nearest names are suggested.
        """
        return self.words.indicators[_only(written, self._indicators, say("指标"))]

    def rule(self, written: str) -> str:
        """Name of a rule (规则) by its name or title.

        Raises:
            UnfitCellError: unknown; the nearest are suggested.
        """
        return _only(written, self._rules, say("规则"))


def _only(written: str, names: Names, what: str) -> str:
    codes = names.find(written)
    if len(codes) == 1:
        return next(iter(codes))
    if codes:
        raise UnfitCellError(
            say(
                "“{name}”对应多个{what}：{several}",
                name=shortened(written),
                what=what,
                several=names.shown(sorted(codes)),
            ),
            say("请改填编号"),
        )
    near = names.near(written)
    raise UnfitCellError(
        say("没有“{name}”这个{what}", name=shortened(written), what=what),
        say("最接近的是：{near}。请核对后改填", near=near)
        if near
        else say("请核对名称，或先登记这个{what}", what=what),
    )
