"""Assets: which files of other people's packages do the pages need, and where do they lie?

Beside each lies its gzip, which whitenoise gives to browsers that take it. Pages themselves are never compressed, so
that no length can tell what is in them (BREACH).
"""

import gzip
import json
import re
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ROOT / "node_modules"
VENDOR = ROOT / "maoding" / "publish" / "static" / "vendor"
FILES = {
    "@tabler/core": ("dist/css/tabler.min.css", "dist/js/tabler.min.js"),
    "htmx.org": ("dist/htmx.min.js",),
    "echarts": ("dist/echarts.min.js",),
}
# The maps stay behind; a browser's developer tools would ask for them in vain.
MAP = re.compile(r"\n?(//|/\*)# sourceMappingURL=\S+( \*/)?\s*\Z")


def copy_assets() -> None:
    """Copy the minified files; the list of versions is written last and tells that all of them are there."""
    fresh = VENDOR.with_name("vendor.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    versions = []
    for package, files in FILES.items():
        versions.append(
            f"{package} {json.loads((PACKAGES / package / 'package.json').read_text())['version']}\n"
        )
        for file in files:
            text = (PACKAGES / package / file).read_text(encoding="utf-8")
            place = fresh / Path(file).name
            place.write_text(MAP.sub("\n", text), encoding="utf-8")
            place.with_name(f"{place.name}.gz").write_bytes(gzip.compress(place.read_bytes(), 9, mtime=0))
    shutil.rmtree(VENDOR, ignore_errors=True)
    fresh.rename(VENDOR)
    (VENDOR / "versions.txt").write_text("".join(versions), encoding="utf-8")


if __name__ == "__main__":
    copy_assets()
