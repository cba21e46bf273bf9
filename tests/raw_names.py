"""Names of columns and codes as they stand in the data, wherever a person would read them."""

from __future__ import annotations

import json
import re

from streamlit.testing.v1 import AppTest

from dashboard.words import headings

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
    for kind in ("html", "markdown", "caption", "alert", "metric"):
        for element in app.get(kind):
            proto = element.proto
            found |= in_text(" ".join(str(getattr(proto, field, "")) for field in ("body", "label", "help")))
    for table in app.dataframe:
        columns = json.loads(table.proto.columns or "{}")
        assert not headings.TECHNICAL & set(map(str, table.value.columns)), list(table.value.columns)
        for name in table.value.columns:
            found |= in_text(str((columns.get(str(name)) or {}).get("label") or name))
            found |= {raw for cell in table.value[name].dropna().astype(str).unique() for raw in in_text(cell)}
        found |= in_text(getattr(table.proto, "alt", ""))
    for chart in app.get("plotly_chart"):
        found |= in_text(json.dumps(json.loads(chart.proto.spec).get("layout", {}).get("title", "")))
    return found
