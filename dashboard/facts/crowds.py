"""Groups of many people by place and month."""

from __future__ import annotations

import datetime as dt

import pandas as pd

MONTHS, MOST = 12, 11
PLACE, COUNTED = ["district_code", "district_name"], ["mass_groups", "mass_people"]


def year(end: dt.date, *, begins: dt.date | None) -> list[pd.Timestamp]:
    """First days of the last twelve calendar months until `end`, the one that runs included; none before the records.

    Args:
        begins: the first day of the records; None: not known, or nothing was recorded.
    """
    every = pd.date_range(end=end.replace(day=1), periods=MONTHS, freq="MS")
    return [month for month in every if begins is None or month.date() >= begins.replace(day=1)] or [every[-1]]


def by_place(rows: pd.DataFrame) -> pd.DataFrame:
    """Groups and people of each former district in all these months, most groups first; without a place last.

    Args:
        rows: as `mass_groups_by_month` answers.
    """
    totals = rows.groupby(PLACE, dropna=False, as_index=False)[COUNTED].sum()
    ranked = totals.sort_values([*COUNTED, "district_code"], ascending=[False, False, True], kind="stable")
    unknown = ranked["district_code"].isna()
    return pd.concat([ranked[~unknown], ranked[unknown]], ignore_index=True)


def gathered(rows: pd.DataFrame, *, province: str, others: str, most: int = MOST) -> pd.DataFrame:
    """The rows with former districts beyond the first `most` as one, so that all rows still sum to the same.

    Args:
        province: what rows without a former district are called: they are of bodies of the province.
        others: what the districts beyond the first are called together; they have no code either.
    """
    first = by_place(rows)["district_code"].dropna().head(most)
    stays = rows["district_code"].isin(first) | rows["district_code"].isna()
    named = rows.assign(
        district_code=rows["district_code"].astype(object).where(stays, None),
        district_name=rows["district_name"].astype(object).where(stays, others).fillna(province),
    )
    return named.groupby([*PLACE, "month_on"], dropna=False, as_index=False)[COUNTED].sum()
