"""How long matters stand at a step, counting those that stand there still."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard.facts.waiting import curve, half_day

DAYS = (30, 90)


def by_step(spells: pd.DataFrame) -> pd.DataFrame:
    """One row a step in its order.

    `spells`: as the question `stage_days` answers it.

    Returns:
        step, matters, went_on, there_still, half_on_day (first day on which half or more had gone on; missing where
        that is not reached), there_after_30 and there_after_90 (shares still there, 0–1; Kaplan & Meier 1958).
    """
    rows = [_step(str(step), part) for step, part in spells.groupby("step", sort=False)]
    columns = ["step", "matters", "went_on", "there_still", "half_on_day", *(f"there_after_{day}" for day in DAYS)]
    return pd.DataFrame(rows, columns=columns).astype({"half_on_day": "Int64"})


def _step(step: str, spells: pd.DataFrame) -> list[object]:
    times = spells["matters"].to_numpy(int)
    days, ended, since = (np.repeat(spells[name].to_numpy(), times) for name in ("day", "has_ended", "watched_from"))
    seen = curve(days, ended, watched_from=since)
    shares = seen.set_index("day")["open_share"]
    went = int(np.asarray(ended, bool).sum())
    return [step, len(days), went, len(days) - went, half_day(seen), *(shares[day] for day in DAYS)]
