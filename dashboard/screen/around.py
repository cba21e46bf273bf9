"""What stands around every page: banner, title, time of the data; and the states in which there is nothing to show."""

from __future__ import annotations

import datetime as dt
from collections.abc import MutableMapping
from html import escape
from typing import Any, NoReturn

import streamlit as st
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.staticfiles import StaticFiles
from streamlit.commands import navigation
from streamlit.delta_generator import DeltaGenerator

from dashboard.drawing import packaged
from dashboard.screen import assets, freshness, state, viewer
from dashboard.words import numbers as vi
from dashboard.words import shell, sign_in
from data_loaders import log
from data_loaders.settings import configured
from data_loaders.snapshot.publish import SnapshotRef, last_attempt

UNKNOWN = "address-unknown"
NOWHERE = "khong-co"
BARE = (".", "index.html")
"""How the files name the app's own address."""
_found = StaticFiles.get_response


def unknown_addresses() -> None:
    """From now on an address that no page has is told by the page that opens instead, once; Streamlit's own window
    would tell it in English over that page, and an address of several parts would stay white.
    """
    navigation.send_page_not_found = lambda ctx: state.keep(UNKNOWN, True)
    setattr(StaticFiles, "get_response", _led_on)  # noqa: B010


async def _led_on(files: StaticFiles, path: str, scope: MutableMapping[str, Any]) -> Response:
    """A file; where there is none and a browser opens a page several parts deep, which would ask for its scripts there,
    an unknown address of one part. What Streamlit gives at all others is the `entrance`.
    """
    setattr(files, "_index_path", str(packaged.entrance_page()))  # noqa: B010
    try:
        found = await _found(files, path, scope)
        return FileResponse(packaged.entrance_page()) if path in BARE else found
    except HTTPException as error:
        is_page = "text/html" in Headers(scope=scope).get("Accept", "")
        if error.status_code != 404 or not is_page or "/" not in path:
            raise
        return RedirectResponse("../" * path.count("/") + NOWHERE, status_code=302)


def snapshot() -> SnapshotRef:
    """The viewer's snapshot, opened; otherwise the page ends with what to do."""
    try:
        found = freshness.chosen(configured().snapshot_dir)
    except freshness.UNREADABLE:
        broken()
    if found is None:
        empty()
    return found


def top(key: str, found: SnapshotRef) -> DeltaGenerator:
    """One row: what the data is of, and that nothing of the demo is real; gives the place for what is asked."""
    st.html(assets.style())
    province = f" · {found.province_name}" if found.province_name else ""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="frame-row"):
        asked = st.container(horizontal=True, vertical_alignment="center", gap="small", key="frame-asked")
        title = escape(f"{shell.PAGES[key]}{province}")
        taken = f"<span>{escape(shell.taken(found.taken_at))}</span>"
        stamp = f'<span class="stamp">{shell.STAMP.format(as_of=vi.date(found.as_of))}{taken}</span>'
        st.html(f'<h1 class="page-title">{title}</h1>{_chips(found)}{stamp}', width="content")
    if state.take(UNKNOWN):
        st.html(f'<p class="notice" role="status">{shell.NO_SUCH_PAGE}</p>')
    freshness.news(found)
    return asked


def _chips(found: SnapshotRef) -> str:
    """That nothing here is real, and that it is this machine only, where it is so."""
    demo = f'<span class="demo-banner" role="note" title="{shell.DEMO_NOTE}">{shell.DEMO_BANNER}</span>'
    local = f'<span class="demo-banner local" role="note">{shell.LOOPBACK_NOTE}</span>'
    return demo if found.is_demo else local if viewer.is_local_only() else ""


def closed() -> NoReturn:
    """The viewer may not look."""
    _state(shell.CLOSED_TITLE, shell.CLOSED_HELP)


def not_for_role(role: str) -> NoReturn:
    """The page is not among those of the viewer's role."""
    _state(sign_in.NOT_FOR_ROLE_TITLE, sign_in.NOT_FOR_ROLE.format(role=sign_in.ROLES[role]))


def not_in_scope() -> NoReturn:
    """What the page is made of is not in the viewer's scope."""
    _state(sign_in.NOT_FOR_ROLE_TITLE, sign_in.NOT_IN_SCOPE)


def unknown_area(area: str) -> NoReturn:
    """The viewer's area is none of the snapshot's."""
    _state(sign_in.NO_RIGHT_TITLE, escape(sign_in.UNKNOWN_AREA.format(area=area)))


def empty() -> NoReturn:
    """No snapshot was ever taken, or it is gone."""
    _state(shell.NOT_READY_TITLE, shell.NOT_READY_HELP, shell.NOT_READY_COMMAND)


def broken() -> NoReturn:
    """There is a snapshot and it cannot be read."""
    _state(shell.BROKEN_TITLE, shell.BROKEN_HELP)


def failed(entry: str) -> None:
    """The page met an error that nobody foresaw; the administrator finds it in the log under that number."""
    text = log.with_entry(shell.FAILED_HELP, entry)
    st.html(f'<div class="state failed" role="alert"><h2>{shell.FAILED_TITLE}</h2><p>{text}</p></div>')


def _state(title: str, text: str, command: str = "") -> NoReturn:
    st.html(assets.style())
    st.html(f'<div class="state"><h2>{title}</h2><p>{text}</p></div>')
    if command:
        with st.container(horizontal_alignment="center"):
            st.code(command, language=None, width="content")
    _failed_attempt()
    st.stop()


def _failed_attempt() -> None:
    attempt = last_attempt(configured().snapshot_dir)
    if attempt and not attempt.get("ok", True):
        at = vi.moment(dt.datetime.fromisoformat(str(attempt["at"])))
        text = shell.LAST_ATTEMPT_FAILED.format(at=at, sentence=attempt.get("sentence", ""))
        st.html(f'<p class="notice">{escape(text)}</p>')
