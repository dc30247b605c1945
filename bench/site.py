"""Site: how long does the server take for a page, and what would its table cost through Django's own templates?

Each way of each page runs in a process of its own over a ledger that is warm: its answers were asked for before.
"""

import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

from bench import alone, town
from bench.asks import AIM, ASKS, MUST, Ask
from bench.report import heading
from bench.taicang import MAIN

TIMES = 100
TABLES = {
    "by_jinja_table": "its table alone, Jinja2",
    "by_django_table": "its table alone, Django's own templates",
}


def run(folder: Path) -> None:
    """Load both ledgers and ask for every page; limits are in milliseconds of processor."""
    surroundings = _ledgers(folder)
    heading(f"Pages from a warm ledger, medians of {TIMES} in milliseconds of processor")
    for name, ask in ASKS.items():
        ways = ("by_site", *TABLES) if ask.twin else ("by_site",)
        runs = {
            way: alone.run(way, folder, TIMES, BENCH_ASK=name, **surroundings[ask.ledger]) for way in ways
        }
        _tell(ask, runs)


def _ledgers(folder: Path) -> dict[str, dict[str, str]]:
    """Load Taicang's pack and a made-up city of 5,000 projects; gives what a process needs to know to find each."""
    found = {
        "taicang": {"MAODING_DATABASE": str(folder / "taicang.db")},
        "town": {"MAODING_DATABASE": str(folder / "town.db"), "MAODING_CITIES": str(folder / "cities")},
    }
    for name, pack in (("taicang", "cities/taicang"), ("town", town.write(folder))):
        subprocess.run(
            [sys.executable, "-c", MAIN, "load", str(pack), "--json"],
            cwd=alone.ROOT,
            env=alone.environment(**found[name]),
            capture_output=True,
            check=name == "town",  # some of Taicang's rows are sent back, as they must be
        )
    return found


def _tell(ask: Ask, runs: dict[str, dict[str, Any]]) -> None:
    """Print the page beside its limit; of its table how both engines compare, and whether all say the same."""
    aim = f", aim {AIM:g}" if ask.limit == MUST else ""
    print(f"  {ask.what:58s} {_took(runs['by_site'])}  limit {ask.limit:g}{aim}")
    if not ask.twin:
        return
    for way, name in TABLES.items():
        times = _median(runs[way]) / _median(runs["by_jinja_table"])
        print(f"    {name:56s} {_took(runs[way])}  × {times:.2f}")
    same = len({run["checksum"] for run in runs.values()}) == 1
    print(f"    {'THE SAME ROWS' if same else 'THE ROWS DIFFER'}, sha256 {runs['by_site']['checksum'][:16]}")


def _took(run: dict[str, Any]) -> str:
    """The median, and the least: what it takes where no neighbour is busy."""
    return f"{_median(run):7.2f} ms (least {1000 * min(run['cpu']):5.2f})"


def _median(run: dict[str, Any]) -> float:
    return 1000 * statistics.median(run["cpu"])
