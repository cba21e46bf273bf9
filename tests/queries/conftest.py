"""The tiny province as a snapshot to ask."""

from __future__ import annotations

import pytest

from data_loaders.snapshot import current
from queries.ask import Scope, ask, open_snapshot
from tests import shown


@pytest.fixture(scope="session")
def tiny_snapshots():
    """A SNAPSHOT_DIR with the tiny province."""
    return shown.tiny()


@pytest.fixture(scope="session")
def tiny(tiny_snapshots):
    """ask(name, **params) on the tiny province."""
    snapshot = open_snapshot(current(tiny_snapshots).path)
    return lambda name, **params: ask(name, snapshot, Scope.everything(), **params)
