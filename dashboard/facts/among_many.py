"""Steps of many places or people looked at side by side: of those named at most 5 in 100 may be chance.

One step alone is judged by rule 9.7 (`change.is_noise`). Of 160 communes that rule would name eight in every province
where nothing changed, so whoever is named in a list has passed the exact test and held its false discoveries.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data_loaders.statistics.discoveries import discoveries
from data_loaders.statistics.tails import at_least


def chance_of_counts(now: pd.Series, base: pd.Series) -> pd.Series:
    """How often chance alone moves a count as far up or down; missing where one of them is.

    Were nothing changed, each of both counts' matters would as soon be of the one as of the other.
    """
    counts = pd.concat([now.astype(float), base.astype(float)], axis=1)
    most, both = counts.max(axis=1, skipna=False), counts.sum(axis=1, skipna=False)
    return pd.Series(np.minimum(2 * at_least(most, both, 0.5), 1.0), index=now.index)


def chance_of_shares(step: pd.Series, spread: pd.Series) -> pd.Series:
    """The same of two shares, by the normal law: their difference and its standard error."""
    z = step.abs() / spread.where(spread > 0)
    return z.map(lambda value: math.erfc(value / math.sqrt(2)), na_action="ignore").astype(float)


def stand(p: pd.Series) -> NDArray[np.bool_]:
    """Which of them may be named."""
    found: Any = discoveries(p)
    return np.asarray(found, dtype=bool)
