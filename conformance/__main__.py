"""Conformance: how many cases of the kit come out right? ``python -m conformance FOLDER [--reasons]``."""

import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from conformance.running import Outcome, run


def main(words: list[str]) -> None:
    """Run the cases of a folder and print a table by model; with ``--reasons`` each case that fails, and why.

    Ends with 1 when a case fails, and with 2 when there is no case at all.
    """
    folders = [Path(word) for word in words if not word.startswith("-")]
    if len(folders) != 1 or not folders[0].is_dir():
        sys.exit("which folder? python -m conformance FOLDER [--reasons]")
    outcomes = list(run(folders[0]))
    passed = sum(outcome.passed for outcome in outcomes)
    _table(folders[0], outcomes)
    if "--reasons" in words:
        _reasons(outcome for outcome in outcomes if not outcome.passed)
    print(f"passed {passed} of {len(outcomes)}")
    sys.exit(2 if not outcomes else int(passed < len(outcomes)))


def _table(folder: Path, outcomes: Iterable[Outcome]) -> None:
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for outcome in outcomes:
        model = outcome.suite.file.relative_to(folder).parent.as_posix()
        counts[model][0] += outcome.passed
        counts[model][1] += 1
    for model, (passed, all_) in counts.items():
        print(f"{model:60} {passed:5} of {all_:5}{'' if passed == all_ else '  !'}")


def _reasons(failed: Iterable[Outcome]) -> None:
    for outcome in failed:
        for reason in outcome.reasons:
            print(f"{outcome.suite.file.stem} {outcome.case.id}: {reason}")


if __name__ == "__main__":
    main(sys.argv[1:])
