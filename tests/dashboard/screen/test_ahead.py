"""What is made ahead of the first viewer lies in the store, and nobody was there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from data_loaders.snapshot import SnapshotRef, publish
from tests import shown


def test_the_first_view_is_made_without_being_seen(tiny_ref: SnapshotRef, tmp_path: Path) -> None:
    folder, access, trail = (tmp_path / name for name in ("snapshots", "access", "trail"))
    folder.mkdir()
    for path in (tiny_ref.path, tiny_ref.path.parent / publish.MANIFEST):
        shutil.copy2(path, folder)
    settings = {"SNAPSHOT_DIR": folder, "ACCESS_DIR": access, "TRAIL_DIR": trail}
    subprocess.run(
        [sys.executable, "-m", "dashboard.screen.ahead", "backlog"], cwd=shown.ROOT, check=True,
        env=os.environ | {name: str(path) for name, path in settings.items()},
    )  # fmt: skip
    kept = list((folder / publish.STORE / tiny_ref.path.stem).iterdir())
    assert len(kept) > 10
    log = (folder / "log.txt").read_text(encoding="utf-8")
    assert "ahead pages=1 failed=0 views=0" in log
    assert "page=" not in log
    assert not trail.exists()
    assert not access.exists() or not any(access.rglob("*"))
