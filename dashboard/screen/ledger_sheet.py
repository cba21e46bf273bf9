"""Where the HTML of the ledger meets the screen: one small component, so that a tap on a row opens the post's card."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import streamlit as st

from dashboard.drawing.theme import Palette

HERE = Path(__file__).parent
COLOURS = ("good", "soon", "bad", "delegated", "unknown", "none", "volume")
DEEP = {"bad": "#b5451a", "delegated": "#6a55a0"}  # white text on them keeps 4.5:1 in both modes


def show(html: str, *, key: str, colours: Palette) -> str | None:
    """Draw HTML made here (names escaped); gives the post of the row that was tapped, once."""
    named = {name: getattr(colours, name) for name in COLOURS} | {f"{name}-deep": hex_ for name, hex_ in DEEP.items()}
    data = {"html": html, "id": hashlib.blake2b(html.encode(), digest_size=8).hexdigest(), "colours": named}
    result: Any = _component()(data=data, key=key, on_post_change=_tapped)
    return getattr(result, "post", None)


def _tapped() -> None:
    """The tap itself is read from the result; a callback makes Streamlit hand it on."""


@st.cache_resource(max_entries=1, show_spinner=False)
def _component() -> Any:
    css, js = ((HERE / f"ledger.{name}").read_text(encoding="utf-8") for name in ("css", "js"))
    return st.components.v2.component("ledger_sheet", html='<div class="ledger-root"></div>', css=css, js=js)
