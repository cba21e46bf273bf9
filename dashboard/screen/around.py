"""What stands around every page: banner, title, time of the data; and the states in which there is nothing to show."""

from __future__ import annotations

import datetime as dt
from html import escape
from typing import NoReturn

import streamlit as st

from dashboard.screen import assets, freshness, viewer
from dashboard.words import numbers as vi
from dashboard.words import shell, sign_in
from data_loaders import log
from data_loaders.settings import Settings
from data_loaders.snapshot.publish import SnapshotRef, last_attempt


def snapshot() -> SnapshotRef:
    """The viewer's snapshot, opened; otherwise the page ends with what to do."""
    try:
        found = freshness.chosen(Settings().snapshot_dir)
    except freshness.UNREADABLE:
        broken()
    if found is None:
        empty()
    return found


def top(key: str, found: SnapshotRef) -> None:
    """Banner of the demo, the page's name, and what the data is of."""
    st.html(assets.STYLE_SHEET)
    _banner(found)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", gap="small"):
        province = f" · {found.province_name}" if found.province_name else ""
        title = f"{shell.PAGES[key]}{province}"
        st.html(f'<h1 class="page-title">{escape(title)}</h1>', width="content")
        st.html(f'<span class="stamp">{escape(shell.stamp(found.as_of, found.taken_at))}</span>', width="content")
    freshness.news(found)


def _banner(found: SnapshotRef) -> None:
    """That nothing here is real, and that it is this machine only, where it is so."""
    local = shell.LOOPBACK_NOTE if viewer.is_local_only() else ""
    if found.is_demo:
        text = f"<b>{shell.DEMO_BANNER}</b>{shell.DEMO_NOTE} {local}"
        st.html(f'<div class="demo-banner" role="note">{text}</div>')
    elif local:
        st.html(f'<div class="stamp" role="note">{local}</div>')


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
    st.html(assets.STYLE_SHEET)
    st.html(f'<div class="state"><h2>{title}</h2><p>{text}</p></div>')
    if command:
        with st.container(horizontal_alignment="center"):
            st.code(command, language=None, width="content")
    _failed_attempt()
    st.stop()


def _failed_attempt() -> None:
    attempt = last_attempt(Settings().snapshot_dir)
    if attempt and not attempt.get("ok", True):
        at = vi.moment(dt.datetime.fromisoformat(str(attempt["at"])))
        text = shell.LAST_ATTEMPT_FAILED.format(at=at, sentence=attempt.get("sentence", ""))
        st.html(f'<p class="notice">{escape(text)}</p>')
