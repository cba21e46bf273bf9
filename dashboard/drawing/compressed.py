"""``python -m dashboard.drawing.compressed FOLDER``: Streamlit's hashed files, compressed ahead.

Streamlit serves its scripts as they are; a proxy that is given FOLDER (deploy/) sends what was compressed once and well
instead of compressing it for every new visitor. Names carry a hash, so an old folder is slower, never wrong.
"""

from __future__ import annotations

import gzip
import sys
from pathlib import Path

from dashboard.drawing.packaged import package

WORTH = (".js", ".css", ".wasm", ".ttf", ".svg", ".json")


def write(folder: Path) -> int:
    """FOLDER/static/… as the app's addresses have it, and .gz beside what gains by it; gives how many files."""
    source = package("streamlit") / "static" / "static"
    files = [path for path in source.rglob("*") if path.is_file()]
    for path in files:
        target, body = folder / "static" / path.relative_to(source), path.read_bytes()
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(body)
        if path.suffix in WORTH:
            target.with_name(f"{target.name}.gz").write_bytes(gzip.compress(body, 9, mtime=0))
    return len(files)


if __name__ == "__main__":
    print(write(Path(sys.argv[1])))
