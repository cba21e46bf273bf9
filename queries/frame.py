"""Rows of either engine as one DataFrame with the same column types."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

import numpy as np
import pandas as pd


def frame(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> pd.DataFrame:
    """Whole numbers as Int64, decimals as float64, dates as datetime64, text as str; missing values stay missing."""
    values = list(zip(*rows, strict=True)) if rows else [()] * len(columns)
    return pd.DataFrame({name: _column(cells) for name, cells in zip(columns, values, strict=True)})


def _column(cells: Sequence[object]) -> np.ndarray | pd.api.extensions.ExtensionArray:
    """An array, as the frame would otherwise match the rows of every column with those of the others."""
    kinds = {type(cell) for cell in cells if cell is not None}
    if not kinds:
        return np.array(cells, dtype="object")
    if kinds <= {bool}:
        return pd.array(cells, dtype="boolean")
    if kinds <= {int}:
        return pd.array(cells, dtype="Int64")
    if kinds <= {int, float, Decimal}:
        return np.array([None if cell is None else float(str(cell)) for cell in cells], dtype="float64")
    if kinds <= {dt.date, dt.datetime}:
        return np.array(cells, dtype="datetime64[us]")
    return pd.array(cells, dtype="str")
