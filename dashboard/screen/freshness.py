"""Which snapshot a viewer sees: the one the session began with, until the viewer asks for the new one."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
import threading
from html import escape
from pathlib import Path

import streamlit as st

from dashboard.answers import earlier
from dashboard.screen import state, viewer
from dashboard.words import numbers as vi
from dashboard.words import shell
from data_loaders import log, messages
from data_loaders.settings import configured
from data_loaders.snapshot import publish, renewal
from data_loaders.snapshot.publish import SnapshotRef, current, last_attempt
from queries.snapshot import CANNOT_OPEN, open_snapshot

ROOT = Path(__file__).resolve().parents[2]
AHEAD = ("nice", "-n", "19", sys.executable, "-m", "dashboard.screen.ahead")
AHEAD_SECONDS = 600.0
PINNED = "snapshot_pinned"
LOOK_EVERY = 30.0
COPIES_AFTER: float | None = 20.0  # seconds: viewers go first
UNREADABLE = (*CANNOT_OPEN, KeyError, ValueError)
SILENT = messages.NO_CONNECTION.partition("{")[0]


@st.cache_resource(show_spinner=False)
def renew() -> bool:
    """Start the one thread of this server process that takes new snapshots, where that is switched on; what people
    open first is made of each before they do."""
    return renewal.start(configured(), then=look_ahead) is not None


def look_ahead() -> None:
    """The first view of every page in a process of its own (`ahead.py`), at the lowest priority."""
    place = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}
    try:
        subprocess.run(  # noqa: S603
            AHEAD, cwd=ROOT, env=place, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            timeout=AHEAD_SECONDS, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        log.failed("ahead", error)


def keep_copies() -> None:
    """A while after a new snapshot is first seen, what it says is kept light, once a server process."""
    ref = current(configured().snapshot_dir)
    if ref is not None and COPIES_AFTER is not None:
        _keep_copies(ref.snapshot_id, COPIES_AFTER)


@st.cache_resource(show_spinner=False, max_entries=8)
def _keep_copies(snapshot_id: str, after: float) -> str:
    timer = threading.Timer(after, earlier.keep_up, [configured().snapshot_dir, viewer.keeper()])
    timer.daemon = True
    timer.start()
    return snapshot_id


def chosen(directory: Path) -> SnapshotRef | None:
    """The viewer's snapshot, opened; the one in force where the viewer has none or its file is gone or damaged.

    Where that one cannot be read, the newest before it that can. None: there is none at all. Raises what UNREADABLE
    names where none can be read.
    """
    pinned: SnapshotRef | None = state.kept(PINNED)
    if pinned is None or pinned.path.parent != directory.resolve() or not opens(pinned):
        pinned = publish.readable(directory, opens=opens)
    state.keep(PINNED, pinned)
    if pinned is not None:
        open_snapshot(pinned.path)
    return pinned


def opens(ref: SnapshotRef) -> bool:
    """Its file is there and can be read."""
    try:
        return ref.path.is_file() and open_snapshot(ref.path) is not None
    except UNREADABLE:
        return False


@st.fragment(run_every=LOOK_EVERY)
def news(shown: SnapshotRef) -> None:
    """One line when a new snapshot is in, or when none could be taken; the page itself stays as it is."""
    directory = configured().snapshot_dir
    try:
        newer, attempt = current(directory), last_attempt(directory)
    except OSError:  # SNAPSHOT_DIR does not answer; what is open is shown all the same
        return
    if newer is not None and newer.snapshot_id != shown.snapshot_id:
        if opens(newer):
            _offer(newer)
        else:
            st.html(f'<p class="notice">{shell.OLDER_SHOWN}</p>')
    if attempt and not attempt.get("ok", True):
        _explain(shown, attempt)


def _offer(newer: SnapshotRef) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="news"):
        text = shell.NEWS.format(taken_at=vi.moment(newer.taken_at))
        st.html(f'<p class="notice" role="status">{escape(text)}</p>', width="content")
        if st.button(shell.NEWS_TAKE, key="news-take", type="primary"):
            state.keep(PINNED, newer)
            st.rerun()


def _explain(shown: SnapshotRef, attempt: dict[str, object]) -> None:
    since, at = (_moment(attempt.get(name) or attempt["at"]) for name in ("failing_since", "at"))
    sentence = str(attempt.get("sentence", ""))
    words = shell.SOURCE_SILENT if sentence.startswith(SILENT) else shell.NOT_RENEWED
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="not-renewed"):
        text = words.format(taken_at=vi.moment(shown.taken_at), since=since)
        st.html(f'<p class="notice">{escape(text)}</p>', width="content")
        with st.popover(shell.WHY, key="why-not-renewed"):
            st.write(shell.LAST_ATTEMPT_FAILED.format(at=at, sentence=sentence))


def _moment(text: object) -> str:
    return vi.moment(dt.datetime.fromisoformat(str(text)))
