"""The page that a browser is given before anything else: Streamlit's own, with two things said in it that it would find
out one after the other.

Where the app answers: Streamlit's script takes the address of a page for it, is refused, waits a tenth of a second and
tries one level higher. And the scripts that every page draws its first screen with, which would be asked for only when
the first message that needs them has come.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

PAGE, ROOT = "entrance.html", "root.js"
FIRST_DRAWN = ("BidiComponent", "Html", "ButtonGroup", "Button")
"""Streamlit's parts in the first screen of a page; their scripts carry these names before a hash."""
SAYS_ROOT = 'window.__streamlit = { BACKEND_BASE_URL: new URL("../../", document.currentScript.src).href };\n'
BEGINS = '<script type="module"'
NEEDS = re.compile(r"(?:from|import)[\"'`]\./([\w.-]+\.js)[\"'`]")


def page(static: Path, streamlit: Path) -> Path:
    """The page, written among the static files; Streamlit's own where nothing can be written or it begins otherwise."""
    plain = streamlit / "index.html"
    text = plain.read_text(encoding="utf-8")
    if BEGINS not in text:
        return plain
    try:
        _put(static / ROOT, SAYS_ROOT)
        return _put(static / PAGE, told(text, streamlit / "static" / "js"))
    except OSError:
        return plain


def told(text: str, scripts: Path) -> str:
    """Streamlit's page with what is said ahead."""
    lines = [f'<script src="./app/static/{ROOT}"></script>']
    lines += [
        f'<link rel="modulepreload" crossorigin href="./static/js/{name}">'
        for name in needed(scripts)
        if name not in text
    ]
    return text.replace(BEGINS, "\n    ".join([*lines, BEGINS]), 1)


def needed(scripts: Path) -> list[str]:
    """The scripts of the first screen and all that they ask for."""
    found = [each.name for part in FIRST_DRAWN for each in scripts.glob(f"{part}.*.js")]
    for name in found:  # grows while it is read
        asked = NEEDS.findall((scripts / name).read_text(encoding="utf-8"))
        found += [each for each in dict.fromkeys(asked) if each not in found]
    return found


def _put(target: Path, text: str) -> Path:
    if not target.exists() or target.read_text(encoding="utf-8") != text:
        partial = target.with_name(f".{target.name}.{os.getpid()}.partial")
        partial.write_text(text, encoding="utf-8")
        partial.replace(target)
    return target
