"""Patterns of personal numbers. A text that carries one never enters the snapshot, a log or a message.

An identity number has 12 digits: the province of birth (001 to 096), one for sex and century (0 to 3 for whoever was
born from 1900 to 2099), the year of birth and six more (Thông tư 59/2021/TT-BCA). Other runs of 12 digits are serial
numbers. The old 9 digits look like any number: they, and any 12, are one where a word before them says so (CMND, CCCD).
A phone number is 0xxxxxxxxx, a landline 02xxxxxxxxx, both also as +84…; people write all with spaces, dots and dashes.
Codes are read more narrowly than free text, because files are numbered: 015-2024-123 is a file, not a phone.
"""

from __future__ import annotations

import re

import pyarrow as pa
import pyarrow.compute as pc

from data_loaders import messages

_GAP = "[ .\u00a0\u2009\u202f\u2010\u2011\u2012\u2013\u2014_()-]*"
_ONE_GAP = "[ .\u00a0\u2011\u2013-]"
_START, _END = "(?:^|[^0-9])", "(?:[^0-9]|$)"

_PREFIX = r"(?:\+ ?84|0084)"
_ABROAD = f"{_PREFIX}{_GAP}(?:0{_GAP})?[1-9](?:{_GAP}[0-9]){{8,9}}"

_PROVINCE = "0(?:0[1-9]|[1-8][0-9]|9[0-6])"
_TWELVE = f"{_PROVINCE}[0-3][0-9]{{8}}"
_TWELVE_SPACED = (
    f"{_PROVINCE}{_ONE_GAP}[0-3][0-9]{{2}}(?:{_ONE_GAP}[0-9]{{3}}){{2}}"
    f"|{_PROVINCE}[0-3](?:{_ONE_GAP}[0-9]{{4}}){{2}}"
    f"|{_PROVINCE}{_ONE_GAP}[0-3]{_ONE_GAP}[0-9]{{2}}{_ONE_GAP}[0-9]{{6}}"
    f"|{_PROVINCE}[0-3][0-9]{{2}}{_ONE_GAP}[0-9]{{6}}"
)
_TWELVE_LOOSE = f"0{_GAP}(?:0{_GAP}[1-9]|[1-8]{_GAP}[0-9]|9{_GAP}[0-6]){_GAP}[0-3](?:{_GAP}[0-9]){{8}}"
_SAID = (
    "(?i:cmnd|cmtnd|cmt|cccd|căn cước|chứng minh|định danh|can cuoc|chung minh|dinh danh)"
    f"[^0-9]{{0,30}}[0-9](?:{_GAP}[0-9]){{8}}(?:(?:{_GAP}[0-9]){{3}})?"
)

_PHONE_PLAIN = "0[1-9][0-9]{8}|02[0-9]{9}"
_PHONE_LOOSE = f"0{_GAP}[1-9](?:{_GAP}[0-9]){{8}}|0{_GAP}2(?:{_GAP}[0-9]){{9}}|84[35789][0-9]{{8}}"
_PHONE_SPACED = (
    f"0[35789][0-9]{{2}}{_ONE_GAP}[0-9]{{3}}{_ONE_GAP}[0-9]{{3}}"
    f"|0[35789][0-9]{_ONE_GAP}[0-9]{{3}}{_ONE_GAP}[0-9]{{4}}"
    f"|0[35789][0-9]{{2}}{_ONE_GAP}[0-9]{{2}}{_ONE_GAP}[0-9]{{2}}{_ONE_GAP}[0-9]{{2}}"
    f"|02[0-9]{{1,2}}{_ONE_GAP}[0-9]{{3,4}}{_ONE_GAP}[0-9]{{3,4}}"
)

_IN_TEXT = f"{_START}(?:{_TWELVE_LOOSE}|{_ABROAD}|{_PHONE_LOOSE}){_END}|{_SAID}{_END}"
_IN_CODE = f"{_START}(?:{_TWELVE}|{_TWELVE_SPACED}|{_ABROAD}|{_PHONE_PLAIN}|{_PHONE_SPACED}){_END}|{_SAID}{_END}"

SAFE_KEY = "[0-9A-Za-zĐđ][0-9A-Za-zĐđ./:_#-]{0,63}"
"""What a code looks like that may be shown."""


def carries_personal_number(values: pa.StringArray, *, kind: str) -> pa.BooleanArray:
    """For each text (null allowed) whether it carries an identity or phone number; ``kind`` is code or text."""
    return pc.fill_null(pc.match_substring_regex(values, _IN_CODE if kind == "code" else _IN_TEXT), False)


def safe_key(value: str | None) -> str | None:
    """A code that may be shown in a list of refused rows, or ``(ẩn)`` where it does not look like one."""
    if value is None:
        return None
    hidden = not re.fullmatch(SAFE_KEY, value) or re.search(_IN_CODE, value)
    return messages.HIDDEN if hidden else value
