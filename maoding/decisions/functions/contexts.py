"""Contexts: what do FEEL's functions of contexts give?"""

from maoding.decisions.faults import NoValue
from maoding.decisions.functions.registry import CONTEXT, CONTEXTS, TEXT, TEXTS, built_in, nullable, want
from maoding.terms.language import say

Entries = dict[str, object]


@built_in("get value", want("context", CONTEXT), want("key", TEXT))
@built_in("get value", want("m", CONTEXT), want("key", TEXT))
def get_value(context: Entries, key: str) -> object:
    """The value under a key."""
    if key not in context:
        raise NoValue(say("上下文里没有“{name}”", name=key))
    return context[key]


@built_in("get entries", want("context", CONTEXT))
@built_in("get entries", want("m", CONTEXT))
def get_entries(context: Entries) -> list[object]:
    """The entries, each as a context of ``key`` and ``value``."""
    return [{"key": key, "value": value} for key, value in context.items()]


@built_in("context", want("entries", CONTEXTS))
def context_of(entries: list[Entries]) -> Entries:
    """The context of entries given as contexts of ``key`` and ``value``."""
    made: Entries = {}
    for entry in entries:
        key = entry.get("key") if entry is not None else None
        if not isinstance(key, str) or "value" not in entry:
            raise NoValue(say("每一项要有 key（文字）和 value"))
        if key in made:
            raise NoValue(say("“{name}”在上下文里写了两次", name=key))
        made[key] = entry["value"]
    return made


@built_in("context put", want("context", CONTEXT), want("key", TEXT), nullable("value"))
def context_put(context: Entries, key: str, value: object) -> Entries:
    """The context with another value under a key."""
    return context | {key: value}


@built_in("context put", want("context", CONTEXT), want("keys", TEXTS), nullable("value"))
def context_put_deep(context: Entries, keys: list[str | None], value: object) -> Entries:
    """The context with another value under a key of a context under a key, and so on."""
    return _put_deep(context, keys, value)


def _put_deep(context: Entries, keys: list[str | None], value: object) -> Entries:
    first = keys[0] if keys else None
    if first is None:
        raise NoValue(say("没有给出要写入的键"))
    if len(keys) == 1:
        return context | {first: value}
    inner = context.get(first, {})
    if not isinstance(inner, dict):
        raise NoValue(say("“{name}”下面不是上下文", name=first))
    return context | {first: _put_deep(inner, keys[1:], value)}


@built_in("context merge", want("contexts", CONTEXTS))
def context_merge(contexts: list[Entries]) -> Entries:
    """All entries of all contexts, later ones before earlier ones."""
    merged: Entries = {}
    for each in contexts:
        if each is None:
            raise NoValue(say("列表里有空值"))
        merged |= each
    return merged
