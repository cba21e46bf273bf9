"""An identity service for a pilot: Canaille with one file of people, everything else in memory.

python deploy/canaille/start.py password               asks for a password, prints the line for people.toml
python deploy/canaille/start.py serve people.toml      listens on 127.0.0.1 at the port of the file
"""

from __future__ import annotations

import datetime as dt
import getpass
import secrets
import sys
import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from canaille import create_app
from canaille.app import models
from canaille.backends import Backend
from canaille.backends.memory.backend import MemoryBackend
from flask import Flask
from joserfc.jwk import RSAKey
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.security import check_password_hash, generate_password_hash
from werkzeug.serving import make_server

SCOPE = ["openid", "profile", "email", "groups"]


class Hashed(MemoryBackend):
    """The file of people holds no password, only what a password is checked against."""

    __module__ = MemoryBackend.__module__  # Canaille looks for its models beside the backend

    def check_user_password(self, user: Any, password: str) -> tuple[bool, str | None]:
        """As the service's own, with the hash of the file."""
        held = str(user.password or "")
        return super().check_user_password(user, held if held and check_password_hash(held, password) else object())


def config(wishes: dict[str, Any]) -> dict[str, Any]:
    """Settings of Canaille: nobody changes anything in it but this file, and a restart ends its sessions."""
    key = RSAKey.generate_key(2048)
    key.ensure_kid()
    address = urlsplit(wishes["address"])
    return {
        "ENV_FILE": None,
        "SECRET_KEY": secrets.token_hex(32),
        "PREFERRED_URL_SCHEME": address.scheme,
        "SERVER_NAME": address.netloc,
        "SESSION_COOKIE_SECURE": address.scheme == "https",
        "CANAILLE": {
            "DATABASE": "memory",
            "JAVASCRIPT": False,
            "ENABLE_INTRUDER_LOCKOUT": True,
            "ENABLE_PASSWORD_RECOVERY": False,
            "ACL": {"DEFAULT": {"PERMISSIONS": ["use_oidc"], "READ": [], "WRITE": []}},
        },
        "CANAILLE_OIDC": {
            "ACTIVE_JWKS": [key.as_dict(private=True)],
            "TRUSTED_DOMAINS": [urlsplit(wishes["dashboard"]).hostname],
        },
    }


def built(wishes: dict[str, Any]) -> Flask:
    """The service with the people, groups and the one client of the file."""
    settings = config(wishes)
    app = create_app(config=settings, backend=Hashed(settings))
    app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=1)  # type: ignore[method-assign]
    with app.app_context():
        store = Backend.instance
        people = {name: _person(store, name, person) for name, person in wishes["people"].items()}
        for group in sorted({group for person in wishes["people"].values() for group in person["groups"]}):
            members = [people[name] for name, person in wishes["people"].items() if group in person["groups"]]
            store.save(models.Group(display_name=group, members=members))
        _client(store, wishes)
    return app


def _person(store: Backend, name: str, person: dict[str, Any]) -> Any:
    user = models.User(
        user_name=name,
        formatted_name=person["name"],
        family_name=person["name"],
        emails=[f"{name}@{person.get('domain', 'giam-sat.example')}"],
        password=person["password"],
    )
    store.save(user)
    return user


def _client(store: Backend, wishes: dict[str, Any]) -> None:
    back = f"{wishes['dashboard']}/oauth2callback"
    client = models.Client(
        client_id=wishes["client_id"],
        client_secret=wishes["client_secret"],
        client_name="giam-sat",
        client_uri=wishes["dashboard"],
        redirect_uris=[back],
        post_logout_redirect_uris=[back],
        grant_types=["authorization_code"],
        response_types=["code"],
        token_endpoint_auth_method="client_secret_basic",  # noqa: S106
        scope=SCOPE,
        client_id_issued_at=dt.datetime.now(dt.UTC),
    )
    store.save(client)
    store.update(client, audience=[client])
    store.save(client)


def main() -> None:
    """The two commands."""
    match sys.argv[1:]:
        case ["password"]:
            print(f'password = "{generate_password_hash(getpass.getpass())}"')
        case ["serve", file]:
            wishes = tomllib.loads(Path(file).read_text(encoding="utf-8"))
            make_server("127.0.0.1", int(wishes["port"]), built(wishes), threaded=True).serve_forever()
        case _:
            raise SystemExit(__doc__)


if __name__ == "__main__":
    main()
