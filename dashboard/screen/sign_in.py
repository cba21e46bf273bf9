"""The gate in front of every page: sign-in, renewal, sign-out, and why somebody is not let in.

The identity service always leads back to the bare address; where a viewer wanted to go is kept on this side meanwhile.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime
from html import escape

import httpx
import streamlit as st

from dashboard.screen import assets, footprints, roles, sessions, state, unreached, viewer
from dashboard.words import sign_in as words
from data_loaders.settings import LOCAL, configured

Instead = Callable[[str], None]
LOOK_EVERY = 3.0
PATIENCE = 2.0  # seconds the identity service has to answer before its button is offered
CLOCK_APART = 60
LONGER = {"trinh-chieu": 8}  # idle limits of a page that is looked at for hours without a touch
QUIET = "run_by_watch"
SEEN = "signed_in_here"
PART, VALUE = re.compile(r"[a-z-]{1,20}"), re.compile(r"[\w. -]{1,60}")
MOST_PARTS = 12


def instead() -> Instead | None:
    """What this viewer gets in place of any page; None: the pages themselves."""
    if not viewer.is_configured():
        return None
    found = viewer.session()
    if found is None:
        return _signed_out
    if found.is_ended:
        return lambda page: _sign_in(page, words.ENDED_TITLE, words.ENDED_HELP, again=True)
    try:
        viewer.granted()
    except roles.NoRight as no:
        said = str(no)
        footprints.refused(found.subject)
        return lambda _: _no_right(said)
    return _renewal(found)


def _renewal(found: viewer.Session) -> Instead | None:
    """A session that is too old asks the identity service again, once; a page that was open before may try anew.

    Who was sent to it in vain goes on as anyone does while it is away.
    """
    if not found.is_overdue:
        _used(found)
        state.keep(SEEN, True)
        return None
    came_back = not state.kept(SEEN) and sessions.age("tried", found.tried) is not None
    in_vain = unreached.take(found.browser)
    if (came_back and not in_vain) or not viewer.may_renew():
        return _expired
    if _provider().answers:
        return _expired if came_back else lambda page: _renew(page, found)
    if in_vain:
        sessions.take("tried", found.tried)
    state.keep(viewer.AWAY, time.time())
    return _expired if found.is_overdue else None


def _expired(page: str) -> None:
    _sign_in(page, words.EXPIRED_TITLE, words.EXPIRED_HELP, again=True)


def _used(found: viewer.Session) -> None:
    """A run that nobody asked for is no use, nor are those of the minute after a renewal that nobody asked for."""
    quiet = state.take(QUIET)
    if not quiet and sessions.age("unasked", (found.browser,)) is None:
        found.used()


def _renew(page: str, found: viewer.Session) -> None:
    remember(page, state.address())
    sessions.put("tried", found.tried)
    sessions.put("away", (found.browser,))
    if state.take(QUIET):
        sessions.put("unasked", (found.browser,))
    _say(words.RENEWING)
    st.login(viewer.SILENT)


def _signed_out(page: str) -> None:
    held = any(name.startswith("_streamlit_user") for name in st.context.cookies)
    _sign_in(page, words.TITLE, words.HELP, why=words.NOT_ACCEPTED if held else "")


def _sign_in(page: str, title: str, text: str, *, why: str = "", again: bool = False) -> None:
    """The one button, or why it would lead nowhere."""
    remember(page, state.address())
    sessions.take("unasked", (viewer.browser(),))
    provider = _provider()
    late = words.CLOCK.format(seconds=abs(provider.apart)) if abs(provider.apart) > CLOCK_APART else ""
    _say(title, text if provider.answers else words.AWAY, why, late)
    with st.container(horizontal_alignment="center"):
        if provider.answers:
            st.button(words.AGAIN if again else words.BUTTON, type="primary", on_click=st.login, key="sign-in")
        else:
            st.button(words.RETRY, key="try-again")


def _no_right(said: str) -> None:
    _say(words.NO_RIGHT_TITLE, said)
    with st.container(horizontal_alignment="center"):
        _out_button()


def _say(title: str, *sentences: str) -> None:
    st.html(assets.style())
    told = "".join(f"<p>{escape(sentence)}</p>" for sentence in sentences if sentence)
    st.html(f'<div class="state gate"><h2>{escape(title)}</h2>{told}</div>')


def inside() -> None:
    """Who is signed in, and the way out; nothing where no sign-in is set up."""
    if not viewer.is_configured():
        return
    named = words.INSIDE.format(name=viewer.name(), role=words.ROLES[str(viewer.role())])
    st.html(f'<span class="stamp">{escape(named)}</span>', width="content")
    _out_button()


def _out_button() -> None:
    st.button(words.OUT, icon=":material/logout:", type="tertiary", on_click=sign_out, key="sign-out")


def sign_out() -> None:
    """Of all tabs of this browser within seconds, and of the identity service."""
    found = viewer.session()
    if found is not None:
        found.end()
    st.logout()


@st.fragment(run_every=LOOK_EVERY)
def watch(page: str) -> None:
    """Closes what is shown once the session is over elsewhere, too long unused, or no longer vouched for.

    A tab beside a page that is looked at for hours waits as long as that one: its end would be the end of both.

    While the identity service is away it says until when the viewer may go on. While another tab of the browser is at
    the service this one waits: two at once would take each other's way back.
    """
    found = viewer.session()
    if found is None:
        return
    found.shown(LONGER.get(page, 1))
    if not found.is_ended and (found.unused or 0) > configured().access_idle_minutes * 60 * found.limits:
        sign_out()
    elif found.is_ended or (found.is_overdue and sessions.age("away", (found.browser,)) is None):
        state.keep(QUIET, True)
        st.rerun()
    elif found.is_old and not found.is_overdue:
        until = datetime.fromtimestamp(found.ends, LOCAL)
        st.html(f'<div class="notice">{escape(words.AWAY_INSIDE.format(until=f"{until:%H:%M}"))}</div>')


def remember(page: str, parts: Mapping[str, str]) -> None:
    """Keep where this browser wanted to go, for ten minutes; the bare address is nowhere."""
    token = viewer.browser()
    if token and page:
        sessions.put("link", (token,), json.dumps([page, dict(parts)]))


def wanted(pages: Mapping[str, str]) -> tuple[str, dict[str, str]] | None:
    """Where this browser wanted to go, once: a page of ours and parts of an address, nothing else.

    Args:
        pages: key by address.
    """
    token = viewer.browser()
    text = sessions.take("link", (token,)) if token and viewer.is_configured() else None
    if text is None:
        return None
    page, parts = json.loads(text)
    whole = [(name, str(value)) for name, value in parts.items() if PART.fullmatch(name)][:MOST_PARTS]
    return (pages[page], {name: value for name, value in whole if VALUE.fullmatch(value)}) if page in pages else None


class _Provider:
    """Whether the identity service answers, and by how many seconds its clock is ahead."""

    def __init__(self, *, answers: bool, apart: int = 0) -> None:
        self.answers = answers
        self.apart = apart


def _provider() -> _Provider:
    try:
        answer = httpx.get(str(st.secrets["auth"]["server_metadata_url"]), timeout=PATIENCE)
        answer.raise_for_status()
        told = answer.headers.get("Date")
        ahead = parsedate_to_datetime(told).timestamp() - time.time() if told else 0.0
    except (httpx.HTTPError, httpx.InvalidURL, KeyError, ValueError, OSError):  # a certificate's file that is not there
        return _Provider(answers=False)
    return _Provider(answers=True, apart=round(ahead))
