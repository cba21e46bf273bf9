"""Many tests at once: which of them stand when only so many of those that stand may be false."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

FALSE_DISCOVERIES = 0.05


def discoveries(p: pd.Series, *, rate: float = FALSE_DISCOVERIES) -> NDArray[np.bool_]:
    """Which p-values stand when at most this share of those that stand may be false (Benjamini and Hochberg 1995)."""
    values = p.to_numpy(dtype=float)
    ordered = np.sort(values[~np.isnan(values)])
    passing = np.flatnonzero(ordered <= rate * np.arange(1, len(ordered) + 1) / max(len(ordered), 1))
    if not len(passing):
        return np.zeros(len(values), dtype=bool)
    return np.nan_to_num(values, nan=2.0) <= ordered[passing[-1]]
