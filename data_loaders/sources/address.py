"""CASE_DATABASE_URL: where the source is, and a name for it that tells no secret."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import URL, make_url

from data_loaders import messages
from data_loaders.messages import LoaderError
from data_loaders.settings import DEMO_DATABASE, Settings


def case_url(settings: Settings) -> URL:
    """The source's address; the demo's file where none is set."""
    try:
        return make_url(settings.case_database_url or f"sqlite:///{DEMO_DATABASE}")
    except (sa.exc.ArgumentError, ValueError) as error:
        raise LoaderError(messages.BAD_URL) from error


def label_of(url: URL) -> str:
    """A name for the source that gives no user, no password and no folder."""
    kind = url.get_backend_name()
    if kind in ("sqlite", "csv", "excel"):
        return f"{kind}: {Path(url.database or '').name}"
    host = f"{url.host}:{url.port}" if url.port else url.host or "localhost"
    return f"{kind}: {host}/{url.database or ''}"
