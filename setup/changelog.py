"""Changelog: how do the lines in news/ become a version's section? ``changelog.py 0.2.0 2026-01-31``"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def gathered(changelog: str, lines: list[str], version: str, day: str) -> str:
    """The changelog with a new section on top, below its opening paragraph."""
    opening, mark, earlier = changelog.partition("\n## ")
    section = f"\n## {version}（{day}）\n\n" + "".join(f"- {line}\n" for line in lines)
    return opening.rstrip("\n") + "\n" + section + mark + earlier


def main(version: str, day: str) -> None:
    """Move every line of news into CHANGELOG.md."""
    fragments = sorted((ROOT / "news").glob("*.md"))
    lines = [fragment.read_text(encoding="utf-8").strip() for fragment in fragments]
    changelog = ROOT / "CHANGELOG.md"
    changelog.write_text(
        gathered(changelog.read_text(encoding="utf-8"), lines, version, day), encoding="utf-8"
    )
    for fragment in fragments:
        fragment.unlink()


if __name__ == "__main__":
    if len(sys.argv) != 3 or not all(sys.argv[1:]):
        sys.exit("make changelog VERSION=0.2.0 DAY=2026-01-31")
    main(*sys.argv[1:])
