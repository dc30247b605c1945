"""Words: how firm is a promise, how is it held against the result, which vintage is a figure?"""

from functools import cache
from importlib import resources

import yaml


class UnknownWordError(ValueError):
    """The word has no meaning in the table asked."""


@cache
def _meanings() -> dict[str, dict[str, str]]:
    text = resources.files(__package__).joinpath("words.yaml").read_text(encoding="utf-8")
    table: dict[str, dict[str, list[str]]] = yaml.safe_load(text)
    return {
        idea: {word: code for code, words in codes.items() for word in (code, *words)}
        for idea, codes in table.items()
    }


def meaning(idea: str, word: str) -> str:
    """Code of a word under one idea (``strength``, ``relation``, ``release``, ``refused``): 力争 → ``strive``.

    Raises:
        UnknownWordError: the word is not listed under the idea.
    """
    try:
        return _meanings()[idea][word]
    except KeyError:
        raise UnknownWordError(word) from None


def is_refused(word: str) -> bool:
    """Whether a release word marks a figure that must never enter as a fact (a stale repost)."""
    return word in _meanings()["refused"]


def release_order() -> tuple[str, ...]:
    """Release codes from the first estimate to the last correction."""
    return tuple(dict.fromkeys(_meanings()["release"].values()))
