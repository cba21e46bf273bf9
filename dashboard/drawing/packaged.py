"""Third-party files that packages carry: where Leaflet and Be Vietnam Pro lie on this machine.

``python -m dashboard.drawing.packaged`` copies what the browser needs into the ignored
`dashboard/static/`; the installation runs it, so that the first visitor finds the font there already.
"""

from __future__ import annotations

import os
import shutil
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from dashboard.drawing import entrance

HERE = Path(__file__).parent
STATIC = HERE.parent / "static"
WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold")
LEAFLET = ("leaflet.js", "leaflet.css")


@cache
def install() -> Path:
    """Leaflet, Be Vietnam Pro, the map's sheet and the `entrance` where static serving looks; once a process."""
    STATIC.mkdir(exist_ok=True)
    for source in (*fonts(), *leaflet(), HERE / "map.css"):
        target = STATIC / source.name
        if not target.exists() or target.stat().st_size != source.stat().st_size:
            partial = target.with_name(f".{source.name}.{os.getpid()}.partial")
            shutil.copyfile(source, partial)
            partial.replace(target)
    entrance_page()
    return STATIC


@cache
def entrance_page() -> Path:
    """The page that every address of the app gives to a browser."""
    return entrance.page(STATIC, package("streamlit") / "static")


def fonts() -> list[Path]:
    """The weights of Be Vietnam Pro that are used, as files."""
    folder = package("fontpkg_be_vietnam_pro") / "files"
    return [folder / f"BeVietnamPro-{weight}.ttf" for weight in WEIGHTS]


def leaflet() -> list[Path]:
    """Leaflet's script and style sheet."""
    return [package("xstatic.pkg.leaflet") / "data" / name for name in LEAFLET]


def package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(name)
    return Path(spec.origin).parent


if __name__ == "__main__":
    install()
