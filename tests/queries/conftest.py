"""The tiny province as a snapshot to ask."""

from __future__ import annotations

import pytest

from data_loaders.settings import Settings
from data_loaders.snapshot import current, refresh
from queries.ask import Scope, ask, open_snapshot
from tests import tiny_province


@pytest.fixture(scope="session")
def tiny_snapshots(tmp_path_factory):
    """A SNAPSHOT_DIR with the tiny province."""
    folder = tmp_path_factory.mktemp("tiny")
    path = tiny_province.build(folder / "case.sqlite")
    settings = Settings(
        case_database_url=f"sqlite:///{path}",
        case_as_of=tiny_province.AS_OF,
        snapshot_dir=folder / "snapshots",
        geography_dir=folder / "geography",
    )
    refresh(settings, progress=lambda _: None)
    return settings.snapshot_dir


@pytest.fixture(scope="session")
def tiny(tiny_snapshots):
    """ask(name, **params) on the tiny province."""
    snapshot = open_snapshot(current(tiny_snapshots).path)
    return lambda name, **params: ask(name, snapshot, Scope.everything(), **params)
