"""MariaDB and MySQL: a read-only session at repeatable read with a limit for a statement."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.engine import URL

from data_loaders.settings import Settings
from data_loaders.sources import rights
from data_loaders.sources.database import DatabaseSource


class MysqlSource(DatabaseSource):
    """See source.Source."""

    def _new_engine(self, url: URL, settings: Settings) -> sa.Engine:
        return sa.create_engine(url, connect_args={"connect_timeout": settings.case_connect_timeout})

    def _start(self, url: URL, settings: Settings) -> None:
        if not settings.case_allow_writable:
            rights.refuse_writable_mysql(self._connection)
        self._connection.rollback()
        for statement in _session(settings, is_mariadb=bool(getattr(self._engine.dialect, "is_mariadb", False))):
            self._connection.exec_driver_sql(statement)


def _session(settings: Settings, *, is_mariadb: bool) -> list[str]:
    """Read-only transactions of one moment, a limit for a statement, moments in the source's zone.

    The zone goes as an offset: named zones are only known where an administrator has loaded their tables.
    """
    offset = datetime.now(ZoneInfo(settings.case_timezone)).strftime("%z")
    seconds = settings.case_statement_timeout
    limit = f"max_statement_time = {seconds}" if is_mariadb else f"max_execution_time = {seconds * 1000}"
    return [
        "set session transaction isolation level repeatable read",
        "set session transaction read only",
        f"set session {limit}",
        f"set session time_zone = '{offset[:3]}:{offset[3:]}'",
    ]
