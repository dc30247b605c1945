"""Kleene: is something so when some facts are not known (True, False, or None for not known)?"""

from collections.abc import Iterable

Truth = bool | None


def every(truths: Iterable[Truth]) -> Truth:
    """Whether all are so: False as soon as one is known not to be."""
    seen = list(truths)
    if False in seen:
        return False
    return None if None in seen else True


def some(truths: Iterable[Truth]) -> Truth:
    """Whether at least one is so: True as soon as one is known to be."""
    return inverse(every(inverse(truth) for truth in truths))


def inverse(truth: Truth) -> Truth:
    """The opposite; what is not known stays not known."""
    return None if truth is None else not truth
