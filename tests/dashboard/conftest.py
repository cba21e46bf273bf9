"""Snapshots to look at and to export from: the tiny province, and a demo province small enough to build in seconds."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from data_loaders.demo import province as demo_province
from data_loaders.settings import Settings
from data_loaders.snapshot import SnapshotRef, refresh
from tests import tiny_province


def refreshed(folder: Path, database: Path, *, begins: str | None = None) -> SnapshotRef:
    """The snapshot of a case database; `begins`: since when the province says that records are kept."""
    settings = Settings(
        case_database_url=f"sqlite:///{database}",
        case_as_of=dt.date(2026, 11, 22),
        case_data_begin=begins,
        snapshot_dir=folder / "snapshots",
        geography_dir=folder / "geography",
    )
    return refresh(settings, progress=lambda _: None)


@pytest.fixture(scope="session")
def tiny_ref(tmp_path_factory: pytest.TempPathFactory) -> SnapshotRef:
    folder = tmp_path_factory.mktemp("tiny_export")
    return refreshed(folder, tiny_province.build(folder / "case.sqlite"))


@pytest.fixture(scope="session")
def demo_ref(tmp_path_factory: pytest.TempPathFactory) -> SnapshotRef:
    folder = tmp_path_factory.mktemp("demo_export")
    demo_province.build(folder / "case.sqlite", dossiers=3_000, progress=lambda _: None)
    return refreshed(folder, folder / "case.sqlite")
