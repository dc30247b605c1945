"""Language: in which tongue is the reader spoken to?

Chinese texts are the message ids; English stands in ``maoding/locale/en``. Log lines are English and not translated.
"""

import gettext
from contextvars import ContextVar
from functools import cache
from pathlib import Path

LANGUAGES = ("zh", "en")
FOLDER = Path(__file__).parent.parent / "locale"
spoken: ContextVar[str] = ContextVar("spoken", default="zh")


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation("maoding", localedir=FOLDER, languages=[language], fallback=True)


def say(text: str, **values: object) -> str:
    """Say a Chinese message in the reader's language; ``{name}`` places take the values."""
    message = text if spoken.get() == "zh" else _catalogue(spoken.get()).gettext(text)
    return message.format(**values) if values else message


def choose(locale: str | None) -> str:
    """Language for a locale name such as ``en_GB.UTF-8``; Chinese unless it plainly says English."""
    return "en" if (locale or "").lower().startswith("en") else "zh"


def noted(text: str) -> str:
    """Mark a message for the translators that is said later, when the reader's language is known."""
    return text
