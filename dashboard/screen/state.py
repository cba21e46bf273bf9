"""A viewer's session and address, read and written here alone: what lasts while one browser page is open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

MEANT = "address-meant"
OWED = "address-owed"  # the page, and what was put into its address: the browser may not have heard of it yet


def asked(name: str) -> str:
    """One part of the address; '' where it is not there."""
    _restate()
    meant: Mapping[str, str] = kept(MEANT, {})
    return str(meant.get(name) or st.query_params.get(name, ""))


def mean(parts: Mapping[str, str]) -> None:
    """What the address of before that this page was opened by says in the parts of today; for this run alone."""
    keep(MEANT, dict(parts))


def ask(name: str, text: str | None) -> None:
    """Put one part into the address; None takes it out."""
    _restate()
    keep(MEANT, {other: said for other, said in kept(MEANT, {}).items() if other != name})
    _owe({name: text})
    _put(name, text)


def address() -> dict[str, str]:
    """All parts of the address."""
    _restate()
    return st.query_params.to_dict()


def readdress(parts: Mapping[str, str]) -> None:
    """These parts and no others; an address that says so already is left alone."""
    now = address()
    if now != parts:
        _owe({name: parts.get(name) for name in {*now, *parts} if now.get(name) != parts.get(name)})
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


def _owe(parts: Mapping[str, str | None]) -> None:
    run = get_script_run_ctx()
    if run is not None:
        page, owed = kept(OWED, (run.page_script_hash, {}))
        keep(OWED, (run.page_script_hash, {**(owed if page == run.page_script_hash else {}), **parts}))


def _restate() -> None:
    """Put in once more what a tap does not say that was sent before the browser heard of it.

    Streamlit takes the address of every run from the browser. With a tap it says where it was then; with Back or a link
    (`inside.js`) where it was led, and what was put in before does not hold there.
    """
    run = get_script_run_ctx()
    if run is None or not kept(OWED):
        return
    page, owed = kept(OWED)
    if run.context_info is None or run.is_history_navigation or page != run.page_script_hash:
        take(OWED)
        return
    for name, text in owed.items():
        _put(name, text)


def _put(name: str, text: str | None) -> None:
    if text is None:
        st.query_params.pop(name, None)
    elif st.query_params.get(name) != text:
        st.query_params[name] = text
