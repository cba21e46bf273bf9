"""A sentence short enough to be read from the last row."""

from __future__ import annotations

import re

from dashboard.words import change

LONG = 130
STEP = re.compile(rf", (?=(?:{'|'.join(change.OPENINGS)})\b)")


def shorten(text: str) -> str:
    """Of several comparisons only the first is kept; nothing else is ever cut, since a part of a list would mislead.

    '…, tăng 338 vụ việc so với cùng kỳ (2.103), tăng 94 so với quý trước (2.347).' → '…, tăng 338 … (2.103).'
    """
    parts = STEP.split(text)
    if len(text) <= LONG or len(parts) < 3:
        return text
    _, _, after = parts[-1].partition("; ")
    return "; ".join(part.rstrip(".") for part in (", ".join(parts[:2]), after) if part) + "."
