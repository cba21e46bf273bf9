"""Change: what rose and fell since another period, and where chance does not explain it; both periods folded."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.drawing import hotspots as pictured
from dashboard.drawing import layers, map_picture
from dashboard.facts import moves
from dashboard.facts.hotspots import Measure
from dashboard.facts.recorded import REFORM
from dashboard.facts.windows import which
from dashboard.metrics import METRICS
from dashboard.screen import drawn, leaflet, tabs
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.hotspots import controls, figures
from dashboard.views.hotspots.where import Where
from dashboard.words import hotspots as hotspots_words
from dashboard.words import numbers as vi
from dashboard.words import windows
from dashboard.words.change import no_base_of

SMALL, ROWS = 420, 12


def show(page: Page, chosen: Filters, looked: Where, *, head: Any, bar: Any) -> None:
    """Three drawings of one division: the difference, and folded before and now."""
    with bar:
        measure = controls.measure(chosen)
        against_what = tabs.Choice("so", hotspots_words.BASES, hotspots_words.BASE_LABEL)
        controls.options(page, looked, against_what)
        base = which(against_what.now)
    span = METRICS[measure.metric].span
    against, window = chosen.versus(base, span), chosen.base(base, span)
    name = hotspots_words.MEASURES[measure.code]
    tables = METRICS[measure.metric].needs
    if not page.answers.has_base(*tables, start=window.start, end=window.end, before=chosen.window.start):
        with head:
            page.headline(no_base_of(name, against))
        return
    weights = controls.weights()
    now, before = (
        figures.areas(page, chosen, looked, measure=measure, weights=weights, window=days) for days in (None, window)
    )
    shapes = figures.shapes(page, looked)
    pair = moves.changed(now, before, measure=measure)
    if looked.frame:
        pair = pair[pair["area_code"].isin(figures.inside(page, looked))].reset_index(drop=True)
    with head:
        page.headline(hotspots_words.moved(_table(pair, measure)[0], measure=name, against=against))
        if window.start < REFORM <= chosen.window.end:
            division = hotspots_words.DIVISION_NAMES[looked.division]
            page.note(hotspots_words.ONE_DIVISION.format(division=division))
    _beside(page, shapes, pair, measure, against=against)
    if not shapes.empty:
        _drawings(shapes, now, before, measure=measure, periods=(chosen.window, window))


def _beside(page: Page, shapes: pd.DataFrame, pair: pd.DataFrame, measure: Measure, *, against: str) -> None:
    """The map of what rose and fell, and the same as a list."""
    with page.side_by_side(key="map"):
        if not shapes.empty:
            with st.container():
                _difference(shapes, pair, measure=measure, against=against)
        with st.container():
            _each(page, pair, measure)


def _each(page: Page, pair: pd.DataFrame, measure: Measure) -> None:
    """Every area with both periods and its step; which steps chance does not explain."""
    title = hotspots_words.EACH.format(measure=hotspots_words.MEASURES[measure.code])
    table, columns = _table(pair.assign(beyond=~pair["noise"]), measure)
    page.table(table, title=title, metric=measure.metric, columns=[*columns, "beyond"], rows=ROWS, sorts=True)


def _table(pair: pd.DataFrame, measure: Measure) -> tuple[pd.DataFrame, list[str]]:
    """Shares in percent and their change in points; everything else as it is."""
    if measure.form != "share":
        return pair, ["name", "before", "after", "difference"]
    table = pair.rename(columns={"before": "before_share", "after": "after_share"})
    table["difference_points"] = [*map(vi.points, table["before_share"], table["after_share"])]
    return table, ["name", "before_share", "after_share", "difference_points"]


def _drawings(
    shapes: pd.DataFrame, now: pd.DataFrame, before: pd.DataFrame, *, measure: Measure, periods: tuple[Any, Any]
) -> None:
    """Before and now in the same classes and the same size of circles, folded."""
    both = [replace(pictured.layer(table, measure=measure, among=[now, before]), listed={}) for table in (before, now)]
    parts, span = [], {METRICS[measure.metric].span}
    for number, (layer, days) in enumerate(zip(both, reversed(periods), strict=True)):
        words = vi.sentence_case(windows.own_days(span, days) or vi.window(days.start, days.end))
        svg = map_picture.small(shapes, layer, width=SMALL, alt=words, key=f"pair{number}")
        parts.append(f"<figure><figcaption>{words}</figcaption>{svg}</figure>")
    key = leaflet.legend(both[1], scale=map_picture.scale(SMALL))
    pair = f'<div class="map-pair">{"".join(parts)}</div>{key}'
    drawn.show(f'<details class="fold"><summary>{hotspots_words.BOTH}</summary>{pair}</details>', key="map-pair")


def _difference(shapes: pd.DataFrame, pair: pd.DataFrame, *, measure: Measure, against: str) -> None:
    layer = pictured.difference_layer(pair, measure=measure)
    title = hotspots_words.DIFFERENCE.format(measure=hotspots_words.MEASURES[measure.code], against=against)
    labels = len(shapes) <= layers.LABELS_UP_TO
    svg = map_picture.small(shapes, layer, width=760, alt=title, key="difference", labels=labels)
    drawn.show(f'<div class="map-one">{svg}</div>', key="map-change")
    st.html(f'<p class="figure-scope">{escape(title)}</p>{leaflet.legend(layer)}')
