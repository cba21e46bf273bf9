"""A viewer without a browser: one page over the WebSocket, every frame of it, and every file it offers."""

from __future__ import annotations

import re
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urlencode
from uuid import uuid4

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed, ConnectionClosedError, InvalidMessage
from websockets.sync.client import ClientConnection, connect

from dashboard.words import canvas
from tests.access.house import House
from tests.machine import PATIENCE, UNCHECKED

WAYS, NAMED = 'class="leads ways"', re.compile(r"<a [^>]*><i [^>]*></i><span>([^<]+)</span></a>")
SIGN = canvas.BEHIND.partition("{")[0]
FINISHED = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)


@dataclass
class Seen:
    """All that came: frames of the page and, of the files it offers, names and contents.

    `signs`: buttons that open what is behind a figure, with the part of the page they run; `offered`: files to ask for.
    """

    frames: bytes = b""
    session: str = ""
    redirected: str = ""
    links: set[str] = field(default_factory=set)
    files: dict[str, bytes] = field(default_factory=dict)
    signs: dict[str, str] = field(default_factory=dict)
    offered: list[str] = field(default_factory=list)

    @property
    def all(self) -> bytes:
        return b"\n".join([self.frames, *self.files.values()])

    def has(self, text: str) -> bool:
        return text.encode() in self.frames


def look(
    house: House, page: str = "", *, cookies: Mapping[str, str] | None = None, files: bool = False, **parts: str
) -> Seen:
    """One run of a page as the script in a browser would ask for it; `files` presses every download button.

    As a browser does, it comes again where the connection is dropped at the door: the proxy drops about one in five
    hundred handshakes of the WebSocket without a word.
    """
    held = _given(house) | dict(cookies or {})
    header = "; ".join(f"{name}={value}" for name, value in held.items())
    for tries_left in (2, 1, 0):
        seen = Seen()
        try:
            with _connected(house, held["_streamlit_xsrf"], header) as socket:
                return _looked(house, socket, seen, (page, urlencode(parts)), header if files else "")
        except (TimeoutError, InvalidMessage, ConnectionClosedError):
            if seen.frames or not tries_left:
                raise
    raise AssertionError


def send(house: House, frame: bytes | str, *, cookies: Mapping[str, str]) -> bytes:
    """One frame that no browser would send, from a viewer signed in, and the first answer; b"" where it is hung up."""
    held = _given(house) | dict(cookies)
    header = "; ".join(f"{name}={value}" for name, value in held.items())
    try:
        with _connected(house, held["_streamlit_xsrf"], header) as socket:
            socket.send(frame)
            told = socket.recv(timeout=PATIENCE / 16)
            return told if isinstance(told, bytes) else told.encode()
    except (InvalidMessage, ConnectionClosed, OSError):
        return b""


def _looked(house: House, socket: ClientConnection, seen: Seen, asked_for: tuple[str, str], header: str) -> Seen:
    """The page, and where files are wanted what stands behind each figure's sign, as a finger opens it."""
    _ask(socket, asked_for)
    _until_finished(socket, seen)
    if not header:
        return seen
    _take(house, socket, seen, header)
    for name, fragment in list(seen.signs.items()):
        _ask(socket, asked_for, pressed=name, fragment=fragment)
        _until_finished(socket, seen)
        _take(house, socket, seen, header)
    return seen


def _take(house: House, socket: ClientConnection, seen: Seen, header: str) -> None:
    """What is offered now: the next part of the page that opens takes it away."""
    while seen.offered:
        name = seen.offered.pop()
        seen.files[name] = _file(house, socket, name, session=seen.session, header=header)


def _ask(socket: ClientConnection, asked_for: tuple[str, str], *, pressed: str = "", fragment: str = "") -> None:
    asked = BackMsg()
    asked.rerun_script.page_name, asked.rerun_script.query_string = asked_for
    asked.rerun_script.fragment_id = fragment
    if pressed:
        asked.rerun_script.widget_states.widgets.add(id=pressed, trigger_value=True)
    socket.send(asked.SerializeToString())


def _connected(house: House, token: str, header: str) -> ClientConnection:
    return connect(
        f"wss{house.origin[5:]}/_stcore/stream",
        ssl=UNCHECKED,
        origin=house.origin,
        subprotocols=["streamlit", token],
        additional_headers={"Cookie": header},
        max_size=None,
        compression=None,
        open_timeout=PATIENCE / 4,
    )


def fetch(house: House, path: str, *, cookies: str = "") -> tuple[int, bytes]:
    """Status and body of a plain request."""
    request = urllib.request.Request(house.origin + path, headers={"Cookie": cookies} if cookies else {})
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE, context=UNCHECKED) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


def _until_finished(socket: ClientConnection, seen: Seen) -> None:
    """Page changes of the script's own (the door) start a new run: the last one counts as well."""
    while True:
        frame = socket.recv(timeout=PATIENCE)
        assert isinstance(frame, bytes)
        seen.frames += frame
        told = ForwardMsg.FromString(frame)
        if told.HasField("new_session"):
            seen.session = told.new_session.initialize.session_id or seen.session
        if told.HasField("auth_redirect"):
            seen.redirected = told.auth_redirect.url
        element = told.delta.new_element
        if element.HasField("html") and WAYS in element.html.body:
            seen.links |= set(map(unescape, NAMED.findall(element.html.body)))
        if element.HasField("button") and element.button.label.startswith(SIGN):
            seen.signs[element.button.id] = told.delta.fragment_id
        if element.HasField("download_button") and element.download_button.deferred_file_id:
            seen.offered.append(element.download_button.deferred_file_id)
        if told.HasField("script_finished") and told.script_finished in FINISHED:
            return


def _file(house: House, socket: ClientConnection, name: str, *, session: str, header: str) -> bytes:
    asked = BackMsg()
    asked.backend_operation_request.session_id = session
    asked.backend_operation_request.request_id = str(uuid4())
    asked.backend_operation_request.deferred_file.file_id = name
    socket.send(asked.SerializeToString())
    while True:
        frame = socket.recv(timeout=PATIENCE)
        told = ForwardMsg.FromString(frame if isinstance(frame, bytes) else b"")
        if told.HasField("backend_operation_response"):
            answer = told.backend_operation_response
            assert answer.deferred_file.url, answer
            status, body = fetch(house, answer.deferred_file.url, cookies=header)
            assert status == 200, status
            return body


def _given(house: House) -> dict[str, str]:
    """What a browser gets with its first answer: the token of the app, and the process it is held to."""
    with urllib.request.urlopen(f"{house.origin}/_stcore/health", timeout=PATIENCE, context=UNCHECKED) as answer:
        told = answer.headers.get_all("Set-Cookie") or []
    return dict(cookie.split(";")[0].split("=", 1) for cookie in told)
