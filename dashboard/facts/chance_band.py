"""How many overdue matters chance alone would leave an area, if it were as slow or quick as the province."""

from __future__ import annotations

import pandas as pd
from scipy import stats

LEVEL = 0.95


def overdue(own: pd.DataFrame, province: pd.DataFrame) -> pd.DataFrame:
    """Rows of `own` with low and high: between them lie 95 of 100 numbers of overdue matters by the province's share.

    Both as the question `quarterly_series` answers them, by `code`; missing where the province has none open.
    """
    base = province.set_index("code")
    share = base["overdue"].astype(float) / base["open_count"].astype(float).where(base["open_count"] > 0)
    at = own["code"].map(share)
    count = own["open_count"].astype(float)
    low, high = stats.binom.interval(LEVEL, count, at)
    return own.assign(low=low, high=high)
