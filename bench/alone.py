"""Alone: how long does one way take, and how much memory, in a process of its own?

``python -m bench.alone MODULE FOLDER TIMES`` loads what the module needs (not timed) and does its work TIMES times by
the clock; where that is more than once, once more before to warm up. It prints seconds, processor seconds, peak memory
and the checksum of the answer as JSON.
"""

import importlib
import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent


def run(module: str, folder: Path, times: int, **surroundings: str) -> dict[str, Any]:
    """Run a module of the bench so, and give what it printed; `surroundings` are for its environment.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    words = [sys.executable, "-m", "bench.alone", module, str(folder), str(times)]
    done = subprocess.run(
        words, cwd=ROOT, env=environment(**surroundings), stdout=subprocess.PIPE, text=True, check=True
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def environment(**more: str) -> dict[str, str]:
    """Environment of a process of ours."""
    return os.environ | {"DJANGO_SETTINGS_MODULE": "maoding.app.settings", "PYTHONHASHSEED": "0"} | more


def processor() -> float:
    """Processor seconds of this process so far, all threads."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def peak_mb() -> float:
    """Most memory this process held at once; the kernel's own count, for getrusage remembers the parent's as well."""
    told = Path("/proc/self/status").read_text(encoding="ascii")
    return int(told.partition("VmHWM:")[2].split()[0]) / 1024


def main(name: str, folder: str, times: str) -> None:
    """Do one module's work by the clock."""
    way = importlib.import_module(f"bench.{name}")
    start, start_cpu = time.perf_counter(), processor()
    given = way.load(Path(folder))
    loaded = {"load": time.perf_counter() - start, "load_cpu": processor() - start_cpu}
    if int(times) > 1:
        way.work(given)
    walls, cpus, answer = [], [], None
    for _ in range(int(times)):
        start, start_cpu = time.perf_counter(), processor()
        answer = way.work(given)
        walls.append(time.perf_counter() - start)
        cpus.append(processor() - start_cpu)
    found = {"wall": walls, "cpu": cpus, "peak_mb": peak_mb(), "checksum": way.checksum(answer), **loaded}
    print(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
