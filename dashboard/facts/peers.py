"""How the areas or bodies of a province spread, without a name: what the leader of one may know of the others."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

LEAST_AREAS = 8  # with fewer a quarter is one or two areas, and whoever knows them knows which
LEAST_CASES = 10


@dataclass(frozen=True)
class Spread:
    """Quartiles of a share over areas: `areas` of them with enough cases; half of them lie from `lower` to `upper`."""

    lower: float
    middle: float
    upper: float
    areas: int


def spread(areas: pd.DataFrame, *, part: str, base: str, by: str = "area_code") -> Spread | None:
    """The spread of `part` of `base` over areas with at least ten cases; None where they are fewer than eight.

    `by`: the column that names an area, or a body, or a post; rows without one are left out.

    Quartiles are interpolated linearly and given in whole percent, so that none is an area's own share.
    """
    counted = areas[areas[by].notna()][[part, base]].dropna().astype(float)
    enough = counted[counted[base] >= LEAST_CASES]
    if len(enough) < LEAST_AREAS:
        return None
    lower, middle, upper = (enough[part] / enough[base]).quantile([0.25, 0.5, 0.75]).round(2)
    return Spread(float(lower), float(middle), float(upper), len(enough))
