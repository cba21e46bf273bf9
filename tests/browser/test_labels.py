"""Names from the database where Streamlit reads Markdown stand as they are written: no icon, colour, formula, link."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from dashboard.screen import labels
from tests import shown
from tests.machine import answers, ended, free_ports, patient

NAMES = (
    ":material/home:", ":smile:", ":+1:", ":streamlit:", ":red[đỏ]", ":red-badge[x]", ":small[x]", "$x^2$", "$$x$$",
    "![x](http://a/b.png)", "[x](http://a)", "http://a.vn", "www.a.vn", "a@b.vn", "**x**", "__x__", "~~x~~", "`x`",
    "<b>x</b>", "&lt;b&gt; &amp;", "&#42;", "A -- B", "A -> B", "A <- B", "A <-> B", "A >= B", "A <= B", "A ~= B",
    "1. Xã", "12) Xã", "- Xã", "* Xã", "+ Xã", "# Xã", "> Xã", "---", "===", "| a | b |", r"\*x\*", "09:15 ngày 22-11",
)  # fmt: skip
SCRIPT = f"""
import streamlit as st
from dashboard.screen import labels
for place, name in enumerate({NAMES!r}):
    said = labels.plain(name)
    with st.container(key=f"row-{{place}}"):
        st.caption(said)
        st.error(said)
        st.button(said, key=f"button-{{place}}")
        with st.popover(said, key=f"popover-{{place}}"):
            pass
st.html('<p class="drawn">x</p>')
"""
DRAWN = "img, a, li, h1, h2, code, strong, em, del, blockquote, hr, table, .katex, .stMarkdownColoredText"
PARTS = {"caption": "stCaptionContainer", "message": "stAlertContainer", "button": "stButton", "popover": "stPopover"}


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "script.py").write_text(SCRIPT, encoding="utf-8")
    (port,) = free_ports(1)
    command = [sys.executable, "-m", "streamlit", "run", str(tmp_path / "script.py"), f"--server.port={port}"]
    with (tmp_path / "log.txt").open("w") as log, subprocess.Popen(
        [*command, "--server.address=127.0.0.1", "--server.headless=true"], cwd=shown.ROOT, stdout=log, stderr=log,
        env=os.environ | {"PYTHONPATH": str(shown.ROOT)},
    ) as process:  # fmt: skip
        answers(f"http://127.0.0.1:{port}/_stcore/health", process)
        yield f"http://127.0.0.1:{port}"
        process.terminate()
        ended(process)


@pytest.mark.browser
def test_a_name_stands_as_it_is_written_wherever_markdown_is_read(chromium: Browser, address: str) -> None:
    context = patient(chromium.new_context())
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector(".drawn")
    told = {}
    for place, name in enumerate(NAMES):
        for part, mark in PARTS.items():
            found = page.locator(f".st-key-row-{place} [data-testid={mark}]").first
            text = found.inner_text().replace(labels.JOINER, "").split("\n")[0]
            told[part, name] = (text, found.locator(DRAWN).count())
    context.close()
    assert {at: seen for at, seen in told.items() if seen != (at[1], 0)} == {}


@pytest.mark.parametrize("text", ["Quý IV/2026 · Xã Lam Khê", "Trưởng Ban, Phó Ban; 4.000 người"])
def test_plain_words_stay_as_they_are(text: str) -> None:
    assert labels.plain(text) == text
