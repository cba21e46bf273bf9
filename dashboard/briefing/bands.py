"""Days in bands, and the bands as bars."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from dashboard.drawing.figure import Chart


def banded(days: pd.Series, ends: Sequence[int]) -> list[int]:
    """How many of `days` lie up to each end, and how many above the last."""
    places = np.searchsorted(np.asarray(ends), days.astype(float).to_numpy(), side="left")
    return [int(count) for count in np.bincount(places, minlength=len(ends) + 1)]


def bars(counts: Sequence[int], names: Sequence[str], *, tints: Sequence[str], caption: str) -> Chart | None:
    """A bar a band in its own colour; None where there is nothing to count."""
    values = {caption: [float(count) for count in counts]}
    return Chart("bars", names, values, tints=tints, caption=caption) if any(counts) else None
