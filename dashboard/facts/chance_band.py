"""How many overdue matters chance alone would leave an area, if it were as slow or quick as the province."""

from __future__ import annotations

import pandas as pd
from scipy import stats

LEVEL = 0.95


def overdue(own: pd.DataFrame, areas: pd.DataFrame) -> pd.DataFrame:
    """Rows of `own` with low and high: between them lie 95 of 100 numbers of overdue matters by the share of all areas.

    Args:
        own: as the question `quarterly_series` answers of one area or body, by `code`: without denunciations.
        areas: as `area_series` answers of the whole province, which counts none either.

    Returns:
        low and high missing where the province has none open.
    """
    base = areas.groupby("code")[["open_count", "overdue"]].sum().astype(float)
    share = base["overdue"] / base["open_count"].where(base["open_count"] > 0)
    low, high = stats.binom.interval(LEVEL, own["open_count"].astype(float), own["code"].map(share))
    return own.assign(low=low, high=high)
