"""Databases: how does one address become a Django database on SQLite or PostgreSQL?"""

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

# WAL lets pages be read while a load writes; recursive_triggers keeps INSERT OR REPLACE from slipping past the
# triggers that hold the log append-only (contracts §7).
SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA recursive_triggers=ON;",
}


def database(address: str) -> dict[str, Any]:
    """Django's settings for a path (SQLite) or a ``postgresql://`` address."""
    parts = urlsplit(address)
    if parts.scheme not in {"postgresql", "postgres"}:
        if address != ":memory:":
            Path(address).parent.mkdir(parents=True, exist_ok=True)
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": address, "OPTIONS": SQLITE}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
    }
