"""Who may look. Without sign-in the dashboard answers this machine only; what is not certain stays closed."""

from __future__ import annotations

import streamlit as st

from queries.scope import Scope

LOOPBACK = {"127.0.0.1", "localhost", "::1"}
PROXIED = ("X-Forwarded-For", "Forwarded", "X-Real-Ip")


def viewer_scope() -> Scope | None:
    """What this viewer may see; None closes the page."""
    return Scope.everything() if is_local_only() else None


def is_local_only() -> bool:
    """The server listens on loopback, and nothing in between brings viewers from elsewhere."""
    address = str(st.get_option("server.address") or "")
    return address in LOOPBACK and not any(name in st.context.headers for name in PROXIED)
