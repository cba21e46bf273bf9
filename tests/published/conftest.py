"""Case databases of published facts, refreshed into snapshots of their own; each built once a session."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from data_loaders.settings import Settings
from data_loaders.snapshot import refresh

TODAY = date(2026, 11, 22)
BEGINS = "2016-01-01"  # the files hold the facts alone; their provinces had kept records for years
Published = Callable[..., Path]


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """published(builder, **options) → the SNAPSHOT_DIR of what it builds, as the data is on `as_of`."""

    @cache
    def snapshots(build: Callable[..., None], as_of: date = TODAY, **options: object) -> Path:
        folder = tmp_path_factory.mktemp("published")
        build(folder / "case.sqlite", **options)
        settings = Settings(
            case_database_url=f"sqlite:///{folder / 'case.sqlite'}",
            snapshot_dir=folder / "snapshots",
            geography_dir=folder / "geography",
            case_as_of=as_of,
            case_data_begin=BEGINS,
        )
        refresh(settings, progress=lambda *_: None)
        return folder / "snapshots"

    return snapshots
