"""Oracle, SQL Server and whatever else SQLAlchemy has a driver for."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.engine import URL

from data_loaders.settings import Settings
from data_loaders.sources.database import DatabaseSource


class OtherSource(DatabaseSource):
    """See source.Source. SQL Server takes no WITH or ORDER BY in brackets: its SELECTs are run as they stand."""

    def _start(self, url: URL, settings: Settings) -> None:
        if self.kind == "oracle":
            self._connection.exec_driver_sql("set transaction read only")

    def _stands(self, table: str) -> str | None:
        return self._selects.get(table) if self._selects is not None and self.kind == "mssql" else None

    def _look_at(self, table: str) -> str:
        return self._stands(table) or super()._look_at(table)

    def _select(self, table: str, written: Sequence[str]) -> str:
        return self._stands(table) or super()._select(table, written)

    def count(self, table: str) -> int:
        """See source.Source."""
        return 0 if self._stands(table) else super().count(table)
