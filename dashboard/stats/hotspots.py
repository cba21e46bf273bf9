"""The map's measures: one value an area, its words, and the ranked list that says the same."""

from __future__ import annotations

import pandas as pd

from dashboard import disclosure, maps, terms
from dashboard import format as vi
from dashboard.stats.areas import add_rates

MEASURES = {
    "overdue": "overdue",
    "open_count": "open_count",
    "overdue_share": "overdue",
    "per_10000": "entered",
    "mass_groups": "mass_groups",
}
METRIC = {
    "overdue": "overdue_dossiers",
    "open_count": "open_dossiers",
    "overdue_share": "overdue_share",
    "per_10000": "entered_dossiers",
    "mass_groups": "mass_groups",
}


def measured(areas: pd.DataFrame, *, measure: str) -> pd.DataFrame:
    """`area_measures` with rates, `value` (what is coloured) and `count` (what the sentence adds up), most first."""
    withheld = areas.attrs.get("few", {})
    rates = add_rates(areas)
    answer = rates.assign(value=rates[measure].astype(float), count=rates[MEASURES[measure]])
    answer = answer.sort_values("value", ascending=False, na_position="last", kind="stable")
    answer.attrs["few"] = withheld
    return answer


def known(areas: pd.DataFrame) -> pd.DataFrame:
    """Only what lies in an area of the map."""
    answer = areas[areas["area_code"].notna() & areas["name"].notna()]
    answer.attrs["few"] = areas.attrs.get("few", {})
    return answer


def nowhere(areas: pd.DataFrame) -> int:
    """Open matters that lie in no known area."""
    return int(areas.loc[areas["area_code"].isna() | areas["name"].isna(), "open_count"].sum())


def layer(areas: pd.DataFrame, *, measure: str) -> maps.Layer:
    """Values, classes and words for the map."""
    hidden = disclosure.few(areas).get(MEASURES[measure], set())
    return maps.Layer(
        values=dict(zip(areas["area_code"], areas["value"], strict=True)),
        breaks=maps.quantile_breaks(areas["value"]),
        texts={row.area_code: _words(row, measure) for row in areas.itertuples()},
        withheld=frozenset(areas.loc[areas.index.isin(hidden), "area_code"]),
    )


def _words(row: object, measure: str) -> str:
    value = getattr(row, "value", None)
    amount = (
        terms.FEW if vi.is_missing(value) else vi.percent(value) if measure == "overdue_share" else vi.number(value)
    )
    said = f"{terms.COLUMNS[measure]}: {amount}"
    open_count, overdue = getattr(row, "open_count", None), getattr(row, "overdue", None)
    if vi.is_missing(open_count) or vi.is_missing(overdue):
        return said
    return terms.MAP_SAID.format(said=said, open=vi.count(open_count), overdue=vi.count(overdue))
