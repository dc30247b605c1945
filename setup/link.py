"""Link: how does the virtual environment find this checkout and its `maoding` command?

A path file and a script are all an editable install comes to; writing them needs neither build tools nor a network.
"""

import sys
import sysconfig
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def link() -> None:
    """Put the checkout on the environment's path and write the commands that pyproject.toml names."""
    packages = Path(sysconfig.get_path("purelib"))
    (packages / "maoding.pth").write_text(f"{ROOT}\n", encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for name, entry in project["scripts"].items():
        module, function = entry.split(":")
        command = Path(sysconfig.get_path("scripts")) / name
        command.write_text(
            f"#!{sys.executable}\nimport sys\n\nfrom {module} import {function}\n\nsys.exit({function}())\n",
            encoding="utf-8",
        )
        command.chmod(0o755)


if __name__ == "__main__":
    link()
