"""Is everything that gets installed pinned and hashed, and are both sets of packages of one mind?"""

import json
import re

import pytest

from tests.house.tree import ROOT

PIN = re.compile(r"^([a-z0-9.-]+)(?:\[.*\])?==(\S+)", re.MULTILINE)
LOCKS = {"requirements-setup.lock": "setup", "requirements.lock": "run", "requirements-test.lock": "test"}


def pins(lock):
    return set(PIN.findall((ROOT / lock).read_text()))


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_with_its_hashes(lock):
    written = re.split(r"^(?=[a-z0-9])", (ROOT / lock).read_text(), flags=re.MULTILINE)
    blocks = [block for block in written if "==" in block]
    assert {found for block in blocks for found in PIN.findall(block)} == pins(lock) != set()
    assert not [block.split()[0] for block in blocks if "--hash=sha256:" not in block]


@pytest.mark.parametrize(("lock", "wanted"), LOCKS.items())
def test_what_is_asked_for_is_locked(lock, wanted):
    asked = re.findall(
        r"^([A-Za-z0-9][A-Za-z0-9-]*)", (ROOT / f"requirements/{wanted}.in").read_text(), re.MULTILINE
    )
    assert asked
    assert {name.lower() for name in asked} <= {name for name, _ in pins(lock)}


def test_the_tests_run_on_the_versions_that_people_run():
    assert pins("requirements.lock") <= pins("requirements-test.lock")


def test_the_packages_of_the_pages_are_hashed_and_name_no_place():
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    locked = {name: package for name, package in packages.items() if name}
    assert {"node_modules/@tabler/core", "node_modules/echarts", "node_modules/htmx.org"} <= set(locked)
    assert not [
        name for name, package in locked.items() if "integrity" not in package or "resolved" in package
    ]
