"""Spelling: how near is a name to the words looked for, by its letters, its pinyin, or its initials?

Words of any length count, two characters too; a word in Latin letters is also looked for in the pinyin, from the
beginning of a syllable, and among the initials. Full-width letters count as others. Names are spelt once a process.
"""

import difflib
import heapq
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from pypinyin import lazy_pinyin

BEGINS, CONTAINS, PINYIN, INITIALS = range(1, 5)  # how a word is found in a name, the best first
SPELT = 65536  # names whose spelling is kept
ALIKE = 0.5  # how like a name must be to be offered where nothing was found, of 1
OFFERED, COMPARED = 5, 100


@dataclass(frozen=True)
class Spelling:
    """A name in small letters, its pinyin in one piece, where the syllables begin in it, and their first letters."""

    text: str
    pinyin: str
    begins: frozenset[int]
    initials: str


def is_named(text: str, words: str) -> bool:
    """Whether every word looked for is in the text, its initials, or begins a syllable of its pinyin."""
    return rank(spelling(text), looked_for(words)) is not None


def looked_for(words: str) -> tuple[str, ...]:
    """The words of what a reader typed, each of which is to be found."""
    return tuple(_plain(words).split())


def rank(name: Spelling, words: Iterable[str]) -> int | None:
    """How the words are found in a name, by the one found worst: BEGINS is best; None where one is not found."""
    worst = 0
    for word in words:
        found = _place(name, word)
        if not found:
            return None
        worst = max(worst, found)
    return worst


def _place(name: Spelling, word: str) -> int:
    """How one word is found in a name; 0 where it is not."""
    if word in name.text:
        return BEGINS if name.text.startswith(word) else CONTAINS
    if not word.isascii():
        return 0
    if _sounds_in(name, word):
        return PINYIN
    return INITIALS if word in name.initials else 0


def _sounds_in(name: Spelling, pinyin: str) -> bool:
    """Whether a syllable of the name begins so."""
    at = name.pinyin.find(pinyin)
    while at >= 0:
        if at in name.begins:
            return True
        at = name.pinyin.find(pinyin, at + 1)
    return False


def nearest(words: str, names: Iterable[str]) -> list[str]:
    """Names most like words that name nothing, at most five: those that sound so first (四其 finds 四期)."""
    said = "".join(spelt(words))
    if not said:
        return []
    by_sound = {spelling(name).pinyin: name for name in sorted(set(names), key=len, reverse=True)}
    same = [name for name in reversed(by_sound.values()) if _sounds_in(spelling(name), said)]
    pairs = {said[at : at + 2] for at in range(len(said) - 1)}
    # Comparing is dear: only with those that share most pairs of letters.
    shared = heapq.nlargest(COMPARED, by_sound, key=lambda sound: sum(pair in sound for pair in pairs))
    like = [by_sound[each] for each in difflib.get_close_matches(said, shared, OFFERED, ALIKE)]
    return list(dict.fromkeys(same + like))[:OFFERED]


@lru_cache(maxsize=SPELT)
def spelling(text: str) -> Spelling:
    """How a name is spelt."""
    syllables = spelt(text)
    begins, at = set(), 0
    for syllable in syllables:
        begins.add(at)
        at += len(syllable)
    first = "".join(syllable[0] for syllable in syllables)
    return Spelling(_plain(text), "".join(syllables), frozenset(begins), first)


@lru_cache(maxsize=SPELT)
def spelt(text: str) -> tuple[str, ...]:
    """Syllables of a text in pinyin without tones; words in letters and digits as they are."""
    return tuple(word for part in lazy_pinyin(_plain(text)) for word in part.split())


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
