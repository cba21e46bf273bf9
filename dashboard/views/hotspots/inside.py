"""Inside an area: its figures, the bodies that hold its matters, and those that wait the longest."""

from __future__ import annotations

from html import escape

import pandas as pd
import streamlit as st

from dashboard.drawing import layers
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.hotspots.where import Where
from dashboard.words import backlog, headings, hotspots
from dashboard.words import numbers as vi

FIGURES = ("open_count", "overdue", "overdue_share", "over_180", "entered", "mass_groups", "complex_listed")
OLDEST = ["dossier_id", "age_days", "limit_said", "agency_name", "field_group"]
HOLDERS = ["agency_name", "open_count", "overdue"]
ROWS = 8


def figures(areas: pd.DataFrame, page: Page, looked: Where, chosen: Filters) -> None:
    """The area's figures in a line that wraps; a district's come from the division by districts."""
    if looked.area == looked.frame:
        params = chosen.params() | {"division": "district", "area": looked.area}
        areas = page.answers.ask("area_measures", **params)
    row = areas[areas["area_code"] == looked.area]
    if row.empty:
        return
    facts = row.iloc[0]
    items = [
        f"<li><b>{escape(_amount(facts, name))}</b> {escape(headings.HEADINGS[name].lower())}</li>"
        for name in FIGURES
        if name in facts
    ]
    st.html(f'<p class="figure-title">{escape(looked.name)}</p><ul class="area-figures">{"".join(items)}</ul>')
    page.link("unit", label=hotspots.ONE_PAGE.format(name=looked.name), **{"dia-ban": str(looked.area)})


def show(page: Page, chosen: Filters, looked: Where) -> None:
    """Below the map: who holds the area's matters, and the oldest of them."""
    params = chosen.params() | {"area": looked.area}
    with page.side_by_side(key="inside"):
        with st.container():
            page.table(
                page.answers.ask("overdue_by_agency", **params),
                title=hotspots.HOLDERS.format(name=looked.name),
                metric="overdue_dossiers",
                columns=HOLDERS,
                rows=ROWS,
            )
        with st.container():
            page.table(
                backlog.with_limits(page.answers.ask("longest_waiting", **params, rows=20)),
                title=hotspots.OLDEST.format(name=looked.name),
                metric="open_dossiers",
                columns=OLDEST,
                rows=ROWS,
            )


def _amount(facts: pd.Series, name: str) -> str:
    value = facts[name]
    if vi.is_missing(value):
        return vi.MISSING
    return layers.say(float(value), "share" if name.endswith("_share") else "count")
