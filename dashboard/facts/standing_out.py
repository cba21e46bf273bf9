"""Places whose own share lies above the province's by more than chance: exact, false discoveries held.

One result for the headline, the order of the list, its column and the names on the map. A place is never named for
what its neighbours have: where high values lie together is another question (`clusters`).
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from dashboard.facts.hotspots import Measure, known
from dashboard.metrics.thresholds import LEAST_BASE
from data_loaders.statistics.discoveries import FALSE_DISCOVERIES, discoveries
from data_loaders.statistics.tails import at_least

HIGH, USUAL, TOO_FEW = "high", "usual", "too_few"
LEAST_PLACES = 2


def judged(areas: pd.DataFrame, *, measure: Measure, rate: float = FALSE_DISCOVERIES) -> pd.DataFrame:
    """The areas with what chance says of each, those above it first, ties by name.

    Args:
        areas: every area of one division, as `hotspots.measured` gives them.
        measure: one that has a `base`; without one nothing is judged.

    Returns:
        `areas` with cases (what the count is a part of), p (the exact probability of as many or more) and evidence:
        high, usual, or too_few: a base under ten, or nothing to compare with; missing where the measure has no base.
    """
    found = _tested(areas, measure, rate) if measure.base else areas.assign(cases=np.nan, p=np.nan, evidence=None)
    order = found.assign(first=found["evidence"].ne(HIGH), said=found["name"].astype(str))
    order = order.sort_values(
        ["first", "value", "count", "said"], ascending=[True, False, False, True], na_position="last"
    )
    answer = found.loc[order.index]
    answer.attrs = dict(areas.attrs)
    return answer


def of(areas: pd.DataFrame, *, measure: Measure) -> pd.DataFrame:
    """`judged` straight from an answer of `area_measures`; only what lies in an area of the map."""
    counted = known(areas)
    return judged(counted.assign(count=counted[measure.count], value=counted[measure.count]), measure=measure)


def of_shares(
    parts: pd.Series, bases: pd.Series, *, of_people: bool = False, rate: float = FALSE_DISCOVERIES
) -> pd.DataFrame:
    """cases, p, evidence of each share of a list beside the whole list's own share, as `judged` says them.

    Args:
        parts, bases: counts of one division, a row a place, body or field; missing where one is withheld.
    """
    x, n = (each.astype("Float64").astype(float) for each in (parts, bases))
    counted = x.notna() & n.notna() & (n > 0)
    enough = counted & (n >= LEAST_BASE)
    p = pd.Series(np.nan, index=x.index)
    if enough.sum() >= LEAST_PLACES and x.notna().all():  # a withheld count leaves the whole's share unknown
        p[enough] = _tail(x, n, among=counted, of_people=of_people)[enough]
    stands = pd.Series(discoveries(p, rate=rate), index=x.index)
    evidence = np.where(stands, HIGH, np.where(p.notna(), USUAL, TOO_FEW))
    return pd.DataFrame({"cases": n.where(counted), "p": p, "evidence": evidence}, index=x.index)


def _tested(areas: pd.DataFrame, measure: Measure, rate: float) -> pd.DataFrame:
    found = of_shares(areas["count"], _base(areas, measure), of_people=measure.of_people, rate=rate)
    return areas.assign(**{name: found[name] for name in found.columns})


def _base(areas: pd.DataFrame, measure: Measure) -> pd.Series:
    """What the count is a part of, summed over the columns that make it up."""
    parts = [areas[name].astype("Float64").astype(float) for name in measure.base]
    return pd.concat(parts, axis=1).sum(axis=1, min_count=len(parts))


def _tail(x: pd.Series, n: pd.Series, *, among: pd.Series, of_people: bool) -> pd.Series:
    """P(X ≥ x): of n cases at the province's share; of people, each of the province's cases falls here by chance."""
    cases, base = float(x[among].sum()), float(n[among].sum())
    if not cases:
        return pd.Series(1.0, index=x.index)
    drawn = at_least(x, cases, n / base) if of_people else at_least(x, n, min(cases / base, 1.0))
    return pd.Series(drawn, index=x.index)
