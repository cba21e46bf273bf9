"""What a viewer opens and takes away, written to the trail before it leaves; nothing where no trail is kept."""

from __future__ import annotations

import hashlib
import ipaddress
from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from dashboard.screen import roles, state, viewer
from data_loaders import trail
from data_loaders.settings import configured

AT, VIEW, REFUSED = "trail_at", "trail_view", "trail_refused"


def opened(page: str) -> None:
    """A page begins; running it again is no opening."""
    if state.kept(AT) != page:
        _write("open", {**_who(), "page": page})
        state.keep(AT, page)
        state.keep(VIEW, None)


def looked_at(page: str, view: Mapping[str, str]) -> None:
    """A page shows this view; once until page or view changes."""
    if state.kept(VIEW) != (page, dict(view)):
        _write("view", {**_who(), "page": page, "view": dict(view)})
        state.keep(VIEW, (page, dict(view)))


def refused(subject: str) -> None:
    """Somebody signed in who has no right here; once a session."""
    if not state.kept(REFUSED):
        _write("refused", {"sub": subject, "address": _address()})
        state.keep(REFUSED, True)


def act(what: str, facts: Mapping[str, str]) -> None:
    """Somebody did what changed something.

    Raises:
        LoaderError: the trail cannot be written.
    """
    _write(what, {**_who(), **facts})


def file(name: str, page: str, make: Callable[[], bytes], view: Mapping[str, str] | None = None) -> Callable[[], bytes]:
    """The same file, made when it is asked for and given only once that stands in the trail.

    Raises:
        LoaderError: from what is returned, where the trail cannot be written.
    """
    return partial(_given, make, {**_who(), "page": page, "view": dict(view or {}), "file": name})


def _given(make: Callable[[], bytes], facts: dict[str, object]) -> bytes:
    content = make()
    _write("file", {**facts, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()})
    return content


def _write(what: str, facts: Mapping[str, object]) -> None:
    if folder := configured().trail_dir:
        trail.write(folder, what, facts)


def _who() -> dict[str, object]:
    """The identity service's mark of the person, role, area and address: no name, no other claim."""
    found = viewer.session()
    if found is None:
        return {"sub": "", "role": "", "area": "", "address": _address()}
    try:
        right = viewer.granted()
    except roles.NoRight:
        right = roles.Granted("")
    return {"sub": found.subject, "role": right.role, "area": right.area or "", "address": _address()}


def _address() -> str:
    """As the proxy told it, else of the connection; '' where neither is an address."""
    told = str(st.context.headers.get("X-Forwarded-For") or st.context.ip_address or "").rpartition(",")[2].strip()
    try:
        return str(ipaddress.ip_address(told))
    except ValueError:
        return ""
