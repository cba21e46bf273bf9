"""Values of Python drivers and spreadsheets as the texts that the contract reads."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any


def as_text(value: Any) -> str | None:
    """Dates in ISO form, booleans and MySQL's bits as 0/1, whole numbers without a point."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, bytes | bytearray):
        return {b"\x01": "1", b"\x00": "0"}.get(bytes(value), value.decode("utf-8", "replace"))
    if isinstance(value, float | Decimal) and value == value // 1:
        return str(int(value))
    return str(value)
