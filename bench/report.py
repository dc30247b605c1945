"""Report: how is what was measured printed, and on what did it run?"""

import os
import platform
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import metadata

LIBRARIES = ("polars", "narwhals", "pandas", "numpy", "pyarrow", "django", "fastexcel", "openpyxl")


@dataclass(frozen=True)
class Line:
    """One way of doing it: seconds, processor seconds, peak memory in MB, the limit it must keep."""

    name: str
    wall: float
    cpu: float
    peak_mb: float | None = None
    limit: float | None = None


def surroundings() -> None:
    """Print versions, the machine and how busy it is."""
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in LIBRARIES)
    print(f"Python {platform.python_version()}, {versions}")
    print(
        f"{os.cpu_count()} processors {platform.machine()}, {platform.system()} {platform.release()}; {load()}"
    )


def load() -> str:
    """How many processes wanted a processor over the last minute."""
    return f"load {os.getloadavg()[0]:.1f}"


def heading(text: str) -> None:
    """Print what is compared."""
    print(f"\n{text}  [{load()}]")


def lines(found: Iterable[Line]) -> None:
    """Print each way; what is first is the measure of the others, unless there are limits to keep."""
    first: Line | None = None
    for line in found:
        first = first or line
        memory = f"{line.peak_mb:6.0f} MB" if line.peak_mb else " " * 9
        if line.limit:
            beside = f"{line.wall / line.limit:.2f} of the limit of {line.limit:g} s"
        else:
            beside = f"× {line.cpu / first.cpu:.2f} processor, × {line.wall / first.wall:.2f} clock"
        print(f"  {line.name:58s} {line.wall:7.3f} s clock {line.cpu:7.3f} s processor {memory}  {beside}")
