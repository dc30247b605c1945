"""Calls: what does calling a function come to?"""

from maoding.decisions.evaluation.scope import PARTS_A_STEP, Scope
from maoding.decisions.faults import NoValue
from maoding.decisions.phrases import Call
from maoding.decisions.values.functions import Function
from maoding.decisions.values.kinds import called
from maoding.decisions.values.sizes import size_of
from maoding.decisions.values.types import fitted
from maoding.terms.language import say


def call(said: Call, scope: Scope) -> object:
    """What a function gives for these arguments."""
    function = scope.value(said.function)
    given = [scope.value(each) for each in said.arguments]
    if not isinstance(function, Function):
        raise NoValue(say("这里要调用函数，却是{kind}", kind=called(function)))
    if function.native:
        scope.run.spend(sum(map(size_of, given)) // PARTS_A_STEP, said.at)
    return invoked(
        function, function.bind(dict(zip(said.names, given, strict=True))) if said.names else given
    )


def invoked(function: Function, arguments: list[object]) -> object:
    """What a function gives for arguments in their positions, as its result type has it.

    Raises:
        NoValue: it gives nothing, or something of another type.
    """
    fits, value = fitted(function.call(arguments), function.result)
    if not fits:
        raise NoValue(say("函数的结果不合它的类型"))
    return value
