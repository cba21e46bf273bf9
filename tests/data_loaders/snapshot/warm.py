"""One refresh in a fork, and the one before all forks so that none pays for imports and first uses."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from data_loaders.settings import Settings
from data_loaders.snapshot import refresh, shaping
from tests import tiny_province


def refresh_quietly(made: Settings) -> None:
    """One refresh; the calendar of the years that the tiny province needs, which is half the time."""
    shaping.FIRST_YEAR, shaping.LAST_YEAR = 2023, 2027
    refresh(made, progress=lambda _: None)


def once() -> None:
    with tempfile.TemporaryDirectory(prefix="warm-") as folder:
        case = tiny_province.build(Path(folder) / "case.sqlite")
        refresh_quietly(
            Settings(
                case_database_url=f"sqlite:///{case}",
                case_as_of=date(2026, 11, 22),
                snapshot_dir=Path(folder) / "snapshots",
                geography_dir=Path(folder),
            )
        )
