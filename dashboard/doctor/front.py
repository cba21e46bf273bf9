"""What stands in front of the pages: roles, secrets, identity service, clock, proxy, certificate."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import re
import ssl
import stat
import time
import tomllib
from collections.abc import Iterator, Mapping
from email.utils import parsedate_to_datetime
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import streamlit
from cryptography import x509

from dashboard.doctor.finding import Finding, absent
from dashboard.screen import roles
from dashboard.words import doctor as words
from dashboard.words import numbers as vi
from data_loaders.settings import Settings

PATIENCE = 5.0
MOST_APART = 60
DAYS_BEFORE = 21
NEEDED = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
TOLD = ("issuer", "authorization_endpoint", "token_endpoint", "jwks_uri")
CLOSED = ("/_stcore/metrics", "/_stcore/agent/openapi.json", "/media/a.csv")
UNCHECKED = ssl.create_default_context()
UNCHECKED.check_hostname, UNCHECKED.verify_mode = False, ssl.CERT_NONE
Auth = Mapping[str, Any]


def front(settings: Settings, secrets: Path, *, now: dt.datetime) -> Iterator[Finding]:
    """Every part that a viewer meets before a page; nothing but a word where no sign-in is set up."""
    auth = _auth(secrets)
    if auth == {}:
        yield absent("secrets", words.SECRETS_ABSENT.format(name=secrets))
        return
    yield _roles(settings)
    do = words.SECRETS_DO.format(name=secrets)
    if auth is None:
        yield Finding("secrets", words.SECRETS_UNREADABLE, do)
        return
    if why := _wrong(auth, secrets):
        yield Finding("secrets", why, do)
    else:
        yield Finding("secrets", words.SECRETS_GOOD)
    yield from _provider(str(auth.get("server_metadata_url", "")))
    yield from _public(str(auth.get("redirect_uri", "")), now=now)


def _roles(settings: Settings) -> Finding:
    try:
        book = roles.read(settings.access_roles)
    except roles.NoRight as error:
        return Finding("roles", str(error), words.ROLES_DO)
    return Finding("roles", words.ROLES_GOOD.format(count=len(book.roles)))


def _auth(secrets: Path) -> Auth | None:
    """The part [auth]; {}: there is none; None: the file cannot be read."""
    if not secrets.exists():
        return {}
    try:
        found = tomllib.loads(secrets.read_text(encoding="utf-8")).get("auth", {})
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def _wrong(auth: Auth, secrets: Path) -> str | None:
    """Why nobody could sign in with it, or too many could read it."""
    if missing := [name for name in NEEDED if not auth.get(name)]:
        return words.SECRETS_MISSING.format(names=", ".join(missing))
    if len(str(auth["cookie_secret"])) < 32:
        return words.SECRETS_SHORT
    back = urlsplit(str(auth["redirect_uri"]))
    if back.scheme != "https" or not back.path.endswith("/oauth2callback"):
        return words.SECRETS_BACK
    return words.SECRETS_READ if secrets.stat().st_mode & stat.S_IROTH else None


def _provider(address: str) -> Iterator[Finding]:
    name = urlsplit(address).netloc
    try:
        answer = httpx.get(address, timeout=PATIENCE, follow_redirects=True)
        told = answer.raise_for_status().json()
    except (httpx.HTTPError, httpx.InvalidURL):
        yield Finding("provider", words.PROVIDER_SILENT.format(name=name), words.PROVIDER_DO)
        return
    except ValueError:
        yield Finding("provider", words.PROVIDER_NOT.format(name=name), words.PROVIDER_DO)
        return
    missing = [each for each in TOLD if not isinstance(told, dict) or not told.get(each)]
    if missing:
        yield Finding("provider", words.PROVIDER_MISSING.format(names=", ".join(missing)), words.PROVIDER_DO)
    else:
        yield Finding("provider", words.PROVIDER_GOOD.format(name=name))
    yield _clock(answer.headers.get("Date"))


def _clock(told: str | None) -> Finding:
    try:
        apart = round(parsedate_to_datetime(told or "").timestamp() - time.time())
    except ValueError:
        return absent("clock", words.CLOCK_ABSENT)
    if abs(apart) > MOST_APART:
        return Finding("clock", words.CLOCK_BAD.format(seconds=abs(apart), most=MOST_APART), words.CLOCK_DO)
    return Finding("clock", words.CLOCK_GOOD.format(seconds=abs(apart)))


def _public(back: str, *, now: dt.datetime) -> Iterator[Finding]:
    place = urlsplit(back)
    if place.scheme != "https" or not place.hostname:
        yield absent("proxy", words.NO_ADDRESS)
        return
    base = back.removesuffix("/oauth2callback")
    try:
        yield _proxy(base)
        yield _certificate(place.hostname, place.port or 443, now=now)
    except (httpx.HTTPError, OSError):
        yield Finding("proxy", words.PROXY_SILENT.format(name=place.netloc), words.PROXY_SILENT_DO)


def _proxy(base: str) -> Finding:
    health = _asked(f"{base}/_stcore/health")
    if health.status_code != httpx.codes.OK:
        said = words.PROXY_NO_APP.format(name=urlsplit(base).netloc, status=health.status_code)
        return Finding("proxy", said, words.PROXY_APP_DO)
    for path in CLOSED:
        if _asked(f"{base}{path}").status_code not in (httpx.codes.FORBIDDEN, httpx.codes.NOT_FOUND):
            return Finding("proxy", words.PROXY_OPEN.format(path=path), words.PROXY_FILE_DO)
    if f"'sha256-{inline_hash()}'" not in _asked(f"{base}/").headers.get("Content-Security-Policy", ""):
        return Finding("proxy", words.PROXY_OLD, words.PROXY_FILE_DO)
    return Finding("proxy", words.PROXY_GOOD)


def _asked(address: str) -> httpx.Response:
    """As a stranger asks: no cookie, whatever the certificate."""
    return httpx.get(address, verify=UNCHECKED, timeout=PATIENCE)


def inline_hash() -> str:
    """Of the one inline script on the page that the installed Streamlit serves, as a content policy names it."""
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _certificate(host: str, port: int, *, now: dt.datetime) -> Finding:
    given = x509.load_pem_x509_certificate(ssl.get_server_certificate((host, port), timeout=PATIENCE).encode())
    left = given.not_valid_after_utc - now.astimezone(dt.UTC)
    if left < dt.timedelta(0):
        day = vi.date(given.not_valid_after_utc.date())
        return Finding("certificate", words.CERTIFICATE_OVER.format(day=day), words.CERTIFICATE_DO)
    if not _is_for(given, host):
        return Finding("certificate", words.CERTIFICATE_NAME.format(name=host), words.CERTIFICATE_DO)
    lifetime = given.not_valid_after_utc - given.not_valid_before_utc
    if left < min(dt.timedelta(DAYS_BEFORE), lifetime / 3):
        return Finding("certificate", words.CERTIFICATE_LATE.format(days=left.days), words.CERTIFICATE_DO)
    return Finding("certificate", words.CERTIFICATE_GOOD.format(days=left.days))


def _is_for(given: x509.Certificate, host: str) -> bool:
    try:
        names = given.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return False
    try:
        return ip_address(host) in names.get_values_for_type(x509.IPAddress)
    except ValueError:
        wild = f"*.{host.partition('.')[2]}"
        return not {host, wild}.isdisjoint(names.get_values_for_type(x509.DNSName))
