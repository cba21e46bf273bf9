"""Classes of a map: about as many areas in each."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

CLASSES = 5


def quantile_breaks(values: pd.Series, *, classes: int = CLASSES) -> list[float]:
    """Upper ends of all classes but the last, so that each holds about as many areas; equal ends are kept once."""
    known = values.dropna().astype(float)
    if known.empty:
        return []
    ends = [float(known.quantile(step / classes, interpolation="lower")) for step in range(1, classes)]
    return sorted({end for end in ends if end < known.max()})


def class_of(value: float, breaks: Sequence[float]) -> int:
    """0 for the lightest class; a value on a break belongs below it."""
    return sum(value > end for end in breaks)
