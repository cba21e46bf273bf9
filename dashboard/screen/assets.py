"""Where the browser finds what this machine serves itself."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

HERE = Path(__file__).parent
STYLE_SHEET = HERE / "style.css"
FAVICON = str(HERE / "favicon.svg")  # a Material icon here would be fetched from abroad


def url(name: str) -> str:
    """Where the browser finds a static file, below the base path of a proxy."""
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}/app/static/{name}" if base else f"/app/static/{name}"
