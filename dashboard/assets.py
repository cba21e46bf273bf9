"""Where the browser finds what this machine serves itself."""

from __future__ import annotations

import streamlit as st

from dashboard import packaged

FAVICON = str(packaged.HERE / "favicon.svg")  # a Material icon here would be fetched from abroad


def url(name: str) -> str:
    """Where the browser finds a static file, below the base path of a proxy."""
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}/app/static/{name}" if base else f"/app/static/{name}"
