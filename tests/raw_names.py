"""Names of columns and codes as they stand in the data, wherever a person would read them."""

from __future__ import annotations

import re

from streamlit.testing.v1 import AppTest

from dashboard.words import headings
from tests import on_screen

RAW = re.compile(r"(?<![\w/`.-])[a-z]+(?:_[a-z0-9]+)+(?![\w`])")
UNSEEN = re.compile(
    r"queries/\w+\.sql · \w+|python -m \w+|<style.*?</style>|<script.*?</script>|<[^>]+>|`[^`]+`", re.DOTALL
)


def in_text(text: str) -> set[str]:
    """Raw names in a text as it is read: tags, styles and code left out, and the commands
    and questions that a page names as such; texts for the blind kept."""
    spoken = " ".join(re.findall(r'(?:alt|aria-label|title)="([^"]*)"', text))
    return set(RAW.findall(f"{UNSEEN.sub(' ', text)} {spoken}"))


def on_page(app: AppTest) -> set[str]:
    """Raw names on a page: its texts, the headings and cells of its tables, the labels of what can be tapped."""
    found: set[str] = set()
    for kind in ("html", "markdown", "caption", "alert"):
        for element in app.get(kind):
            proto = element.proto
            found |= in_text(" ".join(str(getattr(proto, field, "")) for field in ("body", "label", "help")))
    for table in on_screen.texts(app):
        assert not headings.TECHNICAL & set(table.columns), list(table.columns)
    for picture in on_screen.drawn(app):
        found |= in_text(picture)
    return found
