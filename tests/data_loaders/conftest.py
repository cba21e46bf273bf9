"""A refresh of the tiny province, and the settings that lead to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from data_loaders import snapshot
from data_loaders.settings import Settings
from tests import tiny_province


@pytest.fixture
def settings(tmp_path: Path) -> Callable[..., Settings]:
    """Settings for a source of this test, everything else inside its own folder."""

    def make(url: str, **other: Any) -> Settings:
        defaults = {"snapshot_dir": tmp_path / "snapshots", "geography_dir": tmp_path / "geography"}
        return Settings(case_database_url=url, **{"case_as_of": date(2026, 11, 22), **defaults, **other})

    return make


@pytest.fixture
def refreshed(tmp_path: Path, settings: Callable[..., Settings]) -> Callable[..., snapshot.SnapshotRef]:
    """Build the tiny province with these arguments, refresh, give the snapshot."""

    def make(**arguments: Any) -> snapshot.SnapshotRef:
        path = tiny_province.build(tmp_path / "case.sqlite", **arguments)
        return snapshot.refresh(settings(f"sqlite:///{path}"), progress=lambda _: None)

    return make


@contextmanager
def opened(ref: snapshot.SnapshotRef) -> Iterator[duckdb.DuckDBPyConnection]:
    """The snapshot's file, read-only."""
    with duckdb.connect(str(ref.path), read_only=True) as db:
        yield db
