"""Where the cases are and how they are read: everything from the environment, nothing from code."""

from __future__ import annotations

import os
import re
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")
DEMO_DATABASE = Path("var/demo/case.sqlite")
DEMO_AS_OF = date(2026, 11, 22)
EVENT_TABLES = (
    "petitions",
    "dossiers",
    "extensions",
    "suspensions",
    "transfers",
    "dossier_steps",
    "complex_list",
    "reception_sessions",
    "reception_visits",
    "directives",
    "submissions",
)
"""Standard tables whose rows are events: a time before their first one may have no records at all."""


class Settings(BaseSettings):
    """One field is one environment variable of the same name in capitals (``CASE_DATABASE_URL`` …)."""

    model_config = SettingsConfigDict(env_ignore_empty=True, frozen=True)

    case_database_url: str | None = Field(default=None, description="SQLAlchemy URL of the cases; unset: the demo")
    case_source: Path | None = Field(default=None, description="folder of one SELECT per standard table")
    case_as_of: date | None = Field(default=None, description="the day the data is of; unset: today in Vietnam")
    case_data_begin: str | None = Field(
        default=None, description="since when records are kept: a day, or table=day, table=day; unset: the first dates"
    )
    case_timezone: str = Field(default="Asia/Ho_Chi_Minh", description="the zone of the source's timestamps")
    case_allow_writable: bool = Field(default=False, description="read through an account that could write, knowingly")
    case_accept_loss: bool = Field(default=False, description="accept that half of a table's rows are gone")
    case_accept_refused: bool = Field(default=False, description="publish though a fifth of a table is refused")
    case_skip_unchanged: bool = Field(
        default=False,
        description="leave a source unread that says it was not written to since the last snapshot of today",
    )
    case_statement_timeout: int = Field(default=1800, ge=1, description="seconds one SELECT may take in the source")
    case_connect_timeout: int = Field(default=15, ge=1, description="seconds to wait for the source to answer")
    snapshot_dir: Path = Field(default=Path("var/snapshots"), description="where snapshots and locks are kept")
    snapshot_keep_days: int = Field(default=14, ge=0, description="days after which old snapshots are pruned")
    analytics_url: str | None = Field(
        default=None, description="a PostgreSQL or ClickHouse server that answers the pages; unset: the snapshot's file"
    )
    snapshot_renew_minutes: int = Field(
        default=0,
        ge=0,
        description="minutes after its last look at the source the app takes a new snapshot; 0: it never does",
    )
    log_file: Path | None = Field(default=None, description="the log; unset: log.txt in SNAPSHOT_DIR")
    drafts_dir: Path | None = Field(
        default=None, description="where officers' drafts of meetings are kept; unset: drafts in SNAPSHOT_DIR"
    )
    geography_dir: Path = Field(default=Path("var/geography"), description="communes.geojson and districts.geojson")
    rules_dir: Path | None = Field(default=None, description="a province's own rule files instead of the built-in")
    mass_group_size: int = Field(default=5, ge=2, description="people in a visit that make it a mass group")
    access_dir: Path = Field(
        default=Path("var/access"), description="marks of sessions (ended, last used), shared by all app processes"
    )
    access_roles: Path | None = Field(default=None, description="the province's file of roles; unset: no one has any")
    access_renew_minutes: float = Field(
        default=10, gt=0, description="minutes after which the identity service must vouch for a session again"
    )
    access_idle_minutes: float = Field(default=30, gt=0, description="minutes after which an unused session ends")
    trail_dir: Path | None = Field(default=None, description="where the trail is written; unset: no trail is kept")
    trail_anchor: Path | None = Field(
        default=None, description="file or folder of the trail's anchors, not to be written by the app's account"
    )
    refresh_memory_mb: int = Field(default=384, ge=64, description="what DuckDB may hold in memory during a refresh")

    @field_validator("case_data_begin")
    @classmethod
    def _readable(cls, text: str | None) -> str | None:
        begins(text)
        return text

    @property
    def log_path(self) -> Path:
        """Where the log is written."""
        return self.log_file or self.snapshot_dir / "log.txt"

    @property
    def drafts_path(self) -> Path:
        """Where drafts of meetings are kept."""
        return self.drafts_dir or self.snapshot_dir / "drafts"

    @property
    def is_demo(self) -> bool:
        """True when no case database is named: the demo province is read."""
        return self.case_database_url is None

    def as_of(self) -> date:
        """The day the data is of: set, the demo's fixed day, or today in Vietnam."""
        if self.case_as_of is not None:
            return self.case_as_of
        return DEMO_AS_OF if self.is_demo else datetime.now(LOCAL).date()


def configured() -> Settings:
    """The settings of the environment as it is now, read anew only where that has changed."""
    return _of(tuple(os.environ.items()))


@lru_cache(maxsize=4)
def _of(_: tuple[tuple[str, str], ...]) -> Settings:
    return Settings()


def begins(text: str | None) -> dict[str, date]:
    """Standard table -> the day since when it is kept, as CASE_DATA_BEGIN says it; ``*`` is every other table.

    ``2026-07-01`` or ``dossiers=2026-07-01, petitions=2026-01-01``. Raises ValueError.
    """
    found = {}
    for part in filter(None, re.split(r"[,;\s]+", text or "")):
        table, _, day = part.rpartition("=")
        found[table or "*"] = date.fromisoformat(day)
    if unknown := found.keys() - {"*", *EVENT_TABLES}:
        raise ValueError(f"no table of events: {sorted(unknown)}")
    return found


def local_now() -> datetime:
    """The wall clock of the province, without zone. Only the commands ask it; everything below takes it as given."""
    return datetime.now(LOCAL).replace(tzinfo=None)
