"""Markup made here (names escaped) on the screen, where Streamlit's own element would take drawings out or where a row
opens something: one small component, the same for all."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from dashboard.screen import state

HERE = Path(__file__).parent


def show(html: str, *, key: str, on_tap: Callable[[str], None] | None = None) -> str | None:
    """Draw the markup; gives the `data-row` of the row that was tapped, once; `on_tap` is told it before the run."""
    mark = hashlib.blake2b(html.encode(), digest_size=8).hexdigest()
    result: Any = _component()(data={"html": html, "id": mark}, key=key, on_row_change=lambda: _tapped(key, on_tap))
    return getattr(result, "row", None)


def _tapped(key: str, on_tap: Callable[[str], None] | None) -> None:
    """A callback makes Streamlit hand the tap on in the result, too."""
    row = getattr(state.kept(key), "row", None)
    if on_tap is not None and row is not None:
        on_tap(str(row))


@st.cache_resource(max_entries=1, show_spinner=False)
def _component() -> Any:
    js = (HERE / "drawn.js").read_text(encoding="utf-8")
    return st.components.v2.component("drawn", html='<div class="drawn"></div>', js=js, isolate_styles=False)
