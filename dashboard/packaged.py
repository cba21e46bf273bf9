"""Third-party files that packages carry: where Leaflet and Be Vietnam Pro lie on this machine."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold")
LEAFLET = ("leaflet.js", "leaflet.css")


def fonts() -> list[Path]:
    """The weights of Be Vietnam Pro that are used, as files."""
    folder = _package("fontpkg_be_vietnam_pro") / "files"
    return [folder / f"BeVietnamPro-{weight}.ttf" for weight in WEIGHTS]


def leaflet() -> list[Path]:
    """Leaflet's script and style sheet."""
    return [_package("xstatic.pkg.leaflet") / "data" / name for name in LEAFLET]


def _package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(name)
    return Path(spec.origin).parent
