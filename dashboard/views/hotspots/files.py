"""The map as it stands, to take away: picture, slide or page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import pandas as pd
import streamlit as st

from dashboard.drawing import insets
from dashboard.drawing.layers import Layer
from dashboard.exports import map_file
from dashboard.exports.mark import mark
from dashboard.exports.mime import MIME
from dashboard.screen import viewer
from dashboard.screen.page import Page
from dashboard.words import hotspots


def offer(page: Page, shapes: pd.DataFrame, layer: Layer, *, title: str, notes: Sequence[str]) -> None:
    """One button a kind of file; a file is made only when it is asked for."""
    if page.filters is None:
        return
    below = [*notes, *insets.notes(shapes)]
    sheet = map_file.MapSheet(shapes, layer, title, below, mark(page.snapshot, page.filters))
    if not viewer.may_take("map"):
        return
    st.html(f'<p class="figure-scope">{hotspots.FILES}</p>')
    with st.container(horizontal=True, gap="small", key="map-files"):
        for kind, words in hotspots.FILE_KINDS.items():
            name = f"ban-do-{page.filters.file_part}-{page.snapshot.as_of:%Y%m%d}.{kind}"
            st.download_button(
                words,
                page.told(name, partial(map_file.WRITERS[kind], sheet)),
                file_name=name,
                mime=MIME[kind],
                on_click="ignore",
                key=f"map-{kind}",
            )
