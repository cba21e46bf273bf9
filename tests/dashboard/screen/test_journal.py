"""What a page did stands in the log; an error nobody foresaw is one sentence that names its entry, without a value."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data_loaders.settings import Settings
from tests import shown

ENTRY = str(shown.ROOT / "dashboard" / "app.py")
SECRET = "một giá trị của dòng"


@pytest.fixture
def log_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LOG_FILE", str(tmp_path / "log.txt"))
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))
    assert Settings().log_path == tmp_path / "log.txt"
    return tmp_path / "log.txt"


def test_a_page_that_opened_is_one_line(log_file: Path) -> None:
    app = AppTest.from_file(ENTRY, default_timeout=300).run()
    assert not app.exception
    lines = [line for line in log_file.read_text(encoding="utf-8").splitlines() if " page " in line]
    assert len(lines) == 1 and re.search(r"INFO \d+ page page=\S+ seconds=[\d.]+$", lines[0]), lines


def test_an_error_nobody_foresaw_is_one_sentence_and_an_entry(log_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError(SECRET)

    monkeypatch.setattr("dashboard.screen.page.Page.headline", broken)
    monkeypatch.setattr("dashboard.screen.journal.TELLS", True)
    app = AppTest.from_file(ENTRY, default_timeout=300).run()
    assert not app.exception
    said = [element.proto.body for element in app.get("html") if "failed" in element.proto.body]
    assert len(said) == 1
    entry = re.search(r"nhật ký: ([0-9a-f]{4})", said[0])
    logged = log_file.read_text(encoding="utf-8")
    assert entry and f"page failed [{entry[1]}]" in logged
    assert "RuntimeError" in logged and "test_journal.py" in logged
    assert SECRET not in logged and SECRET not in said[0]
