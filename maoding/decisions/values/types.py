"""Types: does a value have this type, and which value of this type does it stand for?"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from maoding.decisions.values import kinds
from maoding.decisions.values.days import Date
from maoding.decisions.values.ranges import Range
from maoding.decisions.values.times import midnight


@dataclass(frozen=True)
class Type:
    """A simple type of FEEL, or Any."""

    name: str

    def admits(self, value: object, *, wholly: bool = True) -> bool:  # noqa: ARG002
        """Whether the value, which is not null, is of this type; unless `wholly`, contexts may lack entries."""
        return self.name == kinds.ANY or kinds.kind_of(value) == self.name

    def takes(self, other: "Type") -> bool:
        """Whether every value of another type is one of this type."""
        return self._takes(meant(other))

    def _takes(self, other: "Type") -> bool:
        return self.name in (kinds.ANY, other.name) or other.name == kinds.NULL


ANYTHING, NOTHING = Type(kinds.ANY), Type(kinds.NULL)


@dataclass(frozen=True)
class ListType(Type):
    """A list whose elements all have one type."""

    of: Type = ANYTHING

    def admits(self, value: object, *, wholly: bool = True) -> bool:
        """Whether the value is such a list; null may be among its elements."""
        if not isinstance(value, list):
            return False
        return all(each is None or self.of.admits(each, wholly=wholly) for each in value)

    def _takes(self, other: Type) -> bool:
        return super()._takes(other) and (not isinstance(other, ListType) or self.of.takes(other.of))


@dataclass(frozen=True)
class ContextType(Type):
    """A context with at least these entries."""

    entries: Mapping[str, Type] = field(default_factory=dict)

    def admits(self, value: object, *, wholly: bool = True) -> bool:
        """Whether the value has the entries; unless `wholly`, some may be missing."""
        if not isinstance(value, dict) or (wholly and not self.entries.keys() <= value.keys()):
            return False
        return all(
            value.get(name) is None or each.admits(value[name], wholly=wholly)
            for name, each in self.entries.items()
        )

    def _takes(self, other: Type) -> bool:
        if not isinstance(other, ContextType):
            return super()._takes(other) and not self.entries
        return all(
            name in other.entries and each.takes(other.entries[name]) for name, each in self.entries.items()
        )


@dataclass(frozen=True)
class RangeType(Type):
    """A range between values of one type."""

    of: Type = ANYTHING

    def admits(self, value: object, *, wholly: bool = True) -> bool:
        """Whether the value is such a range."""
        if not isinstance(value, Range):
            return False
        return all(end is None or self.of.admits(end, wholly=wholly) for end in (value.start, value.end))

    def _takes(self, other: Type) -> bool:
        return super()._takes(other) and (not isinstance(other, RangeType) or self.of.takes(other.of))


@dataclass(frozen=True)
class FunctionType(Type):
    """A function that takes such arguments and gives such a result."""

    parameters: tuple[Type, ...] = ()
    result: Type = ANYTHING

    def admits(self, value: object, *, wholly: bool = True) -> bool:
        """Whether the value is such a function; unless `wholly`, what it gives need not be known."""
        given = signature_of(value)
        if given is not None and not wholly and given.result == ANYTHING:
            given = replace(given, result=self.result)
        return given is not None and self.takes(given)

    def _takes(self, other: Type) -> bool:
        if not isinstance(other, FunctionType):
            return super()._takes(other)
        if len(self.parameters) != len(other.parameters):
            return False
        wanted = zip(other.parameters, self.parameters, strict=True)
        return self.result.takes(other.result) and all(mine.takes(given) for mine, given in wanted)


@dataclass(frozen=True)
class Constrained(Type):
    """Values of another type that pass a test besides."""

    of: Type = ANYTHING
    passes: Callable[[object], bool] = field(default=bool, compare=False)

    def admits(self, value: object, *, wholly: bool = True) -> bool:
        """Whether the value is of the type and passes."""
        return self.of.admits(value, wholly=wholly) and self.passes(value)

    def _takes(self, other: Type) -> bool:
        return other is self or other.name == kinds.NULL


@dataclass(frozen=True)
class Named(Type):
    """A type known by its name only, which may be made of itself."""

    find: Callable[[], Type] = field(default=lambda: ANYTHING, compare=False)

    def admits(self, value: object, *, wholly: bool = True) -> bool:
        """Whether the value is of the type of that name."""
        return self.find().admits(value, wholly=wholly)

    def _takes(self, other: Type) -> bool:
        return self.find().takes(other)


def meant(of: Type) -> Type:
    """The type itself where only its name was given."""
    while isinstance(of, Named):
        of = of.find()
    return of


def signature_of(value: object) -> FunctionType | None:
    """The type of a function; None if the value is none."""
    given = getattr(value, "parameters", None)
    if kinds.kind_of(value) != kinds.FUNCTION or given is None:
        return None
    return FunctionType(
        kinds.FUNCTION, tuple(each.type for each in given), getattr(value, "result", ANYTHING)
    )


def blanks(value: object, of: Type, name: str) -> Iterator[str]:
    """What of a value is not known, by its path: null itself, null entries, and entries the type has and it has not."""
    of = meant(of)
    of = meant(of.of) if isinstance(of, Constrained) else of
    if value is None:
        yield name
    elif isinstance(value, dict):
        entries = of.entries if isinstance(of, ContextType) else {}
        for key in dict.fromkeys((*entries, *value)):
            yield from blanks(value.get(key), entries.get(key, ANYTHING), f"{name}.{key}")
    elif isinstance(value, list):
        inner = of.of if isinstance(of, ListType) else ANYTHING
        for number, each in enumerate(value, 1):
            yield from blanks(each, inner, f"{name}[{number}]")


def is_listing(of: Type) -> bool:
    """Whether values of a type are lists, or may be."""
    of = meant(of)
    if isinstance(of, Constrained):
        return is_listing(of.of)
    return isinstance(of, ListType) or of.name in (kinds.LIST, kinds.ANY)


def fitted(value: object, to: Type) -> tuple[bool, object]:
    """Whether a value fits a type, and as what: as it is, as the one element of a list or put into one, or as a moment.

    DMN 1.5, 10.3.2.9.4 (implicit conversions). Null fits every type.
    """
    if value is None or to.admits(value, wholly=False):
        return True, value
    if isinstance(value, list) and len(value) == 1 and not is_listing(to):
        return fitted(value[0], to)
    if not isinstance(value, list) and is_listing(to) and to.admits([value], wholly=False):
        return True, [value]
    if isinstance(value, Date) and to.admits(midnight(value)):
        return True, midnight(value)
    return False, None
