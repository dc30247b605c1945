"""Postgres: how do tests get a PostgreSQL server of their own, and leave nothing running behind?

PostgreSQL refuses to run as root, so as root it runs as the unprivileged user that Debian's package creates.
"""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

USER, NAME = "maoding", "maoding"
PATIENCE = 60.0  # seconds for a busy two-core machine


def programs() -> Path:
    """Folder of the newest PostgreSQL's programs; Debian keeps them off the path."""
    if found := sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3])
    ):
        return found[-1].parent
    initdb = shutil.which("initdb")
    assert initdb, "PostgreSQL is not installed: run `make test`, or setup/needs.sh test"
    return Path(initdb).resolve().parent


def unprivileged() -> str | None:
    """Whom to run the server as: ourselves (None) unless we are root."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def free_port() -> int:
    """A loopback port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _run(command: list[str | Path], user: str | None) -> None:
    done = subprocess.run(command, user=user, cwd="/", capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command[0]}: {done.stdout}{done.stderr}"


def _wait(server: subprocess.Popen[bytes], ready: list[str | Path], log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while subprocess.run(ready, cwd="/", capture_output=True, check=False).returncode != 0:
        waiting = server.poll() is None and time.monotonic() < until
        assert waiting, f"PostgreSQL did not start:\n{log.read_text()}"
        time.sleep(0.1)


@contextmanager
def cluster() -> Iterator[str]:
    """Run a private cluster in a temporary folder; gives ``postgresql://…`` of an empty database sorted by pinyin.

    It listens on one free loopback port, keeps nothing (no fsync), and is stopped by its own process id.
    """
    bin_folder, user, port = programs(), unprivileged(), free_port()
    folder = Path(tempfile.mkdtemp(prefix="maoding-postgres-"))
    if user:
        shutil.chown(folder, user)
    data, log = folder / "data", folder / "log"
    pinyin = ["--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=zh-Hans-CN"]
    options = [
        "listen_addresses=127.0.0.1",
        f"unix_socket_directories={folder}",
        "fsync=off",
        "timezone=Asia/Shanghai",
    ]
    server = None
    try:
        _run([bin_folder / "initdb", "-D", data, "-U", USER, "--auth=trust", "--no-sync", *pinyin], user)
        command = [
            bin_folder / "postgres",
            "-D",
            data,
            "-p",
            str(port),
            *(f"--{option}" for option in options),
        ]
        with log.open("wb") as lines:
            server = subprocess.Popen(command, user=user, cwd="/", stdout=lines, stderr=lines)
        _wait(server, [bin_folder / "pg_isready", "-h", "127.0.0.1", "-p", str(port), "-U", USER], log)
        _run([bin_folder / "createdb", "-h", "127.0.0.1", "-p", str(port), "-U", USER, NAME], user)
        yield f"postgresql://{USER}@127.0.0.1:{port}/{NAME}"
    finally:
        if server:
            server.send_signal(signal.SIGINT)  # a fast shutdown: clients are sent away
            server.wait(PATIENCE)
        shutil.rmtree(folder, ignore_errors=True)
