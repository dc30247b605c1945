"""Bench: which comparisons are run? ``python -m bench [taicang] [site] [judging] [reading]``; all without a word."""

import sys
import tempfile
from pathlib import Path

from bench import comparing, report, site, taicang

PARTS = {
    "taicang": taicang.run,
    "site": site.run,
    "judging": comparing.judging,
    "reading": comparing.reading,
}


def main(words: list[str]) -> None:
    """Run the parts named, each in a scratch folder of its own."""
    if unknown := set(words) - set(PARTS):
        sys.exit(f"no such part: {' '.join(sorted(unknown))}; there are {' '.join(PARTS)}")
    report.surroundings()
    for name in words or PARTS:
        with tempfile.TemporaryDirectory(prefix="maoding-bench-") as folder:
            PARTS[name](Path(folder))


if __name__ == "__main__":
    main(sys.argv[1:])
