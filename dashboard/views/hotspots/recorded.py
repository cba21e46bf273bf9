"""Places as they were recorded at the time: the units of that day, nothing carried over.

Until 30/6/2025 matters are drawn in the districts they were recorded in, since then in the communes; what was recorded
in a unit that no longer stood at the end of the window is counted beside the map, never moved into another.
"""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.drawing import layers, map_picture
from dashboard.facts.hotspots import Measure
from dashboard.facts.recorded import REFORM, on_map
from dashboard.facts.windows import window
from dashboard.metrics import METRICS
from dashboard.screen import drawn, leaflet, tables
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.hotspots import controls, where
from dashboard.views.hotspots.where import Where
from dashboard.words import canvas, former, hotspots, windows
from dashboard.words import numbers as vi

COLUMNS = ["name", "district_name", "open_count", "overdue", "over_180", "entered"]
OFFERED = ("overdue", "open_count")


def show(page: Page, chosen: Filters, looked: Where, *, head: Any, bar: Any) -> None:
    """The map of that day, the list, and what has no place."""
    with bar:
        measure = controls.measure(chosen, only=OFFERED)
        where.select(page, looked)
    rows = page.answers.ask("recorded_areas", **chosen.params() | {"area": looked.area})
    named = rows[rows["name"].notna()]
    named.attrs["few"] = rows.attrs.get("few", {})
    with head:
        _headline(page, chosen, named, measure)
    if not named.attrs["few"]:
        _map(page, chosen, named, measure)
    page.note(hotspots.RECORDED_NOTE)
    lost, late = rows.loc[rows["name"].isna(), ["open_count", "overdue"]].sum().astype(int)
    if lost:
        page.note(hotspots.RECORDED_NOWHERE.format(count=vi.prose_count(lost), late=vi.prose_count(late)))
    listed = tables.with_more(former.became(named), ["commune_name"])
    page.table(listed, title=hotspots.RECORDED, metric=measure.metric, columns=COLUMNS, rows=8)


def _headline(page: Page, chosen: Filters, named: pd.DataFrame, measure: Measure) -> None:
    if named.attrs["few"]:
        page.headline(canvas.FEW_NOTE)
        return
    counted = named.assign(count=named[measure.count]).sort_values("count", ascending=False, kind="stable")
    place, days = (page.filters or chosen).place, windows.said(window(METRICS[measure.metric].span, chosen.window))
    page.headline(hotspots.counted(counted, measure=measure.code, place=place, days=days))


def _map(page: Page, chosen: Filters, named: pd.DataFrame, measure: Measure) -> None:
    division = "district" if chosen.as_of < REFORM else "commune"
    shapes = page.answers.ask("boundaries", division=division, area=None)
    if shapes.empty:
        return
    counts, gone = on_map(named, column=measure.count, division=division)
    layer = layers.circles(dict.fromkeys(shapes["code"], 0.0) | counts)
    title = hotspots.RECORDED_TITLE.format(
        measure=hotspots.MEASURES[measure.code], division=hotspots.DIVISIONS_THEN[division], day=vi.date(chosen.as_of)
    )
    page.section(title)
    labels = len(shapes) <= layers.LABELS_UP_TO
    svg = map_picture.small(shapes, layer, width=760, alt=title, key="recorded", labels=labels)
    drawn.show(f'<div class="map-one">{svg}</div>', key="map-recorded")
    st.html(leaflet.legend(layer, few=labels))
    if gone:
        page.note(hotspots.RECORDED_GONE.format(count=vi.prose_count(gone)))
