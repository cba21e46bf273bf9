"""Who answers: the file of a snapshot, or the server that ANALYTICS_URL names and that holds the same tables."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from data_loaders import log
from data_loaders.settings import configured
from data_loaders.snapshot.publish import NAMED
from data_loaders.snapshot.sharing import is_clickhouse, schema_of
from queries.snapshot import PostgresSnapshot, Rows, Snapshot, open_snapshot

AWAY_SECONDS = 30.0
GIVEN = re.compile(r"\$([a-z_]+)")


def serving(path: Path) -> Snapshot:
    """The snapshot in that file, asked of ANALYTICS_URL where that is set; locks are always their own file."""
    url = configured().analytics_url
    if url is None or not path.match(NAMED):
        return open_snapshot(path)
    return _served(url, path.resolve(), schema_of(path.resolve()))


class Served:
    """One snapshot on a server; where the server is away or does not hold it, its file gives the same rows.

    After a failure the file is asked for half a minute before the server is tried again. `id` is the file's: the rows
    are the same, so what was answered before stays good whoever answered it.
    """

    placeholder = "${}"

    def __init__(self, url: str, path: Path, schema: str) -> None:
        self.id = str(path)
        self._path = path
        self._engine = _engine(url, schema)
        self._away_until = 0.0

    def run(self, sql: str, params: Mapping[str, object]) -> Rows:
        if time.monotonic() >= self._away_until:
            try:
                return self._engine.run(self._written(sql), params)
            except Exception as error:
                self._away_until = time.monotonic() + AWAY_SECONDS
                log.failed("analytics", error)
        return open_snapshot(self._path).run(sql, params)

    def _written(self, sql: str) -> str:
        return GIVEN.sub(lambda name: self._engine.placeholder.format(name[1]), sql)


@lru_cache(maxsize=8)
def _served(url: str, path: Path, schema: str) -> Served:
    return Served(url, path, schema)


def _engine(url: str, schema: str) -> Snapshot:
    if is_clickhouse(url):
        from queries.clickhouse import ClickHouseSnapshot

        return ClickHouseSnapshot(url, database=schema)
    return PostgresSnapshot(url, schema=schema)
