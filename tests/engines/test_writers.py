"""Does the ledger stay whole when two write at once, and when one is killed in the middle?"""

import json
import os
import subprocess
import sys
from urllib.parse import urlsplit

import psycopg
import pytest

from tests.conftest import ROOT

# Django must be set up before the ledger's tables can be named.
START = "import django; django.setup(); from tests.engines.writer import main; main()"
WHOLE = {"links": [], "ranges": [], "guards": []}


@pytest.fixture(params=["sqlite", "postgresql"])
def ledger(request, tmp_path):
    """Environment of a process that works on an empty ledger of its own, in both databases."""
    address = str(tmp_path / "ledger.db")
    if request.param == "postgresql":
        server = request.getfixturevalue("postgres_url")
        name = f"writers_{abs(hash(request.node.name))}"
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        address = urlsplit(server)._replace(path=f"/{name}").geturl()
    surroundings = os.environ | {
        "MAODING_DATABASE": address,
        "DJANGO_SETTINGS_MODULE": "maoding.app.settings",
    }
    migrate = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    subprocess.run(migrate, cwd=ROOT, env=surroundings, check=True)
    return surroundings


def writer(ledger, *words):
    piped = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    return subprocess.Popen([sys.executable, "-c", START, *words], cwd=ROOT, env=ledger, **piped)


def done(process):
    said, _ = process.communicate("go\n", timeout=120)
    assert process.returncode == 0
    return said


def look(ledger):
    return json.loads(done(writer(ledger, "look")))


def test_two_writers_at_once_never_break_the_chain(ledger):
    both = [writer(ledger, "acts", name, "25") for name in ("one", "other")]
    assert [process.stdout.readline() for process in both] == ["ready\n", "ready\n"]
    for process in both:
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in both:
        done(process)
    assert look(ledger) == {"acts": 50, "entries": 125, "spans": 125} | WHOLE


def test_a_load_killed_in_the_middle_leaves_nothing_behind_and_can_be_repeated(ledger):
    for pause in ('INTO "act"', 'INTO "entry"', 'INTO "span"'):
        killed = writer(ledger, "batch", pause, "1200")
        assert killed.stdout.readline() == "halted\n"
        killed.kill()
        killed.communicate()
        assert look(ledger) == {"acts": 0, "entries": 0, "spans": 0} | WHOLE
    done(writer(ledger, "batch", "", "1200"))
    assert look(ledger) == {"acts": 1, "entries": 1200, "spans": 1200} | WHOLE
