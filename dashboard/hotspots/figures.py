"""The figures of a map: asked for the whole province, so that classes, scores and smoothing mean the same inside a
district as outside, then cut to what is shown."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard.filters import Filters
from dashboard.hotspots.where import Where
from dashboard.page import Page
from dashboard.stats import hotspots
from dashboard.stats.hotspots import Measure
from queries.periods import Period


def areas(
    page: Page,
    chosen: Filters,
    where: Where,
    *,
    measure: Measure,
    weights: Mapping[str, float],
    window: Period | None = None,
) -> pd.DataFrame:
    """Every area of the division, measured in this window or another."""
    params = chosen.params(window) | {"division": where.division, "area": None}
    return hotspots.measured(
        page.ask("area_measures", **params),
        page.ask("attention_components", **params),
        measure=measure,
        weights=weights,
    )


def nowhere(page: Page, chosen: Filters, where: Where) -> int:
    """Open matters of what is shown that lie in none of its areas."""
    params = chosen.params() | {"division": where.division, "area": where.frame}
    return hotspots.nowhere(page.ask("area_measures", **params))


def shapes(page: Page, where: Where) -> pd.DataFrame:
    """The shapes of what is shown, in the same order always."""
    return page.ask("boundaries", division=where.division, area=where.frame)
