"""Each fault of sign-in, as a real file or a real answer on loopback, is found and told with what to do."""

from __future__ import annotations

import datetime as dt
import json
import threading
from collections.abc import Callable, Iterator
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from dashboard.doctor.finding import Finding
from dashboard.doctor.front import TOLD, front
from dashboard.words import doctor as words
from data_loaders.settings import Settings
from tests import shown

NOW = dt.datetime(2026, 11, 22, 9, tzinfo=dt.UTC)
WHOLE = dict.fromkeys(TOLD, "http://localhost")
EXAMPLE = shown.ROOT / "deploy" / "roles.example.toml"


@pytest.fixture
def answering() -> Iterator[Callable[..., str]]:
    """answering(text, seconds) is the address of a server that says this, its clock so much ahead."""
    running: list[ThreadingHTTPServer] = []

    def make(text: str, seconds: int = 0) -> str:
        class Service(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(200)
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                self.wfile.write(text.encode())

            def date_time_string(self, timestamp: float | None = None) -> str:
                return format_datetime(dt.datetime.now(dt.UTC) + dt.timedelta(seconds=seconds), usegmt=True)

            def log_message(self, *_: object) -> None:
                return

        running.append(ThreadingHTTPServer(("127.0.0.1", 0), Service))
        threading.Thread(target=running[-1].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{running[-1].server_port}/.well-known/openid-configuration"

    yield make
    for server in running:
        server.shutdown()
        server.server_close()


def tried(folder: Path, mode: int = 0o640, **changed: object) -> dict[str, Finding]:
    """The last finding of each part, for a file of secrets with this changed."""
    given = {
        "redirect_uri": "https://localhost:1/oauth2callback",
        "cookie_secret": "x" * 64,
        "client_id": "giam-sat",
        "client_secret": "mat-khau",
        "server_metadata_url": "http://127.0.0.1:1/none",
    } | changed
    path = folder / "secrets.toml"
    lines = [f"{name} = {json.dumps(value)}" for name, value in given.items() if value is not None]
    path.write_text("\n".join(["[auth]", *lines]), encoding="utf-8")
    path.chmod(mode)
    return {found.part: found for found in front(Settings(access_roles=EXAMPLE), path, now=NOW)}


def test_without_sign_in_only_that_is_said(tmp_path):
    (found,) = front(Settings(), tmp_path / "none.toml", now=NOW)
    assert not found.is_bad and not found.is_set


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"client_secret": None}, "thiếu client_secret"),
        ({"cookie_secret": "short"}, "32"),
        ({"redirect_uri": "http://giam-sat.tinh.example/oauth2callback"}, "redirect_uri"),
        ({"redirect_uri": "https://localhost:1/"}, "redirect_uri"),
        ({"mode": 0o644}, words.SECRETS_READ),
    ],
)
def test_secrets_with_which_nobody_could_sign_in(tmp_path, changed, said):
    found = tried(tmp_path, **changed)["secrets"]
    assert found.is_bad and said in found.said
    assert not tried(tmp_path)["secrets"].is_bad


def test_secrets_and_roles_that_cannot_be_read(tmp_path):
    path = tmp_path / "secrets.toml"
    path.write_text("[auth", encoding="utf-8")
    roles, secrets = front(Settings(access_roles=tmp_path / "none"), path, now=NOW)
    assert (roles.part, roles.do) == ("roles", words.ROLES_DO)
    assert secrets.said == words.SECRETS_UNREADABLE


def test_an_identity_service_that_is_good(tmp_path, answering):
    found = tried(tmp_path, server_metadata_url=answering(json.dumps(WHOLE)))
    assert not any(found[part].is_bad for part in ("roles", "secrets", "provider", "clock"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<html>", "không phải tài liệu"),
        ("{}", "thiếu issuer, authorization_endpoint"),
        ("[]", "thiếu issuer"),
        (json.dumps({**WHOLE, "jwks_uri": ""}), "thiếu jwks_uri"),
    ],
)
def test_an_answer_that_is_not_an_identity_services(tmp_path, answering, text, said):
    found = tried(tmp_path, server_metadata_url=answering(text))["provider"]
    assert found.is_bad and said in found.said


@pytest.mark.parametrize(("seconds", "bad"), [(0, False), (-30, False), (300, True), (-300, True)])
def test_clocks_apart(tmp_path, answering, seconds, bad):
    assert tried(tmp_path, server_metadata_url=answering(json.dumps(WHOLE), seconds))["clock"].is_bad is bad


def test_nobody_answers(tmp_path):
    found = tried(tmp_path)
    assert found["provider"].said == words.PROVIDER_SILENT.format(name="127.0.0.1:1")
    assert found["proxy"].said == words.PROXY_SILENT.format(name="localhost:1")
