"""Third-party files the browser needs, copied at start from their packages into the ignored `dashboard/static/`."""

from __future__ import annotations

import shutil
from pathlib import Path

import streamlit as st

from dashboard import packaged

HERE = Path(__file__).parent
STATIC = HERE / "static"
FAVICON = str(HERE / "favicon.svg")  # a Material icon here would be fetched from abroad


def install() -> Path:
    """Leaflet, Be Vietnam Pro and the map's own sheet beside the entry, where static serving looks; copied once."""
    STATIC.mkdir(exist_ok=True)
    for source in (*packaged.fonts(), *packaged.leaflet(), HERE / "map.css"):
        target = STATIC / source.name
        if not target.exists() or target.stat().st_size != source.stat().st_size:
            partial = target.with_name(f".{source.name}.partial")
            shutil.copyfile(source, partial)
            partial.replace(target)
    return STATIC


def url(name: str) -> str:
    """Where the browser finds a static file, below the base path of a proxy."""
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}/app/static/{name}" if base else f"/app/static/{name}"
