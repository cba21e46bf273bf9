"""Who may look. Without sign-in the dashboard answers this machine only; what is not certain stays closed.

With `[auth]` in Streamlit's secrets everybody signs in, this machine too; role and area come from the ID token by the
province's own file (`roles.py`), and a session lasts as long as the identity service stands by it.
"""

from __future__ import annotations

import binascii
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from dashboard.screen import rights, roles, sessions, state
from data_loaders.settings import configured
from queries.scope import Scope

LOOPBACK = {"127.0.0.1", "localhost", "::1"}
PROXIED = ("X-Forwarded-For", "Forwarded", "X-Real-Ip")
SILENT = "silent"
AWAY = "provider_away_at"
AWAY_PAUSE = 60.0
DELAY = 10.0
GRACE = 3600.0  # seconds after its sign-in that a session goes on while the identity service does not answer
XSRF = "_streamlit_xsrf"


@dataclass(frozen=True)
class Session:
    """One sign-in: the identity service's name for the person, when it vouched (Unix seconds), and in which browser."""

    subject: str
    issued: int
    browser: str

    @property
    def is_ended(self) -> bool:
        """Somebody signed out of it, here or in another tab or process."""
        ended = sessions.noted("ended", (self.subject, self.browser))
        here = ended is not None and int(ended) >= self.issued
        return here or sessions.age("ended", (self.subject, self.issued)) is not None

    def end(self) -> None:
        sessions.put("ended", (self.subject, self.issued))
        sessions.put("ended", (self.subject, self.browser), str(int(time.time())))

    @property
    def is_overdue(self) -> bool:
        """It cannot go on as it is; while the identity service is known to be away it goes on a while."""
        away = time.time() - state.kept(AWAY, 0.0) <= AWAY_PAUSE
        return self.is_old and not (away and time.time() <= self.ends)

    @property
    def is_old(self) -> bool:
        """The identity service vouched for it too long ago."""
        return time.time() - self.issued > configured().access_renew_minutes * 60

    @property
    def ends(self) -> float:
        """Until when it goes on at most while the identity service is away (Unix seconds)."""
        return self.issued + GRACE

    @property
    def tried(self) -> tuple[object, ...]:
        """The key under which a try to renew it is noted."""
        return self.subject, self.issued, self.browser

    def used(self) -> None:
        """Somebody is here; noted at most every ten seconds."""
        if (self.unused or DELAY) >= DELAY:
            sessions.put("used", (self.subject, self.browser))

    @property
    def unused(self) -> float | None:
        """Seconds since it was used in any tab, before it was renewed too; None: not known."""
        return sessions.age("used", (self.subject, self.browser))

    def shown(self, limits: int) -> None:
        """A page that is looked at for more than one idle limit is open; noted at most every ten seconds."""
        key = self.subject, self.browser
        if limits > 1 and (sessions.age("shown", key) or DELAY) >= DELAY:
            sessions.put("shown", key, str(limits))

    @property
    def limits(self) -> int:
        """How many idle limits it may go unused: those of such a page while that is open in any tab."""
        return int(sessions.noted("shown", (self.subject, self.browser)) or 1)


def is_configured() -> bool:
    """Sign-in is set up on this server."""
    return bool(st.secrets.load_if_toml_exists() and "auth" in st.secrets)


def may_renew() -> bool:
    """A second section of the same client asks the identity service without a page of its own."""
    return SILENT in st.secrets["auth"]


def session() -> Session | None:
    """The sign-in this browser page came with; None: signed out, or no sign-in is set up."""
    if not is_configured() or not st.user.is_logged_in:
        return None
    claims = _claims()
    return Session(str(claims.get("sub", "")), int(claims.get("iat") or 0), browser())


def browser() -> str:
    """What stays the same in one browser as long as it is open."""
    return unmasked(str(st.context.cookies.get(XSRF, "")))


def unmasked(cookie: str) -> str:
    """The XSRF token without the mask that changes with every answer; "" where there is none."""
    try:
        _, mask, masked, _ = cookie.strip("\"'").split("|")
        bare, over = binascii.a2b_hex(masked), binascii.a2b_hex(mask)
    except ValueError:
        return ""
    return bytes(byte ^ over[at % len(over)] for at, byte in enumerate(bare)).hex() if over else ""


def granted() -> roles.Granted:
    """Role and area of whoever is signed in.

    Raises:
        NoRight: nothing is granted; its sentence says what to ask for.
    """
    return roles.read(configured().access_roles).granted(_claims())


def viewer_scope() -> Scope | None:
    """What this viewer may see; None closes the page."""
    if not is_configured():
        return Scope.everything() if is_local_only() else None
    found = session()
    if found is None or found.is_ended:
        return None
    try:
        right = granted()
    except roles.NoRight:
        return None
    return Scope(name(), area=right.area, operation=right.role == "technician")


def keeper() -> Scope:
    """The server itself when it keeps what stood at a refresh; what a viewer reads of that is cut to the viewer's
    reach."""
    return Scope.everything("")


def role() -> str | None:
    """The role by which pages and files are open; None where no sign-in is set up."""
    return granted().role if is_configured() else None


def pages() -> tuple[str, ...]:
    """Keys of the pages of this viewer's role."""
    return rights.of(role()).pages


def may_open(page: str) -> bool:
    """Whether the page belongs to this viewer's role."""
    return page in pages()


def may_take(file: str) -> bool:
    """Whether files of this kind belong to this viewer's role."""
    return file in rights.of(role()).files


def may_do(act: str) -> bool:
    """Whether this viewer's role may do what changes something on the server: lock a period."""
    return act in rights.of(role()).acts


def name() -> str:
    """As the identity service calls the person."""
    claims = _claims()
    return str(claims.get("name") or claims.get("preferred_username") or claims.get("sub") or "")


def is_local_only() -> bool:
    """The server listens on loopback without sign-in, and nothing in between brings viewers from elsewhere."""
    address = str(st.get_option("server.address") or "")
    proxied = any(name in st.context.headers for name in PROXIED)
    return address in LOOPBACK and not proxied and not is_configured()


def _claims() -> Mapping[str, Any]:
    return st.user.to_dict()
