"""Dmn: how do tests write a model in a few words?"""

from html import escape

from maoding.decisions.models import Model, read_model
from maoding.decisions.values.writing import text_of

NAMESPACES = {
    "1.1": "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
    "1.2": "http://www.omg.org/spec/DMN/20180521/MODEL/",
    "1.3": "https://www.omg.org/spec/DMN/20191111/MODEL/",
    "1.4": "https://www.omg.org/spec/DMN/20211108/MODEL/",
    "1.5": "https://www.omg.org/spec/DMN/20230324/MODEL/",
}


def definitions(*parts: str, version: str = "1.5", namespace: str = "urn:test") -> bytes:
    head = f'<definitions xmlns="{NAMESPACES[version]}" name="test" namespace="{namespace}">'
    return f"{head}\n{chr(10).join(parts)}\n</definitions>".encode()


def model(*parts: str, **others: bytes) -> Model:
    """A model read from its parts; others are those it may import, by namespace."""
    return read_model(definitions(*parts), lambda namespace, _location: others.get(namespace))


def told(of: Model, decision: str, **facts: object) -> str:
    return text_of(of.decide(decision, facts).value)


def feel(text: str) -> str:
    return f"<literalExpression><text>{escape(text)}</text></literalExpression>"


def given(name: str, type_: str = "") -> str:
    variable = f'<variable name="{name}" typeRef="{type_}"/>' if type_ else ""
    return f'<inputData id="{name}" name="{name}">{variable}</inputData>'


def decision(name: str, box: str, *, needs: str = "", type_: str = "") -> str:
    """A decision; `needs` names what it requires: ``input:a decision:b knowledge:c``."""
    attribute = f' typeRef="{escape(type_)}"' if type_ else ""
    variable = f'<variable name="{name}"{attribute}/>'
    return f'<decision id="{name}" name="{name}">{variable}{required(needs)}{box}</decision>'


def required(needs: str) -> str:
    told = ""
    for need in needs.split():
        kind, _, href = need.partition(":")
        href = href if "#" in href else f"#{href}"
        if kind == "knowledge":
            told += f'<knowledgeRequirement><requiredKnowledge href="{href}"/></knowledgeRequirement>'
        else:
            told += (
                f'<informationRequirement><required{kind.title()} href="{href}"/></informationRequirement>'
            )
    return told


def knowledge(
    name: str, box: str, *parameters: str, type_: str = "", needs: str = "", kind: str = "FEEL"
) -> str:
    """A business knowledge model; parameters are ``name`` or ``name:type``."""
    return (
        f'<businessKnowledgeModel id="{name}" name="{name}"><variable name="{name}" typeRef="{type_}"/>'
        f'{required(needs)}<encapsulatedLogic kind="{kind}">{formal(parameters)}{box}</encapsulatedLogic>'
        "</businessKnowledgeModel>"
    )


def formal(parameters: tuple[str, ...]) -> str:
    pairs = (each.partition(":") for each in parameters)
    return "".join(f'<formalParameter name="{name}" typeRef="{type_}"/>' for name, _, type_ in pairs)


def table(policy: str, inputs: list[str], outputs: list[str], *rows: list[str]) -> str:
    """A decision table: expressions of inputs, outputs as ``name|values|default``, rows of cells."""
    heads = "".join(_input(each) for each in inputs) + "".join(_output(each) for each in outputs)
    told = ""
    for row in rows:
        tests, says = row[: len(inputs)], row[len(inputs) :]
        told += "<rule>" + "".join(f"<inputEntry>{_text(each)}</inputEntry>" for each in tests)
        told += "".join(f"<outputEntry>{_text(each)}</outputEntry>" for each in says) + "</rule>"
    name, _, aggregation = policy.partition("+")
    attribute = f' aggregation="{aggregation}"' if aggregation else ""
    return f'<decisionTable hitPolicy="{name}"{attribute}>{heads}{told}</decisionTable>'


def _input(said: str) -> str:
    expression, _, values = said.partition("|")
    allowed = f"<inputValues>{_text(values)}</inputValues>" if values else ""
    return f"<input><inputExpression>{_text(expression)}</inputExpression>{allowed}</input>"


def _output(said: str) -> str:
    name, values, default = [*said.split("|"), "", ""][:3]
    type_, _, name = name.rpartition(":")
    allowed = f"<outputValues>{_text(values)}</outputValues>" if values else ""
    otherwise = f"<defaultOutputEntry>{_text(default)}</defaultOutputEntry>" if default else ""
    return f'<output name="{name}" typeRef="{type_}">{allowed}{otherwise}</output>'


def _text(text: str) -> str:
    return f"<text>{escape(text)}</text>"


def service(name: str, outputs: str, inputs: str = "", decisions: str = "", type_: str = "") -> str:
    parts = f'<variable name="{name}" typeRef="{type_}"/>' if type_ else ""
    for kind, names in (("outputDecision", outputs), ("inputDecision", decisions), ("inputData", inputs)):
        parts += "".join(f'<{kind} href="#{each}"/>' for each in names.split())
    return f'<decisionService id="{name}" name="{name}">{parts}</decisionService>'


def item(name: str, inside: str, *, collection: bool = False) -> str:
    attribute = ' isCollection="true"' if collection else ""
    return f'<itemDefinition name="{name}"{attribute}>{inside}</itemDefinition>'


def number(text: str) -> object:
    """A number as facts have it."""
    return model(decision("n", feel(text))).decide("n", {}).value
