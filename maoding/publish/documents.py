"""Documents: which words did a number come from, when the reader has the document?

The ledger keeps a document's name, hash and character offsets, never its sentences; they appear only when a file of
that hash lies in the reader's own folder (contracts §5).
"""

import hashlib
from pathlib import Path
from typing import Any


def sentence(place: dict[str, Any], folder: Path) -> str | None:
    """Words at a place (``document``, ``sha256``, ``start``, ``end``), or None where they cannot be shown."""
    if "start" not in place:
        return None
    text = document(place, folder)
    return None if text is None else text[int(place["start"]) : int(place["end"])]


def document(place: dict[str, Any], folder: Path) -> str | None:
    """Text of the document a place names, if the reader has exactly that file."""
    root = folder.resolve()
    file = (root / str(place.get("document", ""))).resolve()
    if not (file.is_relative_to(root) and file.is_file()):
        return None
    content = file.read_bytes()
    same = hashlib.sha256(content).hexdigest() == place.get("sha256")
    return content.decode("utf-8") if same else None
