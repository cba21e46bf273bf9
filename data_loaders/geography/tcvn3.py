"""TCVN3 (ABC fonts): Vietnamese text of the 1990s as it appears when its bytes are read as Latin-1."""

from __future__ import annotations

import pandas as pd

CAPITALS = "ĂÂÊÔƠƯĐ"
SMALL = "ăâêôơưđ"
TONED = {
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậ",
    0xCC: "è",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}
"""First byte of each run of letters. Toned capitals have no bytes: such text was set in fonts of capitals."""

TABLE: dict[int, str] = {
    **dict(enumerate(CAPITALS + SMALL, start=0xA1)),
    **{first + step: letter for first, run in TONED.items() for step, letter in enumerate(run)},
}
"""All 74 entries: code point read as Latin-1 → letter."""


def decode(text: str) -> str:
    """`ThÞ x· BØm S¬n` → `Thị xã Bỉm Sơn`; letters outside the table stay."""
    return text.translate(TABLE)


def spellings(texts: pd.Series) -> dict[str, pd.Series]:
    """The ways a text column may have been meant: as it stands, as UTF-8 read as Latin-1, as TCVN3 read as Latin-1."""
    return {"": texts, "utf-8": texts.map(_as_utf8), "tcvn3": texts.map(decode)}


def _as_utf8(text: str) -> str:
    for encoding in ("latin-1", "cp1252"):
        try:
            return text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return text
