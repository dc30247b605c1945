"""Serving: how is the site served on this machine?"""

import os
import socket
import sys

import click

from maoding.terms.language import say

LOOPBACK = "127.0.0.1"


NOTHING_DONE = 3


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
    return True


def serve_site(port: int, *, demo: bool) -> None:
    """Hand this process over to gunicorn on loopback; two workers of four threads.

    The secret is made once here, so that all workers share it.
    """
    environment = dict(os.environ)
    environment.setdefault("MAODING_SECRET", os.urandom(48).hex())
    environment["DJANGO_SETTINGS_MODULE"] = "maoding.app.settings"
    if demo:
        environment["MAODING_DEMO"] = "1"
    if not _is_free(port):
        click.echo(say("端口 {port} 已被占用。请用 --port 换一个", port=port), err=True)
        sys.exit(NOTHING_DONE)
    click.echo(say("网站在 http://{host}:{port}/ ，按 Ctrl-C 结束", host=LOOPBACK, port=port))
    sys.stdout.flush()
    workers = ["--worker-class", "gthread", "--workers", "2", "--threads", "4"]
    binding = ["--bind", f"{LOOPBACK}:{port}", "--log-level", "warning", "maoding.app.server:application"]
    os.execve(sys.executable, [sys.executable, "-m", "gunicorn", *workers, *binding], environment)  # noqa: S606
