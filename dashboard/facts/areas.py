"""Areas compared with themselves: which got worse beyond what chance explains, and new matters per head smoothed."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard.facts.change import Z95
from dashboard.facts.smoothing import smoothed

PER = 10_000


def worse(now: pd.DataFrame, base: pd.DataFrame, *, column: str = "overdue") -> pd.DataFrame:
    """Areas whose count rose by more than ±1,96·√(x₁+x₀), most first: area_code, name, before, after, rise.

    Both frames as `area_measures` answers them, in one division. An area with a withheld count is left out.
    """
    both = now[["area_code", "name", column]].merge(
        base[["area_code", column]], on="area_code", how="left", suffixes=("", "_before"), indicator=True
    )
    known = both[f"{column}_before"].notna() | both["_merge"].eq("left_only")  # missing on either side: withheld
    both = both[both["area_code"].notna() & both[column].notna() & known].drop(columns="_merge")
    both = both.rename(columns={column: "after", f"{column}_before": "before"})
    before, after = both["before"].fillna(0).astype(float), both["after"].astype(float)
    rose = both.assign(before=before.astype(int), rise=(after - before).astype(int))
    return rose[after - before > Z95 * np.sqrt(after + before)].sort_values("rise", ascending=False, ignore_index=True)


def add_rates(areas: pd.DataFrame, *, least: int = 10) -> pd.DataFrame:
    """Adds overdue_share, over_180_share, per_10000 and per_10000_smoothed; missing on a base too small or not known.

    The smoothed rate draws places of few people towards the rate of all areas given.
    """
    with_limit, opened = areas["with_limit"].astype(float), areas["open_count"].astype(float)
    people = areas["population"].astype(float)
    return areas.assign(
        overdue_share=(areas["overdue"].astype(float) / with_limit).where(with_limit >= least),
        over_180_share=(areas["over_180"].astype(float) / opened).where(opened >= least),
        per_10000=(areas["entered"].astype(float) / people * PER).where(people > 0),
        per_10000_smoothed=smoothed(areas["entered"].astype(float), people.where(people > 0)),
    )
