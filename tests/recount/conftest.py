"""The demo province with its snapshot, built once: a small one; RECOUNT_DOSSIERS sets another size."""

from __future__ import annotations

import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from data_loaders.demo import province as demo_province
from data_loaders.settings import DEMO_AS_OF, Settings
from data_loaders.snapshot import refresh
from queries.ask import open_snapshot
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


def _silent(*_: object) -> None:
    """No progress on the screen."""


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> SimpleNamespace:
    folder = tmp_path_factory.mktemp("recount")
    demo_province.build(folder / "case.sqlite", dossiers=DOSSIERS, progress=_silent)
    settings = Settings(
        case_database_url=f"sqlite:///{folder / 'case.sqlite'}",
        snapshot_dir=folder / "snapshots",
        geography_dir=folder / "geography",
        case_as_of=DEMO_AS_OF,
    )
    return side_by_side(folder / "case.sqlite", refresh(settings, progress=_silent).path)
