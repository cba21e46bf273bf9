"""Rows of either engine as one DataFrame with the same column types."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

import pandas as pd


def frame(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> pd.DataFrame:
    """Whole numbers as Int64, decimals as float64, dates as datetime64, text as str; missing values stay missing."""
    values = list(zip(*rows, strict=True)) if rows else [()] * len(columns)
    return pd.DataFrame({name: _column(cells) for name, cells in zip(columns, values, strict=True)})


def _column(cells: Sequence[object]) -> pd.Series:
    kinds = {type(cell) for cell in cells if cell is not None}
    if not kinds:
        return pd.Series(cells, dtype="object")
    if kinds <= {bool}:
        return pd.Series(cells, dtype="boolean")
    if kinds <= {int}:
        return pd.Series(cells, dtype="Int64")
    if kinds <= {int, float, Decimal}:
        return pd.Series([None if cell is None else float(str(cell)) for cell in cells], dtype="float64")
    if kinds <= {dt.date, dt.datetime}:
        return pd.Series(pd.to_datetime(pd.Series(cells, dtype="object"))).astype("datetime64[us]")
    return pd.Series(cells, dtype="str")
