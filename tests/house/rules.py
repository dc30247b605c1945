"""Rules: what does one source file do that it must not? Each gives the places, as text, where it is broken."""

import ast
import re
from collections.abc import Iterator

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
SHUNNED = {"utils", "util", "common", "helpers", "helper", "misc", "base", "manager", "service", "services"}
CLOCKS = re.compile(
    r"(^|\.)((date|datetime)\.(today|now|utcnow)|time\.(time|localtime|gmtime)|timezone\.(now|localdate|localtime))$"
)
# Put together from pieces, so that this file may be searched as well.
NOT_WRITTEN = "NotImplemented" + "Error"
UNFINISHED = re.compile("|".join((r"\bTO" + r"DO\b", r"\bFIX" + r"ME\b", r"\bXX" + r"X\b")))
HOSTS = re.compile(
    "|".join(
        (
            r"registry\.npm" + "js",
            "npm" + "mirror",
            r"python" + "hosted",
            r"pypi" + r"\.org",
            r"deb\.deb" + "ian",
        )
    )
)
MACHINE_PATHS = re.compile(
    r"(?<![A-Za-z0-9_.])/(?:wo" + r"rk|fa" + r"rm|ro" + r"ot|tm" + r"p|home/[a-z]\w*|Users/\w+)/"
)
CHINESE = re.compile("[\u4e00-\u9fff]")
WRITTEN_CHINESE = re.compile("[\u4e00-\u9fff\u2014-\u201d\u3000-\u303f\uff00-\uffef]")
DOORS = re.compile(r"maoding/(app/|intake/forms|publish/(pages|api))")
WEB = re.compile(r"django\.(http|forms|urls|views|shortcuts|template)\b")
STORE = re.compile(r"django\.db\b")


def long_functions(tree: ast.Module, limit: int = 40) -> Iterator[str]:
    """Functions of `limit` lines or more, from ``def`` to the last line."""
    for node in ast.walk(tree):
        if isinstance(node, FUNCTIONS) and (node.end_lineno or 0) - node.lineno + 1 >= limit:
            yield f"{node.name}, line {node.lineno}"


def inner_imports(tree: ast.Module) -> Iterator[str]:
    """Imports inside functions hide who needs whom."""
    for outer in ast.walk(tree):
        if isinstance(outer, FUNCTIONS):
            yield from (
                f"line {n.lineno}" for n in ast.walk(outer) if isinstance(n, ast.Import | ast.ImportFrom)
            )


def clocks(tree: ast.Module) -> Iterator[str]:
    """Looks at the clock."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and CLOCKS.search(ast.unparse(node)):
            yield f"line {node.lineno}: {ast.unparse(node)}"
        if (
            isinstance(node, ast.ImportFrom)
            and node.module == "time"
            and {n.name for n in node.names} & {"time"}
        ):
            yield f"line {node.lineno}: from time"


def imported(tree: ast.Module) -> Iterator[str]:
    """Full names of all that a module imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{name.name}" for name in node.names)
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


def questionless(tree: ast.Module) -> Iterator[str]:
    """No docstring, or one that does not say what question the file answers (``Pace: is …?``)."""
    stated = (ast.get_docstring(tree) or "").partition("\n")[0]
    if tree.body and not set(":?：？") & set(stated):
        yield stated or "no docstring"


def shunned_names(parts: tuple[str, ...]) -> Iterator[str]:
    """Names that say nothing about what is inside."""
    for part in parts:
        yield from SHUNNED & set(part.partition(".")[0].lower().split("_"))


def stubs(tree: ast.Module) -> Iterator[str]:
    """Functions that are not written, except abstract ones whose docstring says what is asked for."""
    for outer in ast.walk(tree):
        if not isinstance(outer, FUNCTIONS):
            continue
        explained = ast.get_docstring(outer) is not None and len(outer.body) == 2
        if not explained and any(
            isinstance(n, ast.Raise) and NOT_WRITTEN in ast.unparse(n) for n in ast.walk(outer)
        ):
            yield f"{outer.name}, line {outer.lineno}"


def idle_tests(tree: ast.Module) -> Iterator[str]:
    """Tests that are switched off without a reason, or that cannot fail."""
    for node in ast.walk(tree):
        written = ast.unparse(node) if isinstance(node, ast.Assert | ast.Call | ast.Attribute) else ""
        if written == "assert True" or re.fullmatch(r"pytest\.(skip|xfail)\(\)", written):
            yield f"line {node.lineno}: {written}"
    called = {
        id(n.func) for n in ast.walk(tree) if isinstance(n, ast.Call) and ast.unparse(n).count("reason=")
    }
    for node in ast.walk(tree):
        off = isinstance(node, ast.Attribute) and re.fullmatch(
            r"pytest\.mark\.(skip|skipif|xfail)", ast.unparse(node)
        )
        if off and id(node) not in called:
            yield f"line {node.lineno}: {ast.unparse(node)}"


def unsayable(tree: ast.Module) -> Iterator[str]:
    """Messages put together before they are said: no translator ever sees them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("say", "noted") and node.args:
            said = node.args[0]
            if isinstance(said, ast.JoinedStr | ast.BinOp):
                yield f"line {node.lineno}: {ast.unparse(said)}"


def outside_templates(page: str) -> str:
    """What a page says without passing through the template language, less its comments and the word 中文."""
    return re.sub(r"{{.*?}}|{%.*?%}|{#.*?#}|/\*.*?\*/|<!--.*?-->|中文", "", page, flags=re.DOTALL)


def outside_brackets(sentence: str) -> str:
    """A sentence less what stands in brackets or quotation marks."""
    return re.sub(r"\(.*?\)|（.*?）|“.*?”|«.*?»", "", sentence)
