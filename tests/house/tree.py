"""Tree: which files is the project made of?"""

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PROGRAM = ("maoding", "bench", "setup")
WRITTEN = (*PROGRAM, "tests")
BINARY = {".png", ".xlsx", ".docx", ".pdf", ".ico", ".woff2", ".zip", ".mo"}


@cache
def files() -> tuple[Path, ...]:
    """Every file that is or would be committed, relative to the root."""
    git = [
        "git",
        "-c",
        f"safe.directory={ROOT}",
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ]
    listed = subprocess.run(git, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    found = tuple(Path(name) for name in sorted(set(listed.split("\0"))) if name and (ROOT / name).is_file())
    assert len(found) > 50, "git lists hardly any file"
    return found


def of(*folders: str, suffix: str = ".py") -> list[Path]:
    """Files of some top folders with a suffix; what Django writes itself (migrations) is left out."""
    chosen = [path for path in files() if path.parts[0] in folders and path.suffix == suffix]
    return [path for path in chosen if "migrations" not in path.parts]


@cache
def text(path: Path) -> str:
    """What a file says."""
    return (ROOT / path).read_text(encoding="utf-8")


@cache
def parsed(path: Path) -> ast.Module:
    """A Python file as a syntax tree."""
    return ast.parse(text(path), filename=str(path))


def texts() -> list[Path]:
    """Every file that holds text."""
    return [path for path in files() if path.suffix not in BINARY]
