"""Markup made here (names escaped) on the screen, where Streamlit's own element would take drawings out or where a row
opens something: one small component, the same for all."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import streamlit as st

HERE = Path(__file__).parent


def show(html: str, *, key: str) -> str | None:
    """Draw the markup; gives the `data-row` of the row that was tapped, once."""
    mark = hashlib.blake2b(html.encode(), digest_size=8).hexdigest()
    result: Any = _component()(data={"html": html, "id": mark}, key=key, on_row_change=_tapped)
    return getattr(result, "row", None)


def _tapped() -> None:
    """The tap itself is read from the result; a callback makes Streamlit hand it on."""


@st.cache_resource(max_entries=1, show_spinner=False)
def _component() -> Any:
    js = (HERE / "drawn.js").read_text(encoding="utf-8")
    return st.components.v2.component("drawn", html='<div class="drawn"></div>', js=js, isolate_styles=False)
