"""One choice within a page, kept in the address: which of several views of the same figures is drawn."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st


def segments(name: str, words: Mapping[str, str], *, label: str) -> str:
    """The chosen code; the first is the default. Only the chosen view is computed (closed tabs would all run)."""
    return st.segmented_control(
        label,
        list(words),
        format_func=words.__getitem__,
        default=next(iter(words)),
        required=True,
        key=name,
        bind="query-params",
        label_visibility="collapsed",
    )
