"""What must be known about the figures on the map: evidence, weights, population, straddlers, what has no place."""

from __future__ import annotations

import pandas as pd

from dashboard.facts import hotspots, small_cells
from dashboard.facts.hotspots import Measure
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.hotspots import controls, figures
from dashboard.views.hotspots.where import Where
from dashboard.words import hotspots as hotspots_words
from dashboard.words import numbers as vi


def of(
    page: Page,
    chosen: Filters,
    looked: Where,
    areas: pd.DataFrame,
    *,
    measure: Measure,
    weights: dict[str, float],
    evidence: str,
) -> list[str]:
    """The notes that hold for this view, in the order they are read."""
    found = []
    if evidence != controls.ALL:
        named, cases = hotspots_words.MEASURES[measure.code].lower(), hotspots_words.CASES[measure.code]
        words = hotspots_words.EVIDENCE_NOTES[evidence]
        least = "" if cases == hotspots_words.PEOPLE else hotspots_words.LEAST.format(cases=cases)
        found.append(words.format(day=vi.date(page.snapshot.as_of), measure=named, least=least))
    if measure.code == hotspots.ATTENTION:
        found.append(hotspots_words.ATTENTION_NOTE.format(weights=controls.in_words(weights)))
        missing = sorted({part for parts in areas["missing"] for part in parts})
        if missing:
            named = ", ".join(hotspots_words.ATTENTION_PARTS[part].lower() for part in missing)
            lacking = vi.prose_count(int(areas["missing"].map(bool).sum()))
            found.append(hotspots_words.ATTENTION_MISSING.format(count=lacking, parts=named))
    if measure.code in ("per_10000", "per_10000_smoothed", hotspots.ATTENTION):
        found += _population(areas)
    if measure.code == "per_10000_smoothed":
        found.append(hotspots_words.SMOOTHED)
    straddling = int(areas["straddling"].fillna(0).sum()) if looked.division == "district" else 0
    if straddling:
        found.append(hotspots_words.STRADDLING.format(count=vi.prose_count(straddling)))
    found += _whole(page, chosen, looked, areas, measure)
    lost, overdue = figures.nowhere(page, chosen, looked)
    if lost and measure.code not in hotspots_words.OF_PAPERS:
        words = hotspots_words.NO_COMMUNE if looked.division == "commune" else hotspots_words.NOWHERE
        found.append(words.format(count=vi.prose_count(lost), overdue=vi.prose_count(overdue)))
    return found


def _whole(page: Page, chosen: Filters, looked: Where, areas: pd.DataFrame, measure: Measure) -> list[str]:
    """What the province has of it, where the map shows all of the province and has not all of it."""
    if looked.area or looked.frame or page.answers.scope.area or small_cells.few(areas):
        return []
    total = figures.everywhere(page, chosen, measure)
    said = "" if total is None else hotspots_words.whole(total, areas, measure=measure.code)
    return [said] if said else []


def _population(areas: pd.DataFrame) -> list[str]:
    notes = []
    day = areas["population_as_of"].dropna().min()
    if not vi.is_missing(day):
        notes.append(hotspots_words.POPULATION.format(day=vi.date(day)))
    unknown = int(areas["population"].isna().sum())
    if unknown:
        notes.append(hotspots_words.NO_POPULATION.format(count=vi.prose_count(unknown)))
    return notes
