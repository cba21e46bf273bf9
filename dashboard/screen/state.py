"""A viewer's session and address, read and written here alone: what lasts while one browser page is open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

MEANT = "address-meant"


def asked(name: str) -> str:
    """One part of the address; '' where it is not there."""
    meant: Mapping[str, str] = kept(MEANT, {})
    return str(meant.get(name) or st.query_params.get(name, ""))


def mean(parts: Mapping[str, str]) -> None:
    """What the address of before that this page was opened by says in the parts of today; for this run alone."""
    keep(MEANT, dict(parts))


def ask(name: str, text: str | None) -> None:
    """Put one part into the address; None takes it out."""
    keep(MEANT, {other: said for other, said in kept(MEANT, {}).items() if other != name})
    if text is None:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = text


def address() -> dict[str, str]:
    """All parts of the address."""
    return st.query_params.to_dict()


def readdress(parts: Mapping[str, str]) -> None:
    """These parts and no others; an address that says so already is left alone."""
    if address() != parts:
        st.query_params.from_dict(parts)


def kept(key: str, otherwise: Any = None) -> Any:
    """What this session keeps under a key, a widget's value under the widget's."""
    return st.session_state.get(key, otherwise)


def keep(key: str, value: object) -> None:
    """Keep it for this session; under a widget's key the widget shows it."""
    st.session_state[key] = value


def take(key: str) -> Any:
    """What is kept, once."""
    return st.session_state.pop(key, None)
