"""Areas compared with themselves: which got worse beyond what chance explains, and new matters per head smoothed."""

from __future__ import annotations

import pandas as pd

from dashboard.facts.smoothing import smoothed
from data_loaders.statistics.discoveries import discoveries
from data_loaders.statistics.tails import at_least

PER = 10_000


def worse(now: pd.DataFrame, base: pd.DataFrame, *, column: str = "overdue") -> pd.DataFrame:
    """Areas whose count rose beyond chance, most first, ties by name: area_code, name, before, after, rise.

    Exact: were nothing changed, each of the matters of both days would as soon be of the one as of the other. So many
    areas are looked at that some would seem to rise: of those named at most 5 in 100 may be false.

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
    p = pd.Series(at_least(after, after + before, 0.5), index=rose.index)
    found = rose[discoveries(p) & (after > before)]
    return found.sort_values(["rise", "name"], ascending=[False, True], ignore_index=True)


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
