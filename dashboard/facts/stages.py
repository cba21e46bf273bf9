"""How long matters stand at a step, counting those that stand there still."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard.facts.waiting import LEAST_AT_RISK, curve, half_day


def by_step(spells: pd.DataFrame) -> pd.DataFrame:
    """One row a step in its order: step, matters, half_on_day.

    half_on_day: the first day on which half or more had gone on to the next step (Kaplan & Meier 1958); missing where
    that is not reached.

    Args:
        spells: as the question `stage_days` answers it.
    """
    return halves(spells, by="step", counted="matters")


def halves(spells: pd.DataFrame, *, by: str, counted: str) -> pd.DataFrame:
    """One row a group in its order: by, counted, half_on_day as in `by_step`.

    Args:
        spells: by, day, watched_from, has_ended and how many of them, in `counted`.
    """
    groups = spells.groupby(by, sort=False)
    rows = [(str(group), int(part[counted].sum()), _half(part, counted)) for group, part in groups]
    return pd.DataFrame(rows, columns=[by, counted, "half_on_day"]).astype({"half_on_day": "Int64"})


def _half(spells: pd.DataFrame, counted: str) -> int | None:
    times = spells[counted].to_numpy(int)
    if times.sum() < LEAST_AT_RISK:
        return None
    days, ended, since = (np.repeat(spells[name].to_numpy(), times) for name in ("day", "has_ended", "watched_from"))
    return half_day(curve(days, ended, watched_from=since))
