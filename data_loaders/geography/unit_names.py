"""Names and codes of units made comparable: two spellings of one name fold to the same text, codes get their zeros."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any

import pandas as pd

KINDS = (
    "thanh pho", "thi xa", "thi tran", "dac khu", "phuong", "quan", "huyen", "xa", "tinh",
    "tp", "tx", "tt", "p", "q", "h", "x",
)  # fmt: skip
KIND = re.compile(rf"^(?:{'|'.join(KINDS)})\b\.?\s*")
NOT_DIGITS = re.compile(r"\.0+$")


@lru_cache(20_000)
def plain(name: object) -> str:
    """NFC, one space between words, lower case: what two people typing the same name have in common."""
    return " ".join(unicodedata.normalize("NFC", _text(name)).casefold().split())


@lru_cache(20_000)
def folded(name: object) -> str:
    """`plain` without accents and punctuation: Thanh Hoá, Thanh Hóa and THANH HOA become one."""
    letters = unicodedata.normalize("NFD", plain(name)).replace("đ", "d")
    bare = "".join(letter if letter.isalnum() else " " for letter in letters if not unicodedata.combining(letter))
    return " ".join(bare.split())


@lru_cache(20_000)
def short(name: object) -> str:
    """`folded` without the kind of unit: `Thị xã Bỉm Sơn`, `TX. Bỉm Sơn` → `bim son`."""
    whole = folded(name)
    rest = KIND.sub("", whole)
    return rest or whole


def code(value: object, *, width: int) -> str:
    """A code as text with its leading zeros: 4, 4.0, '4' and '00004' are all '00004'; '' when it is no code."""
    digits = NOT_DIGITS.sub("", _text(value).strip())
    return digits.zfill(width) if digits.isdigit() and len(digits) <= width else ""


def _text(value: Any) -> str:
    return "" if value is None or (not isinstance(value, str) and pd.isna(value)) else str(value)
