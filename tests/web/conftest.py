"""What the tests of the pages may ask for: a real browser. They share one worker, so it is started once."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
MAODING = [sys.executable, "-c", "from maoding.app.main import main; main()"]
WIDTHS = (360, 1280, 1920)
QUIET = (
    "--no-sandbox",  # root has no sandbox, and the only pages visited are our own
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.xdist_group("web"))
            item.add_marker(pytest.mark.server)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, without a window."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert program, "Chromium is not installed: run `make test`, or setup/needs.sh test"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page that speaks Chinese; an error in the page's scripts or console fails the test."""
    errors: list[str] = []
    context = browser.new_context(locale="zh-CN", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    yield page
    context.close()
    assert not errors, f"the browser complained: {errors}"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the demo site over a ledger of its own with all of Taicang in it, served as `make demo` does."""
    folder = tmp_path_factory.mktemp("site")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = os.environ | {"MAODING_DATABASE": str(folder / "ledger.db"), "HOME": str(folder)}
    loaded = subprocess.run(
        [*MAODING, "load", "cities/taicang"], cwd=ROOT, env=environment, capture_output=True, check=False
    )
    assert loaded.returncode in (0, 1), loaded.stderr.decode()
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(
            [*MAODING, "serve", "--demo", "--port", str(port)],
            cwd=ROOT,
            env=environment,
            stdout=log,
            stderr=log,
        )
        try:
            _wait_for(port, server, folder / "log")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=30)
    assert "Traceback" not in (folder / "log").read_text(), (folder / "log").read_text()


def _wait_for(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(300):
        assert server.poll() is None, f"the site ended before it began: {log.read_text()[-2000:]}"
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=5):
            return
        time.sleep(0.1)
    pytest.fail("the site did not begin within 30 seconds")


@pytest.fixture
def reader(page: Page, site: str) -> Iterator[Page]:
    """A page signed in to the demo by its button; every request it makes must be to the site itself."""
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(urlsplit(request.url).netloc or request.url[:5]))
    page.goto(site)
    page.locator(".btn-primary").click()
    page.wait_for_selector(".lines")
    yield page
    assert asked <= {urlsplit(site).netloc, "data:"}, f"other hosts were asked: {asked}"
