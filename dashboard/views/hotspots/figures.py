"""The figures of a map: asked for the whole province, so that classes, scores and smoothing mean the same inside a
district as outside, then cut to what is shown."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard.facts import change, hotspots, standing_out
from dashboard.facts import grouped as together
from dashboard.facts.hotspots import Measure
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.hotspots.where import Where
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
    params = _asked(chosen, where, window)

    def measured() -> pd.DataFrame:
        answers = [page.answers.ask(name, **params) for name in ("area_measures", "attention_components")]
        return hotspots.measured(*answers, measure=measure, weights=dict(weights))

    key = (tuple(sorted(params.items())), measure.code, tuple(weights.items()))
    return page.answers.remember("hotspots", measured, *key).copy(deep=False)


def judged(
    page: Page, chosen: Filters, where: Where, *, measure: Measure, weights: Mapping[str, float]
) -> pd.DataFrame:
    """The same with what chance says of each, those above it first."""

    def made() -> pd.DataFrame:
        return standing_out.judged(areas(page, chosen, where, measure=measure, weights=weights), measure=measure)

    key = (tuple(sorted(_asked(chosen, where).items())), measure.code, tuple(weights.items()))
    return page.answers.remember("hotspots judged", made, *key, most=64).copy(deep=False)


def _asked(chosen: Filters, where: Where, window: Period | None = None) -> dict[str, object]:
    return chosen.params(window) | {"division": where.division, "area": None}


def everywhere(page: Page, chosen: Filters, measure: Measure) -> int | None:
    """What the measure counts, of the province: with what lies in no area and, of matters, with denunciations."""
    asked = chosen.params() | {"area": None}
    if measure.code == "complex_listed":
        return int((~page.answers.ask("complex_cases", **asked)["is_closed"].astype(bool)).sum())
    if measure.code == "bounced":
        return int(page.answers.ask("moves_of_matters", **asked)["returned_matters"].sum())
    figure = change.figures(page.answers.ask("figures", **asked)).get(measure.metric)
    return int(figure.numerator or 0) if figure and figure.kept else None


def nowhere(page: Page, chosen: Filters, where: Where) -> tuple[int, int]:
    """Open matters of what is shown that lie in none of its areas, and how many of them are overdue."""
    params = chosen.params() | {"division": where.division, "area": where.frame}
    return hotspots.nowhere(page.answers.ask("area_measures", **params))


def shapes(page: Page, where: Where) -> pd.DataFrame:
    """The shapes of what is shown, in the same order always."""
    return page.answers.ask("boundaries", division=where.division, area=where.frame)


def inside(page: Page, where: Where) -> pd.Series:
    """Codes of the communes of the district that is shown, whether or not there are shapes of them."""
    areas = page.answers.ask("areas")
    return areas.loc[areas["district_code"] == where.frame, "code"]


def grouped(page: Page, clusters: pd.DataFrame, measure: Measure) -> pd.DataFrame:
    """Clusters of communes that touch, as `grouped.groups` gives them."""
    from data_loaders.geography.clusters import neighbours

    def found() -> pd.DataFrame:
        shapes = page.answers.ask("boundaries", division="commune")
        return together.groups(clusters, neighbours(shapes))

    return page.answers.remember("clusters", found, measure.evidence).copy(deep=False)
