"""Spelling: is something named by these words, by pinyin, or by its initials?"""

from functools import lru_cache

from pypinyin import lazy_pinyin


def is_named(text: str, words: str) -> bool:
    """Whether every word looked for is in the text, its initials, or begins a syllable of its pinyin."""
    return all(_has(text.casefold(), word) for word in words.casefold().split())


def _has(text: str, word: str) -> bool:
    if word in text:
        return True
    if not word.isascii():
        return False
    syllables = spelt(text)
    if word in initials(text):
        return True
    return any("".join(syllables[at:]).startswith(word) for at in range(len(syllables)))


@lru_cache(maxsize=65536)
def initials(text: str) -> str:
    """First letters of the syllables of a text."""
    return "".join(each[0] for each in spelt(text))


@lru_cache(maxsize=65536)
def spelt(text: str) -> tuple[str, ...]:
    """Syllables of a text in pinyin without tones; letters and digits as they are."""
    return tuple(part.casefold() for part in lazy_pinyin(text) if part.strip())
