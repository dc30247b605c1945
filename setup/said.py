"""Said: which texts does a Python file say or note, for pybabel?

Pybabel's own reader takes the first string inside the brackets, so that ``say(WORDS["must"])`` would give «must».
"""

import ast
from collections.abc import Iterator
from typing import IO, Any

FUNCTIONS = ("say", "noted")
Message = tuple[int, str, str, list[str]]


def extract(file: IO[bytes], _keywords: Any, _comments: Any, **_options: Any) -> Iterator[Message]:
    """Line, function, text and comments of every literal message, in the shape pybabel asks for."""
    for node in ast.walk(ast.parse(file.read())):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in FUNCTIONS and node.args:
            text = node.args[0]
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                yield node.lineno, "say", text.value, []
