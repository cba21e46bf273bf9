"""A real identity service (Canaille) in memory, as a process of its own: python -m tests.access.provider WISHES

WISHES is JSON: port, origin, secret, people {name: groups}; each password is the name itself, twice. Beside its own
addresses it has three for tests: /test/block/NAME, /test/unblock/NAME and /test/clock/SECONDS, by which the time that
it tells is ahead.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
import time
import uuid

from canaille import create_app
from canaille.app import models
from canaille.backends import Backend
from joserfc.jwk import RSAKey
from werkzeug.serving import WSGIRequestHandler, make_server


class Clocked(WSGIRequestHandler):
    """Tells a time of its own."""

    ahead = 0

    def date_time_string(self, timestamp: float | None = None) -> str:
        return super().date_time_string((timestamp or time.time()) + self.ahead)


def config(port: int) -> dict:
    key = RSAKey.generate_key(2048)
    key.ensure_kid()
    return {
        "TESTING": True,
        "ENV_FILE": None,
        "SECRET_KEY": str(uuid.uuid4()),
        "WTF_CSRF_ENABLED": False,
        "PREFERRED_URL_SCHEME": "http",
        "SERVER_NAME": f"localhost:{port}",
        "CANAILLE": {"DATABASE": "memory", "JAVASCRIPT": False, "ACL": {"DEFAULT": {"PERMISSIONS": ["use_oidc"]}}},
        "CANAILLE_OIDC": {"ACTIVE_JWKS": [key.as_dict(private=True)], "TRUSTED_DOMAINS": ["localhost", "127.0.0.1"]},
    }


def main() -> None:
    wishes = json.loads(sys.argv[1])
    app = create_app(config=config(wishes["port"]))
    store = Backend.instance
    with app.app_context():
        people = {name: _person(store, name) for name in wishes["people"]}
        for group in sorted({group for groups in wishes["people"].values() for group in groups}):
            members = [people[name] for name, groups in wishes["people"].items() if group in groups]
            store.save(models.Group(display_name=group, members=members))
        back = f"{wishes['origin']}/oauth2callback"
        client = models.Client(
            client_id="dashboard",
            client_secret=wishes["secret"],
            client_name="dashboard",
            client_uri=wishes["origin"],
            redirect_uris=[back],
            post_logout_redirect_uris=[back],
            grant_types=["authorization_code"],
            response_types=["code"],
            token_endpoint_auth_method="client_secret_basic",
            scope=["openid", "profile", "email", "groups"],
            client_id_issued_at=dt.datetime.now(dt.UTC),
        )
        store.save(client)
        store.update(client, audience=[client])
        store.save(client)

    @app.route("/test/clock/<int:seconds>")
    def clock(seconds: int) -> str:
        Clocked.ahead = seconds
        return str(seconds)

    @app.route("/test/<what>/<name>")
    def lock(what: str, name: str) -> str:
        past = dt.datetime.now(dt.UTC) - dt.timedelta(days=1)
        user = store.get(models.User, user_name=name)
        store.update(user, lock_date=past if what == "block" else None)
        store.save(user)
        return what

    make_server("localhost", wishes["port"], app, threaded=True, request_handler=Clocked).serve_forever()


def _person(store: Backend, name: str) -> models.User:
    user = models.User(
        user_name=name,
        formatted_name=f"Cán bộ {name}",
        given_name=name,
        family_name="Cán bộ",
        emails=[f"{name}@tinh.example"],
        password=name * 2,
    )
    store.save(user)
    return user


if __name__ == "__main__":
    main()
