"""Putting down: how do several files come into a folder together, whole or not at all?

They are written into a hidden folder beside their places and moved when all of them are there, the last one last: it
tells the digests of the others. A run that was killed leaves its hidden folder behind, which the next one removes; it
knows it by the lock that only a living run holds.
"""

import contextlib
import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path


def put_down(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write files by name; files of these names are replaced whole.

    Raises:
        OSError: the folder cannot be made or written to; nothing of these names has changed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    mark = f".{Path(next(iter(files))).stem}."
    _clear(folder, mark)
    with _hidden(folder, mark) as hidden:
        for name, said in files.items():
            _write(hidden / name, said)
        return [(hidden / name).replace(folder / name) for name in files]


def _write(path: Path, said: bytes) -> None:
    with path.open("wb") as file:
        file.write(said)
        file.flush()
        os.fsync(file.fileno())


@contextlib.contextmanager
def _hidden(folder: Path, mark: str) -> Iterator[Path]:
    """A folder of our own, locked while we live, and gone when we are done."""
    hidden = Path(tempfile.mkdtemp(prefix=mark, dir=folder))
    held = os.open(hidden, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield hidden
    finally:
        shutil.rmtree(hidden, ignore_errors=True)
        os.close(held)


def _clear(folder: Path, mark: str) -> None:
    """Remove what killed runs left behind."""
    for left in folder.glob(f"{mark}*"):
        held = os.open(left, os.O_RDONLY)
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(left, ignore_errors=True)
        except BlockingIOError:
            pass  # another run is at work there
        finally:
            os.close(held)
