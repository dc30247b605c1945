"""Functions: what can be called, with which parameters?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from maoding.decisions.faults import NoValue
from maoding.decisions.values.kinds import called
from maoding.decisions.values.types import ANYTHING, Type, fitted
from maoding.terms.language import say


@dataclass(frozen=True)
class Parameter:
    """What a function wants to be given."""

    name: str
    type: Type = ANYTHING


@dataclass(frozen=True, eq=False)
class Function:
    """Something that can be called: written in FEEL, a business knowledge model, a service or built in.

    `call` takes the arguments by position and raises `NoValue` where there is no answer; `bind` puts named arguments
    in their positions, and raises `NoValue` where the names do not fit.
    """

    name: str
    parameters: tuple[Parameter, ...]
    call: Callable[[Sequence[object]], object]
    bind: Callable[[dict[str, object]], list[object]]
    result: Type = ANYTHING
    native: bool = False


def by_name(parameters: tuple[Parameter, ...]) -> Callable[[dict[str, object]], list[object]]:
    """How named arguments get their positions where every parameter wants exactly one."""

    def bind(given: dict[str, object]) -> list[object]:
        wanted = [each.name for each in parameters]
        if set(wanted) != given.keys():
            raise NoValue(say("参数名应当是：{names}", names="、".join(wanted)))
        return [given[name] for name in wanted]

    return bind


def fit_all(parameters: Sequence[Parameter], arguments: Sequence[object]) -> list[object]:
    """The arguments as the types of the parameters have them.

    Raises:
        NoValue: too few or too many, or one does not fit.
    """
    if len(arguments) != len(parameters):
        raise NoValue(say("要{wanted}个参数，给了{given}个", wanted=len(parameters), given=len(arguments)))
    return [fit(parameter, argument) for parameter, argument in zip(parameters, arguments, strict=True)]


def fit(parameter: Parameter, argument: object) -> object:
    """The argument as the parameter's type has it.

    Raises:
        NoValue: it does not fit.
    """
    fits, value = fitted(argument, parameter.type)
    if not fits:
        raise NoValue(say("参数“{name}”不能是{kind}", name=parameter.name, kind=called(argument)))
    return value
