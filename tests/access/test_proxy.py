"""Both proxy files in front of a stand-in for the app: headers, the content policy per path, closed doors, limits."""

from __future__ import annotations

import base64
import hashlib
import http.client
import os
import re
import shutil
import ssl
import subprocess
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import streamlit
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from dashboard.doctor import front
from dashboard.words import doctor as words
from tests import shown
from tests.access import house
from tests.machine import PATIENCE, UNCHECKED, answers, ended, free_ports

DEPLOY = shown.ROOT / "deploy"
REST = (
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; "
    "frame-src 'self'; frame-ancestors 'self'; manifest-src 'self'; object-src 'none'; base-uri 'none'; "
    "form-action 'none'"
)
SIGNED_IN = {"Cookie": "a=b; _streamlit_user=x"}


class App(BaseHTTPRequestHandler):
    """Answers everything, sets a cookie, and tells more of itself than it should."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Set-Cookie", "_streamlit_user=x; HttpOnly; Path=/")
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, *_: object) -> None:
        return


class Proxy:
    """One proxy on loopback."""

    def __init__(self, port: int) -> None:
        self.port = port

    def get(self, path: str, headers: dict[str, str] | None = None) -> tuple[int, http.client.HTTPMessage]:
        connection = http.client.HTTPSConnection("localhost", self.port, timeout=PATIENCE, context=UNCHECKED)
        connection.request("GET", path, headers=headers or {})
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return answer.status, answer.headers


@pytest.fixture(scope="module")
def app() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), App)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module", params=["caddy", "nginx"])
def proxy(request: pytest.FixtureRequest, app: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    folder = tmp_path_factory.mktemp(request.param)
    (port,) = free_ports(1)
    command, environment = {"caddy": _caddy, "nginx": _nginx}[request.param](folder, port, app)
    process = subprocess.Popen(command, env=os.environ | environment, stderr=(folder / "log").open("w"))
    try:
        answers(f"https://localhost:{port}/", process)
        yield Proxy(port)
    finally:
        ended(process)


def _caddy(folder: Path, port: int, app: int) -> tuple[list[str], dict[str, str]]:
    command = [house._caddy(), "run", "--config", str(DEPLOY / "Caddyfile"), "--adapter", "caddyfile"]
    site = {"SITE": f"https://localhost:{port}", "APPS": f"127.0.0.1:{app}", "STICKY": "x" * 32}
    return command, site | {"STORAGE": str(folder / "caddy"), "HOME": str(folder), "HASHED": str(_hashed(folder))}


def _hashed(folder: Path) -> Path:
    """One script of a known name, and smaller beside it."""
    scripts = folder / "giam-sat" / "static" / "js"
    scripts.mkdir(parents=True)
    (scripts / "a.1f.js").write_text("as it is")
    (scripts / "a.1f.js.gz").write_bytes(b"compressed ahead")
    return folder / "giam-sat"


def _nginx(folder: Path, port: int, app: int) -> tuple[list[str], dict[str, str]]:
    path = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if path is None:
        pytest.skip("nginx is not installed.")
    _certificate(folder)
    own = {
        "listen 443 ssl": f"listen 127.0.0.1:{port} ssl",
        "giam-sat.tinh.example": "localhost",
        "/etc/ssl/": f"{folder}/",
        "/var/lib/giam-sat;": f"{_hashed(folder)};",
        "127.0.0.1:8501": f"127.0.0.1:{app}",
        "127.0.0.1:8502": f"127.0.0.1:{app}",
    }
    text = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    for ours, theirs in own.items():
        assert ours in text
        text = text.replace(ours, theirs)
    (folder / "site.conf").write_text(text, encoding="utf-8")
    places = "".join(
        f"{name}_temp_path {folder / name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"daemon off;\nmaster_process off;\npid {folder / 'pid'};\nerror_log stderr;\nevents {{}}\n"
        f"http {{\naccess_log off;\n{places}include {folder / 'site.conf'};\n}}\n",
        encoding="utf-8",
    )
    command = [path, "-p", str(folder), "-e", "stderr", "-c", str(folder / "nginx.conf")]
    tried = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert tried.returncode == 0, tried.stderr
    return command, {}


def _certificate(folder: Path, host: str = "localhost") -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now, now + timedelta(1))
    made = made.add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
    (folder / "giam-sat.pem").write_bytes(made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
    (folder / "giam-sat.key").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )


def inline_hash() -> str:
    """Of the one inline script on the page that the installed Streamlit serves."""
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def test_both_files_name_the_script_of_the_installed_streamlit():
    for name in ("Caddyfile", "nginx.conf"):
        assert re.findall(r"'sha256-([^']+)'", (DEPLOY / name).read_text(encoding="utf-8")) == [inline_hash()], name


def test_only_the_frame_of_the_map_may_evaluate(proxy):
    main = f"default-src 'none'; script-src 'self' blob: 'wasm-unsafe-eval' 'sha256-{inline_hash()}'; {REST}"
    frame = f"default-src 'none'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; {REST}"
    for path in ("/", "/ton-dong", "/componentx", "/static/js/a.js"):
        assert proxy.get(path)[1].get_all("Content-Security-Policy") == [main], path
    assert proxy.get("/component/streamlit_folium/index.html")[1].get_all("Content-Security-Policy") == [frame]


def test_headers_stand_on_every_answer_once(proxy):
    _, headers = proxy.get("/")
    wanted = {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Frame-Options": "SAMEORIGIN",
        "Strict-Transport-Security": "max-age=31536000",
    }
    assert {name: headers.get_all(name) for name in wanted} == {name: [value] for name, value in wanted.items()}
    assert headers["Via"] is None
    assert headers["Server"] in (None, "nginx")
    assert all("secure" in cookie.lower() for cookie in headers.get_all("Set-Cookie"))


def test_what_the_app_serves_of_its_own_is_kept_a_day(proxy):
    assert proxy.get("/app/static/BeVietnamPro-Bold.ttf")[1].get_all("Cache-Control") == ["public, max-age=86400"]
    assert proxy.get("/")[1]["Cache-Control"] is None


def test_hashed_scripts_are_sent_as_they_were_compressed(proxy):
    wanted = {"Accept-Encoding": "gzip"}
    status, headers = proxy.get("/static/js/a.1f.js", wanted)
    told = [headers[name] for name in ("Content-Encoding", "Content-Length", "Cache-Control")]
    assert (status, told) == (200, ["gzip", str(len(b"compressed ahead")), "public, immutable, max-age=31536000"])
    assert headers.get_all("X-Content-Type-Options") == ["nosniff"]
    assert "script-src 'self' blob:" in headers["Content-Security-Policy"]
    assert proxy.get("/static/js/a.1f.js")[1]["Content-Length"] == str(len("as it is"))
    assert proxy.get("/static/js/other.2e.js", wanted)[1]["Content-Length"] == str(len("ok"))
    assert proxy.get("/static/../Caddyfile", wanted)[1]["Content-Length"] == str(len("ok"))


def test_doors_that_are_closed(proxy):
    closed = ("/_stcore/metrics", "/_stcore/metrics/x", "/_stcore/agent/openapi.json")
    assert [proxy.get(path, SIGNED_IN)[0] for path in closed] == [404, 404, 404]
    assert proxy.get("/media/a.csv")[0] == 403
    assert proxy.get("/media/a.csv", {"Cookie": "x_streamlit_user=1"})[0] == 403
    assert proxy.get("/media/a.csv", SIGNED_IN)[0] == 200
    assert proxy.get("/_stcore/health")[0] == 200


@pytest.mark.parametrize("path", ["/", "/_stcore/health", "/_stcore/stream", "/media/a.csv"])
def test_another_name_is_refused_before_it_reaches_the_app(proxy, path):
    for name in ("khac.tinh.example", f"khac.tinh.example:{proxy.port}", "127.0.0.1"):
        assert proxy.get(path, SIGNED_IN | {"Host": name})[0] == 421, name


def test_too_many_cookies_are_told(proxy):
    assert proxy.get("/", {"Cookie": "a=" + "x" * 7900})[0] == 200
    assert proxy.get("/", {"Cookie": "a=" + "x" * 12_000})[0] == 431


def tried(port: int, *, later: timedelta = timedelta(0)) -> dict[str, front.Finding]:
    found = front._public(f"https://localhost:{port}/oauth2callback", now=datetime.now(UTC) + later)
    return {each.part: each for each in found}


def test_the_doctor_finds_both_good_and_says_when_a_certificate_ends(proxy):
    found = tried(proxy.port)
    assert {part: each.said for part, each in found.items() if each.is_bad} == {}
    late, over = tried(proxy.port, later=timedelta(hours=20)), tried(proxy.port, later=timedelta(days=3))
    assert "chỉ còn 0 ngày" in late["certificate"].said or "hết hạn" in late["certificate"].said
    assert "đã hết hạn" in over["certificate"].said


def test_the_doctor_names_what_a_proxy_lets_through(tmp_path):
    _certificate(tmp_path)
    server = ThreadingHTTPServer(("127.0.0.1", 0), App)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "giam-sat.pem", tmp_path / "giam-sat.key")
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        bare = tried(server.server_port)
        assert bare["proxy"].said == words.PROXY_OPEN.format(path="/_stcore/metrics")
    finally:
        server.shutdown()
        server.server_close()
