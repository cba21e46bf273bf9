"""TCVN3 (ABC fonts): Vietnamese text of the 1990s as it appears when its bytes are read as Latin-1."""

from __future__ import annotations

import unicodedata

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
    """The ways a text column may have been meant: as it stands, or as UTF-8, TCVN3 or Windows 1258 read as Latin-1."""
    return {
        "": texts,
        "utf-8": texts.map(lambda text: _read_again(text, "utf-8")),
        "tcvn3": texts.map(decode),
        "cp1258": texts.map(lambda text: unicodedata.normalize("NFC", _read_again(text, "cp1258"))),
    }


def foreign_letters(texts: pd.Series) -> bool:
    """True where texts have signs that no Vietnamese word has: they were read in another code page than written in."""
    return any(ord(sign) > 127 and sign.upper() not in LETTERS for text in texts for sign in _composed(text))


def _composed(text: object) -> str:
    return unicodedata.normalize("NFC", str(text))


LETTERS = frozenset("".join(TABLE.values()).upper() + "Ý–—’‘“”")


def _read_again(text: str, encoding: str) -> str:
    """The text's bytes read in this encoding; the text itself where they are none of it."""
    for read_as in ("latin-1", "cp1252"):
        try:
            return text.encode(read_as).decode(encoding)
        except UnicodeError:
            continue
    return text
