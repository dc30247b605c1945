"""What every test may ask for: the data beside the project, and a frozen answer to compare with."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"

# No deadlines: on a busy machine a slow example is no fault. `make check` tries fewer examples; in CI hypothesis takes
# its own profile, which tries the same ones every time.
settings.register_profile("thorough", deadline=None)
settings.register_profile("quick", deadline=None, max_examples=20)
if "CI" not in os.environ:
    settings.load_profile("thorough")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write-golden", action="store_true", help="write the golden files anew")


@pytest.fixture(scope="session")
def shared() -> Path:
    """Folder of the data beside the project; a test that asks for it is not run where there is none."""
    folder = Path(os.environ.get("SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip("not run: no shared data")
    return folder


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Hold a text against tests/golden/NAME; `make golden` writes the file instead."""

    def hold(name: str, text: str) -> None:
        frozen = GOLDEN / name
        if request.config.getoption("--write-golden"):
            frozen.parent.mkdir(parents=True, exist_ok=True)
            frozen.write_text(text, encoding="utf-8")
        assert frozen.is_file(), f"tests/golden/{name} is missing: make golden"
        assert text == frozen.read_text(encoding="utf-8"), f"{name} has changed; if rightly so: make golden"

    return hold
