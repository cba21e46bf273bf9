"""The tiny province as a snapshot to ask."""

from __future__ import annotations

import pytest

from data_loaders.settings import Settings
from data_loaders.snapshot import refresh
from queries.ask import Scope, ask, open_snapshot
from tests import tiny_province


@pytest.fixture(scope="session")
def tiny(tmp_path_factory):
    """ask(name, **params) on the tiny province."""
    folder = tmp_path_factory.mktemp("tiny")
    path = tiny_province.build(folder / "case.sqlite")
    settings = Settings(
        case_database_url=f"sqlite:///{path}",
        case_as_of=tiny_province.AS_OF,
        snapshot_dir=folder / "snapshots",
        geography_dir=folder / "geography",
    )
    snapshot = open_snapshot(refresh(settings, progress=lambda _: None).path)
    return lambda name, **params: ask(name, snapshot, Scope.everything(), **params)
