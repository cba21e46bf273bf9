"""What is measured of a refresh is the one that everybody has; the one that may read nothing is measured beside it."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import pytest

from benchmarks import refresh
from data_loaders.snapshot import publish


def test_only_the_look_again_may_leave_the_source_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[dict[str, str]] = []
    monkeypatch.setenv("CASE_SKIP_UNCHANGED", "1")
    monkeypatch.setattr(os, "dup2", lambda *_: None)
    monkeypatch.setattr(os, "execve", lambda _program, _command, environment: asked.append(environment))
    refresh.refresh("sqlite:///x", tmp_path)
    refresh.skipping("sqlite:///x", tmp_path)
    assert [environment["CASE_SKIP_UNCHANGED"] for environment in asked] == ["0", "1"]


def test_a_source_that_is_never_quiet_ends_the_measurement_aloud(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[datetime] = []

    def another(*_: object) -> dict[str, float]:
        taken.append(datetime(2026, 11, 22, 8, len(taken)))  # noqa: DTZ001
        (directory := tmp_path / "snapshots").mkdir(exist_ok=True)
        (directory / "working").touch()
        facts = {"snapshot_id": f"x-{len(taken):08}", "taken_at": taken[-1], "as_of": taken[-1].date()}
        labels = {"source_label": "", "is_demo": False, "province_name": None}
        publish.put_in_place(directory / "working", directory, facts | labels)
        return {}

    monkeypatch.setattr(refresh, "_apart", another)
    with pytest.raises(SystemExit, match="10 times"):
        refresh._again("sqlite:///x", tmp_path)
    assert len(taken) == 10
