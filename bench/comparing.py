"""Comparing: which ways of doing one thing are set side by side, each in a process of its own, round by round?"""

import statistics
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench import alone, returns, workbook
from bench.report import Line, heading, lines

JUDGING = {
    "by_maoding": "the judge's findings on Polars",
    "by_pandas": "pandas by hand, for just these returns",
    "by_pandas_on_codes": "pandas by hand, names made codes beforehand (not timed)",
    "by_polars": "Polars by hand, for just these returns",
}
READING = {
    "by_intake": "Maoding's intake (text as shown, every cell's address)",
    "by_openpyxl": "openpyxl, read only, values only",
}
ROUNDS, TIMES = 3, 3


def judging(folder: Path) -> None:
    """A province's month judged: completion, pace, light and rank of every project, as known on a day."""
    returns.write(folder)
    projects = returns.COUNTIES * returns.PROJECTS
    heading(
        f"Judging {returns.COUNTIES} counties × {returns.PROJECTS} projects × 24 months as known on {returns.DAY}: "
        "completion, pace, light of 银川, rank in the county"
    )
    _compare(
        JUDGING,
        folder,
        ROUNDS,
        TIMES,
        f"{projects} rows of id, done, target, months, ahead, light, gap, rank",
    )


def reading(folder: Path) -> None:
    """A return of 100,000 rows and 20 columns read."""
    workbook.write(folder)
    heading(f"Reading a workbook of {workbook.ROWS} rows × {len(workbook.HEADS)} columns")
    _compare(READING, folder, 1, 1, "every cell as text, heads included")


def _compare(ways: dict[str, str], folder: Path, rounds: int, times: int, compared: str) -> None:
    """Run the ways one after the other, round by round, and print medians beside those of the first."""
    runs: dict[str, list[dict[str, Any]]] = {way: [] for way in ways}
    for _ in range(rounds):
        for way in ways:
            runs[way].append(alone.run(way, folder, times))
    lines(_line(name, runs[way]) for way, name in ways.items())
    print(f"  compared: {compared}")
    checksums = {way: {run["checksum"] for run in found} for way, found in runs.items()}
    for way, found in checksums.items():
        print(f"  sha256 {' '.join(sorted(each[:16] for each in found))}  {way}")
    print(f"  {'THE SAME ANSWER' if len(set.union(*checksums.values())) == 1 else 'THE ANSWERS DIFFER'}")


def _line(name: str, found: Sequence[dict[str, Any]]) -> Line:
    wall, cpu = (statistics.median(value for run in found for value in run[kind]) for kind in ("wall", "cpu"))
    return Line(name, wall, cpu, max(run["peak_mb"] for run in found))
