"""Does the same load give the same scoreboard on SQLite and on PostgreSQL?"""

import json
import os
import subprocess
import sys
from urllib.parse import urlsplit

import psycopg

from tests.conftest import ROOT

MAIN = "from maoding.app.main import main; main()"


def maoding(address, *words, done=(0,)):
    environment = os.environ | {"MAODING_DATABASE": address}
    command = [sys.executable, "-c", MAIN, *words, "--json"]
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode in done, run.stderr
    return json.loads(run.stdout)


def answers(address):
    """What loading Taicang reports, what loading it again reports, the scoreboard, and whether the log is whole."""
    first, again = (maoding(address, "load", "cities/taicang", done=(0, 1)) for _ in range(2))
    boards = [
        maoding(address, "scoreboard", "--city", "taicang", "--day", day)
        for day in ("2021-06-30", "2021-12-31")
    ]
    return {"first": first, "again": again, "boards": boards, "faults": maoding(address, "audit")}


def test_taicang_is_the_same_on_both_databases(postgres_url, tmp_path):
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute("CREATE DATABASE taicang")
    on_postgresql = answers(urlsplit(postgres_url)._replace(path="/taicang").geturl())
    on_sqlite = answers(str(tmp_path / "taicang.db"))
    assert on_postgresql == on_sqlite
    assert sum(file["recorded"] for file in on_sqlite["first"]) > 500
    assert sum(file["recorded"] for file in on_sqlite["again"]) == 0
    assert all(len(board) > 10 for board in on_sqlite["boards"])
    assert on_sqlite["faults"] == []
