"""Areas between two periods: what rose and fell, and whether chance explains it."""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard.facts import among_many
from dashboard.facts.hotspots import ATTENTION, Measure

BASES = {"overdue_share": "with_limit", "over_180_share": "open_count"}


def changed(now: pd.DataFrame, before: pd.DataFrame, *, measure: Measure) -> pd.DataFrame:
    """Both periods side by side, one row an area known now: before, after, difference, noise.

    Noise: chance may move any of so many areas as far (`among_many`).
    """
    kept = ["area_code", "value", *_behind(measure)]
    pair = now[["name", *kept]].merge(before[kept], on="area_code", how="left", suffixes=("", "_before"))
    pair = pair.rename(columns={"value": "after", "value_before": "before"})
    pair = pair.assign(difference=pair["after"] - pair["before"], noise=_noise(pair, measure))
    return pair.sort_values("difference", ascending=False, na_position="last", ignore_index=True)


def beyond_chance(last: pd.DataFrame, first: pd.DataFrame, *, measure: Measure) -> pd.Series:
    """By area: the step of `value` from `first` to `last` where chance does not explain it; other areas left out.

    Both with value and the counts behind it, indexed by area code; a count that was not there before was nought.
    """
    pair = last.join(first, rsuffix="_before")
    before = [name for name in pair if str(name).endswith("_before")]
    if measure.is_count:
        pair = pair.assign(**{str(name): pair[name].fillna(0) for name in before})
    pair = pair.assign(after=pair["value"].astype(float), before=pair["value_before"].astype(float))
    return (pair["after"] - pair["before"])[~_noise(pair, measure)].dropna()


def _behind(measure: Measure) -> list[str]:
    """The counts a step rests on; of the score, all its parts that are counts."""
    if measure.code == ATTENTION:
        return ["overdue", "over_180", "entered", "complex_listed", "escalated_petitions"]
    return [measure.count, *([BASES[measure.code]] if measure.code in BASES else [])]


def _noise(pair: pd.DataFrame, measure: Measure) -> pd.Series:
    """Whether chance may explain the step: shares by their spread, the rest by the least likely of its counts."""
    counts = {name: (pair[name].astype(float), pair[f"{name}_before"].astype(float)) for name in _behind(measure)}
    if measure.code in BASES:
        pairs = zip(counts[measure.count], counts[BASES[measure.code]], strict=True)
        spread = np.sqrt(sum(part / base * (1 - part / base) / base for part, base in pairs))
        p = among_many.chance_of_shares(pair["after"] - pair["before"], spread)
    else:
        each = [among_many.chance_of_counts(now, before) for now, before in counts.values()]
        p = (pd.concat(each, axis=1).min(axis=1) * len(each)).clip(upper=1.0)
    return pd.Series(~among_many.stand(p), index=pair.index)
