"""Weights: how grave is a light, whatever colour its rule gives the word?"""

# By the theme a rule's file gives a light. Nobody changes colour between a green light and no card at all.
CALM, WARNED, GRAVE, NOT_JUDGED = range(4)
WEIGHTS = {
    "good": CALM,
    "neutral": CALM,
    "honour": CALM,
    "early": WARNED,
    "watch": WARNED,
    "bad": GRAVE,
    "gone": GRAVE,
}


def weight(tone: str) -> int:
    """Weight of a light by its theme; one that is not known has none of its own."""
    return WEIGHTS.get(tone, NOT_JUDGED)
