"""Running: does each case of a folder come out as it says it must?"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from conformance.cases import DECISION, Case, Expected, Suite, suites
from maoding.app import clock
from maoding.decisions.faults import RuleError
from maoding.decisions.feel.names import plain
from maoding.decisions.models import Answer, Model, read_model
from maoding.decisions.models.xml import read_xml
from maoding.decisions.values.comparing import equal
from maoding.decisions.values.reading import moment_in
from maoding.decisions.values.writing import text_of

CLOSE = Decimal("1e-9")  # of a number that a case rounds when it writes it down


@dataclass(frozen=True)
class Outcome:
    """How one case came out: a reason for each node that came to something else."""

    suite: Suite
    case: Case
    reasons: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether everything came out as expected."""
        return not self.reasons


def run(folder: Path) -> Iterator[Outcome]:
    """Run every case of a folder; a model that cannot be read fails each of its cases."""
    for suite in suites(folder):
        try:
            model = read_model(suite.model.read_bytes(), _finder(suite.model.parent))
        except (OSError, RuleError) as error:
            yield from (Outcome(suite, case, (str(error),)) for case in suite.cases)
            continue
        for case in suite.cases:
            yield Outcome(suite, case, tuple(_reasons(model, case)))


def _finder(folder: Path) -> Callable[[str, str], bytes | None]:
    """Finds imported models by their namespace among the files of a folder."""

    @cache
    def by_namespace() -> dict[str, bytes]:
        files = [path.read_bytes() for path in sorted(folder.glob("*.dmn"))]
        return {read_xml(data).get("namespace"): data for data in files}

    return lambda namespace, _location: by_namespace().get(namespace)


def _reasons(model: Model, case: Case) -> Iterator[str]:
    for wanted in case.expected:
        try:
            answer = _answer(model, case, wanted)
        except RuleError as error:
            if not wanted.error:
                yield f"{wanted.name}: {error}"
            continue
        except Exception as error:  # noqa: BLE001 a crash is this case's failure, not the end of the run
            yield f"{wanted.name}: {type(error).__name__}: {error}"
            continue
        if not alike(answer.value, wanted.value):
            notes = "; ".join(dict.fromkeys(note.reason for note in answer.notes))
            yield f"{wanted.name}: {_told(answer.value)} instead of {_told(wanted.value)} ({notes})"


def _answer(model: Model, case: Case, wanted: Expected) -> Answer:
    now = moment_in(clock.now().isoformat(timespec="microseconds"))
    if case.kind == DECISION:
        return model.decide(wanted.name, case.inputs, now)
    name = case.invocable or wanted.name
    answer = model.invoke(name, case.inputs, now)
    if isinstance(answer.value, Mapping) and name != wanted.name and wanted.name in answer.value:
        return Answer(answer.value[wanted.name], answer.notes)
    return answer


def alike(found: object, wanted: object) -> bool:
    """Whether what was found is what was wanted; numbers may differ where a case rounds them."""
    if isinstance(found, Decimal) and isinstance(wanted, Decimal):
        return abs(found - wanted) <= CLOSE * max(Decimal(1), abs(wanted))
    if isinstance(found, list) and isinstance(wanted, list):
        return len(found) == len(wanted) and all(map(alike, found, wanted))
    if isinstance(found, dict) and isinstance(wanted, dict):
        left, right = ({plain(key): value for key, value in each.items()} for each in (found, wanted))
        return left.keys() == right.keys() and all(alike(left[key], right[key]) for key in left)
    return equal(found, wanted) is True


def _told(value: object) -> str:
    try:
        return text_of(value)
    except ValueError:
        return str(value)
