"""Names from the data in places where Streamlit reads Markdown: labels, titles, captions, messages."""

from __future__ import annotations

import re

JOINER = "\u2060"
"""Has no width: Streamlit looks for icons, emoji and arrows again after Markdown has taken the backslashes away."""
SIGNS = re.compile(r"[\\`*_{}\[\]()#+!|~:$<>&]|[-=](?=[-=<>~])|(?<=[-=<>~])[-=]|^\s*[-=]|^\s*\d+(?=[.])")
FOUND_AGAIN = re.compile(r"\\:(?=[a-zA-Z/\\])|\\[-=<>~](?=\\?[-=<>~])|@|\bwww(?=[.])", re.IGNORECASE)


def plain(text: str) -> str:
    """The text as a label that shows every sign of it as it is written: no icon, colour, formula, link, picture."""
    escaped = SIGNS.sub(lambda found: _before(found[0]), text)
    return FOUND_AGAIN.sub(lambda found: f"{found[0]}{JOINER}", escaped)


def _before(sign: str) -> str:
    """A sign with its backslash; a number that would begin a list has it before its full stop."""
    return f"{sign}\\" if sign.strip().isdigit() else f"{sign[:-1]}\\{sign[-1]}"
