"""All of the page below the filter bar. It is a fragment: a tap draws this part anew and nothing else."""

from __future__ import annotations

import streamlit as st

from dashboard.screen import choice
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.hotspots import change, now, recorded, series, where
from dashboard.words import choices, hotspots

VIEWS = {"map": now.show, "change": change.show, "series": series.show, "recorded": recorded.show}


@st.fragment
def show(page: Page, chosen: Filters) -> None:
    """The headline, the choice of a view, and the view."""
    looked = where.read(page, chosen)
    page.filters = where.narrowed(page, chosen, looked)
    head = st.container()
    bar = st.container(horizontal=True, gap="small", vertical_alignment="center", key="hotspots-bar")
    with bar:
        view = choice.segments("xem", hotspots.VIEWS, label=choices.VIEW_LABEL)
    VIEWS[view](page, chosen, looked, head=head, bar=bar)
    page.link("backlog", label=hotspots.TO_BACKLOG)
