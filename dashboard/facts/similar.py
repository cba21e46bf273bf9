"""Areas most like one of them: by how many people live there and of which fields its matters are."""

from __future__ import annotations

import numpy as np
import pandas as pd

MOST = 5


def similar(areas: pd.DataFrame, fields: pd.DataFrame, *, to: str, most: int = MOST) -> pd.DataFrame:
    """The rows of `areas` most like the area `to`, the most like first; none where its population is not known.

    Unlike are two areas by |ln of the ratio of their populations| plus half the sum of the differences of their
    shares of fields (0: the same mix, 1: none in common).

    Args:
        areas: area_code and population, as `area_measures`.
        fields: area_code, field_group, entered, as `area_fields`.
    """
    known = areas.dropna(subset=["area_code", "population"])
    known = known[known["population"] > 0].set_index("area_code", drop=False)
    if to not in known.index:
        return areas.iloc[:0]
    mix = fields.pivot_table(index="area_code", columns="field_group", values="entered", aggfunc="sum", fill_value=0)
    mix = mix.reindex(known.index, fill_value=0).astype(float)
    shares = mix.div(mix.sum(axis=1).replace(0, np.nan), axis=0).fillna(0)
    people = np.log(known["population"].astype(float))
    apart = (people - people[to]).abs() + (shares - shares.loc[to]).abs().sum(axis=1) / 2
    nearest = apart.drop(to).sort_values(kind="stable").index[:most]
    return known.loc[nearest].reset_index(drop=True)
