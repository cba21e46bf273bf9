"""Chỉ số cần chú ý: one number an area that says where to look first, and what it is made of.

It is a computed index. The words *điểm nóng* belong to the official list alone; this module never says them.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from dashboard.metrics.thresholds import (
    ATTENTION_CALL,
    ATTENTION_MATTERS,
    ATTENTION_PEOPLE,
    ATTENTION_WATCH,
    ATTENTION_WEIGHTS,
)


def score(
    areas: pd.DataFrame,
    *,
    weights: Mapping[str, float] = ATTENTION_WEIGHTS,
    watch: float = ATTENTION_WATCH,
    attention: float = ATTENTION_CALL,
) -> pd.DataFrame:
    """`areas` with score (0 to 100), band, `rank_<component>` (0 to 1) and missing (components left out, a tuple).

    `areas`: one row an area; `matters` (all it had), `population` (may be missing), and a column a component, more is
    worse. A component is ranked among areas with enough data, ties sharing the middle rank. One that an area lacks is
    left out and its weight shared by the others. Bands: normal, watch, attention, too_little_data (without a score).
    """
    enough = _enough(areas)
    used = {name: weight for name, weight in weights.items() if weight > 0}
    ranks = pd.DataFrame({name: _rank(areas, name, enough) for name in used}, index=areas.index)
    weight = pd.Series(used, dtype=float)
    present = ranks.notna().mul(weight, axis=1).sum(axis=1)
    total = 100 * ranks.mul(weight, axis=1).sum(axis=1) / present.where(present > 0)
    answer = areas.assign(
        score=total.where(enough),
        missing=[tuple(ranks.columns[row]) for row in ranks.isna().to_numpy()],
    )
    answer["band"] = _bands(answer["score"], watch=watch, attention=attention)
    return answer.join(ranks.add_prefix("rank_"))


def _enough(areas: pd.DataFrame) -> pd.Series:
    """At least 3.000 people, where they are known, and 5 matters: below that one matter moves everything."""
    people = areas["population"] if "population" in areas else pd.Series(np.nan, index=areas.index)
    few_people = people.notna() & (people < ATTENTION_PEOPLE)
    return ~few_people & (areas["matters"] >= ATTENTION_MATTERS)


def _rank(areas: pd.DataFrame, name: str, enough: pd.Series) -> pd.Series:
    """Share of areas below, half of those level: the mid-rank percentile among areas with enough data."""
    if name not in areas:
        return pd.Series(np.nan, index=areas.index)
    values = areas[name].where(enough).astype(float)
    return (values.rank(method="average") - 0.5) / values.notna().sum()


def _bands(scores: pd.Series, *, watch: float, attention: float) -> pd.Series:
    bands = np.select(
        [scores.isna(), scores >= attention, scores >= watch],
        ["too_little_data", "attention", "watch"],
        default="normal",
    )
    return pd.Series(bands, index=scores.index)
