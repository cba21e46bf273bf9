"""The map's measures: one value an area, and the ranked list that says the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from dashboard.facts import attention, small_cells
from dashboard.facts.areas import add_rates
from dashboard.metrics.thresholds import ATTENTION_CALL, ATTENTION_WATCH, ATTENTION_WEIGHTS

ATTENTION = "attention"
Form = Literal["share", "number", "points", "count"]
SCORE_BREAKS = (ATTENTION_WATCH, ATTENTION_CALL)
PEOPLE = ("population",)
JOINED = ("matters", "mass_groups_recent", "escalated_petitions", "bounced")


@dataclass(frozen=True)
class Measure:
    """One way to colour the map.

    Attributes:
        count: the column the sentence adds up.
        form: a count is drawn as circles; shares, rates (number) and the score as colours.
        metric: the definition that explains it.
        base: the columns whose sum the count is a part of: what a place's own share is of; none: no share is judged.
        evidence: its measure in the table of clusters, where there is one.
    """

    code: str
    count: str
    form: Form
    metric: str
    base: tuple[str, ...] = ()
    evidence: str | None = None

    @property
    def of_people(self) -> bool:
        """Whether the count is of the population: then the province's cases fall on its people by chance."""
        return self.base == PEOPLE

    @property
    def is_count(self) -> bool:
        return self.form == "count"


_ALL = (
    Measure("overdue", "overdue", "count", "overdue_dossiers", ("with_limit",), "overdue"),
    Measure("open_count", "open_count", "count", "open_dossiers", ("open_count", "resolved"), "open_count"),
    Measure("overdue_share", "overdue", "share", "overdue_share", ("with_limit",), "overdue_share"),
    Measure("over_180_share", "over_180", "share", "open_over_180_days", ("open_count",), "over_180_share"),
    Measure("per_10000", "entered", "number", "entered_dossiers", PEOPLE),
    Measure("per_10000_smoothed", "entered", "number", "entered_dossiers", PEOPLE),
    Measure("mass_groups", "mass_groups", "count", "mass_groups", ("visits",)),
    Measure("complex_listed", "complex_listed", "count", "complex_cases"),
    Measure("escalated_petitions", "escalated_petitions", "count", "petitions_escalated"),
    Measure("bounced", "bounced", "count", "bounced_matters"),
    Measure(ATTENTION, "overdue", "number", "attention_score"),
)
MEASURES = {measure.code: measure for measure in _ALL}


def measured(
    areas: pd.DataFrame,
    components: pd.DataFrame,
    *,
    measure: Measure,
    weights: Mapping[str, float] = ATTENTION_WEIGHTS,
) -> pd.DataFrame:
    """`area_measures` and `attention_components` of one window with rates and score, most first.

    Adds `value` (what is drawn), `count` (what the sentence adds up), attention, attention_band, missing and rank_*.
    """
    joined = _joined(known(areas), components)
    withheld = joined.attrs.get("few", {})
    rates = add_rates(joined)
    scored = attention.score(_parts(rates), weights=weights)
    extra = ["missing", *(name for name in scored.columns if name.startswith("rank_"))]
    answer = rates.join(scored[extra]).assign(attention=scored["score"], attention_band=scored["band"])
    answer = answer.assign(value=answer[measure.code].astype(float), count=answer[measure.count])
    answer = answer.sort_values("value", ascending=False, na_position="last", kind="stable")
    answer.attrs["few"] = withheld
    return answer


def known(areas: pd.DataFrame) -> pd.DataFrame:
    """Only what lies in an area of the map."""
    answer = areas[areas["area_code"].notna() & areas["name"].notna()]
    answer.attrs["few"] = areas.attrs.get("few", {})
    return answer


def within(areas: pd.DataFrame, codes: Sequence[str]) -> pd.DataFrame:
    """Those of the areas that have one of the codes; values stay as worked out among all."""
    answer = areas[areas["area_code"].isin(codes)]
    answer.attrs["few"] = areas.attrs.get("few", {})
    return answer


def nowhere(areas: pd.DataFrame) -> tuple[int, int]:
    """Open matters that lie in no known area, and how many of them are overdue."""
    lost = areas.loc[areas["area_code"].isna() | areas["name"].isna(), ["open_count", "overdue"]].sum()
    return int(lost["open_count"]), int(lost["overdue"])


def _joined(areas: pd.DataFrame, components: pd.DataFrame) -> pd.DataFrame:
    """The components beside the areas; what was withheld there stays withheld here."""
    by_code = components[components["area_code"].notna()].set_index("area_code")
    answer = areas.assign(**{name: areas["area_code"].map(by_code[name]) for name in JOINED})
    hidden = dict(small_cells.few(areas))
    for name, labels in small_cells.few(components).items():
        codes = set(components.loc[list(labels), "area_code"].dropna())
        hidden[name] = set(areas.index[areas["area_code"].isin(codes)])
    absent = ~areas["area_code"].isin(by_code.index)
    for name in JOINED:
        answer.loc[absent, name] = 0
    answer.attrs["few"] = {name: list(labels) for name, labels in hidden.items()}
    return answer


def _parts(rates: pd.DataFrame) -> pd.DataFrame:
    """The columns of rule 9.8 as `attention.score` names them."""
    numbers = {
        name: rates[name].astype(float) for name in ("overdue", "over_180", "mass_groups_recent", "complex_listed")
    }
    return pd.DataFrame(
        numbers
        | {
            "escalated": rates["escalated_petitions"].astype(float),
            "entered_smoothed": rates["per_10000_smoothed"],
            "matters": rates["matters"].astype(float).fillna(0),
            "population": rates["population"].astype(float),
        },
        index=rates.index,
    )
