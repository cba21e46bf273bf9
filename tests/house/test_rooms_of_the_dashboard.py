"""What keeps the rooms of the dashboard apart beside the contract on imports."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = [*(ROOT / "dashboard").rglob("*.py"), *(ROOT / "pages").glob("*.py")]


def test_the_session_and_the_address_are_read_and_written_in_one_place():
    found = [
        path.relative_to(ROOT).as_posix()
        for path in SOURCES
        if re.search(r"\bst\.(session_state|query_params)\b", path.read_text(encoding="utf-8"))
    ]
    assert found == ["dashboard/screen/state.py"]


def test_nothing_in_the_dashboard_widens_what_a_viewer_may_see():
    """Only who may look (screen/viewer.py) begins with everything; a command has the reach of who runs it."""
    found = {
        path.relative_to(ROOT).as_posix()
        for path in SOURCES
        if re.search(r"\bScope(\.everything)?\(", path.read_text(encoding="utf-8"))
    }
    assert found == {"dashboard/screen/viewer.py"}


@pytest.mark.parametrize("format_", ["text", "docx", "pptx", "xlsx"])
def test_the_command_that_writes_files_needs_no_streamlit_no_folium_and_no_plotly(format_, tmp_path):
    """Asked in a process of its own: what a file of this format loads, found or not."""
    code = (
        "import json, sys\n"
        "from dashboard.exports import __main__ as command\n"
        f"command.main(['2026-Q3', '--format', '{format_}', '--out', '{tmp_path / 'a'}', '--by', 'x'])\n"
        "print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))\n"
    )
    from tests import shown

    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env={"SNAPSHOT_DIR": str(shown.tiny()), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
    )
    assert (tmp_path / "a").stat().st_size > 1000, ran.stderr
    assert {"streamlit", "folium", "streamlit_folium", "plotly"}.isdisjoint(json.loads(ran.stdout))
