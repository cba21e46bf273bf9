"""Where the browser finds what this machine serves itself."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

HERE = Path(__file__).parent
WIDTHS = {"few": 24, "some": 38, "many": 52, "wide": 68, "all": 500}
"""Class of a table → the width, in rem, up to which its rows are small cards."""
FAVICON = str(HERE / "favicon.svg")  # a Material icon here would be fetched from abroad


def base() -> str:
    """Before every address of the dashboard: '' or '/giam-sat', where a proxy gives it only a part of a name."""
    named = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{named}" if named else ""


def url(name: str) -> str:
    """Where the browser finds a static file."""
    return f"{base()}/app/static/{name}"


@cache
def style() -> str:
    """The style sheet, the rules of a row that is a card once for each class of widths."""
    sheet, card = ((HERE / name).read_text(encoding="utf-8") for name in ("style.css", "cards.css"))
    cards = [
        f"@container (max-width: {most}rem) {{{card.replace('.card', f'.{name}')}}}" for name, most in WIDTHS.items()
    ]
    return f"<style>{sheet}{''.join(cards)}</style>"


def vietnamese(words: Mapping[str, str], patterns: Mapping[str, str]) -> None:
    """Put these where Streamlit's own parts have English ones: whole texts, and regular expressions with what is said
    instead of what they match.
    """
    _vietnamese()(data={"words": dict(words), "patterns": list(patterns.items())}, key="vietnamese")


@st.cache_resource(max_entries=1, show_spinner=False)
def _vietnamese() -> Any:
    js = (HERE / "vietnamese.js").read_text(encoding="utf-8")
    return st.components.v2.component("vietnamese", html="<i></i>", js=js, isolate_styles=False)
