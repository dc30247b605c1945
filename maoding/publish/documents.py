"""Documents: which words did a number come from, when the reader has the document?

The ledger keeps a document's name, hash and character offsets, never its sentences; they appear only when a file of
that hash lies in the reader's own folder (contracts §5).
"""

import hashlib
from functools import lru_cache
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
    file = _file(place, folder)
    return _text(file, str(place.get("sha256"))) if file else None


def is_at_hand(place: dict[str, Any], folder: Path) -> bool:
    """Whether the reader has exactly the file a place names; one that has not changed is read once a process."""
    file = _file(place, folder)
    if file is None:
        return False
    state = file.stat()
    return _is_same(file, str(place.get("sha256")), state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=4096)
def _is_same(file: Path, sha256: str, changed: int, size: int) -> bool:  # noqa: ARG001 - what the answer hangs on
    return _text(file, sha256) is not None


def _file(place: dict[str, Any], folder: Path) -> Path | None:
    """The file of the name a place gives, within the reader's folder only."""
    root = folder.resolve()
    file = (root / str(place.get("document", ""))).resolve()
    return file if file.is_relative_to(root) and file.is_file() else None


def _text(file: Path, sha256: str) -> str | None:
    content = file.read_bytes()
    return content.decode("utf-8") if hashlib.sha256(content).hexdigest() == sha256 else None
