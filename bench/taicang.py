"""Taicang: how long does the scoreboard of the whole Taicang ledger take, at the command line and as a page?"""

import hashlib
import json
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from bench import alone
from bench.report import Line, heading, lines

RUNS, PAGES = 9, 50
MAIN = "from maoding.app.main import main; main()"
QUESTION = ["scoreboard", "--city", "taicang", "--day", "2021-06-30", "--json"]


def run(folder: Path) -> None:
    """Load Taicang's pack into a ledger of its own, then ask: limits are 1 s beyond Python's own start, and 200 ms."""
    ledger = {"MAODING_DATABASE": str(folder / "taicang.db")}
    _timed([sys.executable, "-c", MAIN, "load", "cities/taicang", "--json"], ledger, may_fail=True)
    python, asked = [], []
    for _ in range(RUNS):
        python.append(_timed([sys.executable, "-c", "pass"], ledger))
        asked.append(_timed([sys.executable, "-c", MAIN, *QUESTION], ledger))
    answers = {hashlib.sha256(each["said"].encode()).hexdigest() for each in asked}
    ids = " ".join(sorted(row["id"] for row in json.loads(asked[0]["said"])))
    again = alone.run("by_page", folder, PAGES, **ledger)
    new = alone.run("by_new_page", folder, PAGES, **ledger)
    heading(
        f"Scoreboard of Taicang's whole ledger, {len(ids.split())} promises as known on 2021-06-30; medians"
    )
    beyond = {name: _median(asked, name) - _median(python, name) for name in ("wall", "cpu")}
    lines(
        [
            Line(
                f"command line beyond `python -c pass` ({RUNS} runs)",
                beyond["wall"],
                beyond["cpu"],
                limit=1.0,
            ),
            _page(f"page, the same day again ({PAGES})", again),
            _page(f"page, a day nobody asked about before ({PAGES})", new),
        ]
    )
    print(f"  answers: {len(answers)} different one(s) in {RUNS} runs, sha256 {min(answers)[:16]}; ", end="")
    print("the page shows the same promises" if again["checksum"] == ids else "THE PAGE SHOWS OTHER PROMISES")


def _page(name: str, found: dict[str, Any]) -> Line:
    wall, cpu = (statistics.median(found[kind]) for kind in ("wall", "cpu"))
    return Line(name, wall, cpu, found["peak_mb"], limit=0.2)


def _timed(command: list[str], ledger: dict[str, str], *, may_fail: bool = False) -> dict[str, Any]:
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    environment = alone.environment(**ledger)
    done = subprocess.run(
        command, cwd=alone.ROOT, env=environment, capture_output=True, text=True, check=False
    )
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    assert may_fail or done.returncode == 0, done.stderr
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"wall": wall, "cpu": cpu, "said": done.stdout}


def _median(runs: list[dict[str, Any]], name: str) -> float:
    return statistics.median(run[name] for run in runs)
