"""The demo province with its snapshot, built once: a small one; RECOUNT_DOSSIERS sets another size."""

from __future__ import annotations

import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from data_loaders.snapshot import current
from queries.ask import open_snapshot
from tests import shown
from tests.recount import case_tables
from tests.recount.matters import Matters
from tests.recount.reception import Duty

DOSSIERS = int(os.environ.get("RECOUNT_DOSSIERS", "6000"))


def side_by_side(case_file: Path, snapshot: Path) -> SimpleNamespace:
    """Ours (case, matters, duty) and theirs (snapshot, file)."""
    case = case_tables.read(case_file, snapshot)
    return SimpleNamespace(
        case=case, matters=Matters(case), duty=Duty(case), snapshot=open_snapshot(snapshot), file=snapshot
    )


@pytest.fixture(scope="session")
def demo() -> SimpleNamespace:
    snapshots = shown.demo(DOSSIERS)
    taken = current(snapshots)
    assert taken is not None
    return side_by_side(snapshots.parent / "case.sqlite", taken.path)
