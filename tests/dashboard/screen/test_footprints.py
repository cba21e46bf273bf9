"""A page that is opened, a view that changes and a file that is taken stand in the trail, once each, without a name."""

from __future__ import annotations

import ast
import hashlib
import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data_loaders import trail
from data_loaders.messages import LoaderError
from tests import shown

ENTRY = str(shown.ROOT / "dashboard" / "app.py")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LOG_FILE", str(tmp_path / "log.txt"))
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))
    monkeypatch.setenv("TRAIL_DIR", str(tmp_path / "trail"))
    return tmp_path / "trail"


def written(folder: Path) -> list[dict]:
    trail.check(folder)
    return [json.loads(line) for path in sorted(folder.glob("*.jsonl")) for line in path.read_bytes().splitlines()]


def offered() -> None:
    """A page of one file."""
    import streamlit as st

    from dashboard.screen import footprints

    st.session_state["given"] = footprints.file("so.csv", "backlog", lambda: b"figures", {"ky": "2026-Q2"})


def test_opening_and_changing_the_view_are_one_line_each(folder):
    app = AppTest.from_file(ENTRY, default_timeout=300).run()
    assert not app.exception
    assert [(line["what"], line["page"]) for line in written(folder)] == [("open", "overview"), ("view", "overview")]
    assert len(written(app.run() and folder)) == 2
    app.query_params["ky"] = "2026-Q2"
    assert not app.run().exception
    assert [line["what"] for line in written(folder)] == ["open", "view", "view"]
    assert written(folder)[-1]["view"]["ky"] == "2026-Q2"


def test_a_file_is_told_when_it_is_taken_and_not_before(folder):
    app = AppTest.from_function(offered).run()
    assert not app.exception
    assert not folder.exists()
    assert app.session_state["given"]() == b"figures"
    (line,) = written(folder)
    assert (line["what"], line["file"], line["page"], line["bytes"]) == ("file", "so.csv", "backlog", 7)
    assert line["sha256"] == hashlib.sha256(b"figures").hexdigest()
    assert line["view"] == {"ky": "2026-Q2"}


def test_what_cannot_be_told_is_not_given(folder):
    app = AppTest.from_function(offered).run()
    folder.write_text("in the way", encoding="utf-8")
    with pytest.raises(LoaderError, match="Không ghi được nhật ký truy cập"):
        app.session_state["given"]()


def test_without_a_place_for_it_nothing_is_written(folder, monkeypatch):
    monkeypatch.delenv("TRAIL_DIR")
    app = AppTest.from_function(offered).run()
    assert app.session_state["given"]() == b"figures"
    assert not folder.exists()


def test_every_button_that_gives_a_file_tells_the_trail():
    sources = [path.read_text(encoding="utf-8") for path in (shown.ROOT / "dashboard").rglob("*.py")]
    calls = [
        call
        for source in sources
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("download_button")
    ]
    told = [ast.unparse(call.args[1]).split("(")[0] for call in calls]
    assert len(told) >= 5
    assert set(told) <= {"self.told", "page.told", "footprints.file", "behind.told"}
    behind = [ast.unparse(call) for source in sources for call in ast.walk(ast.parse(source))
              if isinstance(call, ast.Call) and ast.unparse(call.func) == "sheet.Behind"]  # fmt: skip
    assert behind and all("self.told" in made for made in behind), "what is behind a figure is told by its page"
