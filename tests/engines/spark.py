"""Spark: how do tests get a master with two workers of their own, and leave nothing running behind?

The wheel brings no start scripts, so the daemons are started by `spark-class`. All of it listens on the loopback only.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pyspark
from pyspark import SparkContext

from tests.engines.postgres import free_port

LOOPBACK = "127.0.0.1"
JAVA = 17
PATIENCE = 90.0  # seconds for a busy two-core machine
DAEMON = "org.apache.spark.deploy"
WORKERS = 2
# Short lives are not worth the second compiler: half of the processor time of these tests.
QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
# A driver on the loopback too, and no more partitions or planning than a county's figures need.
SMALL = {
    "spark.driver.extraJavaOptions": QUICK,
    "spark.executor.extraJavaOptions": QUICK,
    "spark.driver.host": LOOPBACK,
    "spark.driver.bindAddress": LOOPBACK,
    "spark.driver.memory": "768m",
    "spark.executor.memory": "512m",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.shuffle.partitions": "2",
}


def java_home() -> str | None:
    """Home of Java 17 where Debian keeps it; None leaves the choice to JAVA_HOME or the path."""
    found = sorted(Path("/usr/lib/jvm").glob(f"java-{JAVA}-*/bin/java"))
    return str(found[0].parent.parent) if found else os.environ.get("JAVA_HOME")


def surroundings(folder: Path) -> dict[str, str]:
    """Environment of the daemons and of the driver: which Java, which Python, the loopback, one scratch folder."""
    home = java_home()
    assert home or shutil.which("java"), "Java 17 is not installed: run `make test`, or setup/needs.sh test"
    chosen = {
        "SPARK_HOME": str(Path(pyspark.__file__).parent),
        "SPARK_LOCAL_IP": LOOPBACK,
        "SPARK_LOCAL_DIRS": str(folder),
        "SPARK_DAEMON_MEMORY": "256m",
        "SPARK_DAEMON_JAVA_OPTS": QUICK,
        "PYSPARK_PYTHON": sys.executable,
    }
    return chosen | ({"JAVA_HOME": home} if home else {})


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((LOOPBACK, port)) == 0


def _until(ready, daemon: subprocess.Popen[bytes], log: Path) -> None:  # type: ignore[no-untyped-def]
    end = time.monotonic() + PATIENCE
    while not ready():
        waiting = daemon.poll() is None and time.monotonic() < end
        assert waiting, f"Spark did not start:\n{log.read_text()}"
        time.sleep(0.1)


def _stop(daemon: subprocess.Popen[bytes]) -> None:
    """End a daemon by its own id; a worker ends its executors as it goes."""
    daemon.terminate()
    try:
        daemon.wait(20)
    except subprocess.TimeoutExpired:
        daemon.kill()
        daemon.wait()


def end_driver() -> None:
    """End the Java process that Spark's client keeps after its session, so that the next session starts its own."""
    gateway = SparkContext._gateway
    assert gateway is not None
    gateway.shutdown()
    gateway.proc.stdin.close()
    _stop(gateway.proc)
    SparkContext._gateway = SparkContext._jvm = None


@contextmanager
def _daemon(folder: Path, name: str, arguments: list[str]) -> Iterator[tuple[subprocess.Popen[bytes], Path]]:
    log = folder / f"{name}.log"
    program = Path(pyspark.__file__).parent / "bin" / "spark-class"
    with log.open("wb") as lines:
        daemon = subprocess.Popen(
            [program, *arguments],
            env=os.environ | surroundings(folder),
            cwd=folder,
            stdout=lines,
            stderr=lines,
        )
    try:
        yield daemon, log
    finally:
        _stop(daemon)


@contextmanager
def cluster() -> Iterator[tuple[str, Path]]:
    """Run a master and two workers of one core each; gives ``spark://…`` and their scratch folder."""
    folder, port = Path(tempfile.mkdtemp(prefix="maoding-spark-")), free_port()
    address = f"spark://{LOOPBACK}:{port}"
    where = ["--host", LOOPBACK, "--webui-port", "0"]
    with ExitStack() as running:
        running.callback(shutil.rmtree, folder, ignore_errors=True)
        master = [f"{DAEMON}.master.Master", *where, "--port", str(port)]
        daemon, log = running.enter_context(_daemon(folder, "master", master))
        _until(lambda: _listens(port), daemon, log)
        for number in range(WORKERS):
            worker = [f"{DAEMON}.worker.Worker", *where, "--cores", "1", "--memory", "1g", address]
            daemon, log = running.enter_context(_daemon(folder, f"worker-{number}", worker))
            _until(lambda log=log: "registered with master" in log.read_text(), daemon, log)
        yield address, folder
