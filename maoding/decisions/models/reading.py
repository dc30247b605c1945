"""Reading: which graph of decisions does a DMN file describe?"""

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from graphlib import CycleError, TopologicalSorter

from maoding.decisions.faults import At, RuleError
from maoding.decisions.feel.names import plain
from maoding.decisions.models.boxed import function_maker, logic_in
from maoding.decisions.models.graph import Model
from maoding.decisions.models.items import Items
from maoding.decisions.models.logic import Workshop
from maoding.decisions.models.nodes import DecisionNode, InputData, Key, Knowledge, Node, Part, Service
from maoding.decisions.models.xml import Element, read_xml
from maoding.decisions.values.types import ANYTHING
from maoding.terms.language import say

VERSIONS = {
    "http://www.omg.org/spec/DMN/20151101/dmn.xsd": "1.1",
    "http://www.omg.org/spec/DMN/20180521/MODEL/": "1.2",
    "https://www.omg.org/spec/DMN/20191111/MODEL/": "1.3",
    "https://www.omg.org/spec/DMN/20211108/MODEL/": "1.4",
    "https://www.omg.org/spec/DMN/20230324/MODEL/": "1.5",
}
NODES = ("inputData", "decision", "businessKnowledgeModel", "decisionService")
MOST_IMPORTS = 100

# Gives the file of an imported model by its namespace and the place the importing model names, or None.
Find = Callable[[str, str], bytes | None]


def read_model(data: bytes, find: Find = lambda _namespace, _location: None) -> Model:
    """Read a DMN model, version 1.1 to 1.5, and those it imports.

    What cannot be read of a single expression is kept in `Model.faults` and comes to null.

    Raises:
        RuleError: the file is no such model, an import is missing, or decisions require one another in a ring.
        LimitError: it is too large.
    """
    part = _Reader(find, {}).part(data)
    _no_ring(part)
    return Model(part)


class _Reader:
    """Reads a model and its imports, each once."""

    def __init__(self, find: Find, read: dict[str, Part]) -> None:
        self.find = find
        self.read = read

    def part(self, data: bytes) -> Part:
        root = read_xml(data)
        version = VERSIONS.get(root.namespace)
        if root.name != "definitions" or version is None:
            reason = say(
                "不是 DMN 1.1 到 1.5 的模型：{name} {namespace}", name=root.name, namespace=root.namespace
            )
            raise RuleError(reason, say("请另存为 DMN 1.5"), place=say("DMN 文件"), at=root.at)
        part = Part(root.get("name"), root.get("namespace"), version, Items())
        self.read[part.namespace] = part
        for element in root.all("import"):
            self._import(element, part)
        named = {each.get("name") for each in root.every(*NAMED)} | {
            each.get("iteratorVariable") for each in root.every("for", "some", "every")
        }
        imported = [name for alias, each in part.imports for name in (alias, *each.names)]
        part.names = frozenset([*named, *imported]) - {""}
        _Maker(part, Workshop(part.names, part.items, part.faults)).make(root)
        return part

    def _import(self, element: Element, part: Part) -> None:
        if "DMN" not in element.get("importType").upper():
            return  # other kinds of import are only used by functions in other languages
        namespace = element.get("namespace")
        if namespace not in self.read:
            data = self.find(namespace, element.get("locationURI"))
            if data is None or len(self.read) >= MOST_IMPORTS:
                reason = say("找不到引入的模型“{namespace}”", namespace=namespace)
                raise RuleError(reason, say("请把它放在同一文件夹"), place=say("DMN 文件"), at=element.at)
            self.part(data)
        imported = self.read[namespace]
        alias = element.get("name")
        part.imports.append((alias, imported))
        prefix = f"{alias}." if alias else ""
        part.items.types |= {f"{prefix}{name}": type_ for name, type_ in imported.items.types.items()}
        part.items.allowed |= {f"{prefix}{name}": tests for name, tests in imported.items.allowed.items()}


NAMED = (
    *NODES,
    "variable",
    "itemDefinition",
    "itemComponent",
    "formalParameter",
    "parameter",
    "parameters",
    "column",
    "output",
)


class _Maker:
    """Makes the nodes of one model."""

    def __init__(self, part: Part, shop: Workshop) -> None:
        self.part = part
        self.shop = shop
        self.known: set[Key] = set()

    def make(self, root: Element) -> None:
        for definition in root.all("itemDefinition"):
            with self.shop.at(say("类型“{name}”", name=definition.get("name"))):
                try:
                    self.part.items.define(definition)
                except RuleError as error:
                    self.shop.broken(error, definition.at)
        elements = list(root.all(*NODES))
        imported = {key for _, part in self.part.imports for key in _keys(part)}
        self.known = {(self.part.namespace, each.get("id")) for each in elements} | imported
        for element in elements:
            with self.shop.at(say("“{name}”", name=element.get("name"))):
                self.part.nodes[element.get("id")] = self._node(element)

    def _node(self, element: Element) -> Node:
        variable = element.first("variable")
        name = element.get("name")
        called = plain(variable.get("name") or name) if variable is not None else plain(name)
        type_ = self.shop.type(variable.get("typeRef"), variable.at) if variable is not None else ANYTHING
        key = (self.part.namespace, element.get("id"))
        requires = tuple(self._required(element))
        if element.name == "inputData":
            return InputData(key, name, called, type_, element.at)
        if element.name == "decision":
            return DecisionNode(key, name, called, type_, element.at, requires, logic_in(element, self.shop))
        if element.name == "businessKnowledgeModel":
            function = element.first("encapsulatedLogic")
            make = function_maker(function, self.shop) if function is not None else None
            return Knowledge(key, name, called, type_, element.at, requires, make)
        given = tuple(self._keys(element, "inputData", "inputDecision"))
        return Service(
            key, name, called, type_, element.at, (), given, tuple(self._keys(element, "outputDecision"))
        )

    def _required(self, element: Element) -> Iterator[Key]:
        for requirement in element.all("informationRequirement", "knowledgeRequirement"):
            yield from self._keys(requirement, "requiredDecision", "requiredInput", "requiredKnowledge")

    def _keys(self, element: Element, *names: str) -> Iterator[Key]:
        """The nodes an element refers to; one that there is not is a fault."""
        for name in names:
            for reference in element.all(name):
                namespace, _, id_ = reference.get("href").rpartition("#")
                key = (namespace or self.part.namespace, id_)
                if key in self.known:
                    yield key
                else:
                    self._missing(key, reference.at)

    def _missing(self, key: Key, at: At) -> None:
        near = get_close_matches(key[1], [id_ for _, id_ in self.known], n=1, cutoff=0.5)
        mend = say("可能是“{near}”", near=near[0]) if near else say("请补上它，或删去这条引用")
        self.shop.broken(RuleError(say("引用的“{id}”不存在", id=key[1]), mend), at)


def _keys(part: Part) -> Iterator[Key]:
    """All nodes of a model and of those it imports."""
    for each in part.all_parts().values():
        yield from (node.key for node in each.nodes.values())


def _no_ring(part: Part) -> None:
    """No decision requires itself, however far round.

    Raises:
        RuleError: one does.
    """
    nodes = {node.key: node for each in part.all_parts().values() for node in each.nodes.values()}
    graph = {key: node.requires for key, node in nodes.items() if isinstance(node, DecisionNode)}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        ring: list[Key] = error.args[1]
        names = " → ".join(nodes[key].name for key in ring)
        raise RuleError(
            say("决策互相依赖，成了环：{names}", names=names),
            say("请断开其中一处"),
            place=say("模型“{name}”", name=part.name),
            at=nodes[ring[0]].at,
        ) from None
