"""What is behind a figure: how it is counted, its rows, its file, its address. One sign opens it, and only then is it
made; pictures to be touched are fetched there alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from dashboard.drawing import light
from dashboard.drawing.charts.template import dress
from dashboard.metrics import METRICS, Reading
from dashboard.screen import drawn, explain, labels, tables, viewer
from dashboard.words import canvas
from dashboard.words import numbers as vi

PLOT_CONFIG = {"displayModeBar": False, "responsive": True, "scrollZoom": False, "doubleClick": False}


@dataclass(frozen=True)
class Behind:
    """A figure's rows and words.

    Attributes:
        data, columns: its rows, and which columns are shown.
        metrics: ids of the definitions it is counted by; by: what they are read by.
        file: the name of its file; told: notes a file before it leaves.
        figure: the chart, where it is one.
    """

    title: str
    key: str
    data: pd.DataFrame
    columns: Sequence[str] | None
    metrics: Sequence[str]
    by: Reading
    file: str
    told: Callable[[str, Callable[[], bytes]], Callable[[], bytes]]
    figure: go.Figure | None = None
    dark: bool = False


@st.fragment
def sign(*behind: Behind) -> None:
    """The sign beside the title; one for several figures that belong together."""
    label = canvas.BEHIND.format(title=labels.plain(_title(behind)))
    if st.button(label, icon=":material/more_horiz:", key=f"behind-{behind[0].key}", width=44):
        _open(*behind)


@st.fragment
def all_rows(behind: Behind) -> None:
    """The way from the first rows to all of them."""
    if st.button(canvas.ALL_ROWS.format(count=vi.count(len(behind.data))), key=f"all-{behind.key}"):
        _open(behind)


def _title(behind: Sequence[Behind]) -> str:
    return canvas.BESIDE.join(each.title for each in behind)


def _open(*behind: Behind) -> None:
    st.dialog(labels.plain(vi.sentence_case(_title(behind))), width="large")(_inside)(behind)


def _inside(behind: Sequence[Behind]) -> None:
    """The rows of each figure, then once each how it is counted."""
    for each in behind:
        if len(behind) > 1:
            st.html(f'<p class="figure-title" role="heading" aria-level="3">{escape(each.title)}</p>')
        _rows(each)
    by = {name: each.by for each in behind for name in each.metrics}
    for name in by:
        st.markdown(explain.text(METRICS[name], by[name]))


def _rows(behind: Behind) -> None:
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key=f"tools-{behind.key}"):
        _download(behind)
        link = f'<a class="copy" href="" data-done="{canvas.COPIED}">{canvas.COPY}</a>'
        drawn.show(link, key=f"copy-{behind.key}")
        touch = behind.figure is not None and light.is_long(behind.figure)
        touched = touch and st.button(canvas.TOUCH, key=f"touch-{behind.key}")
    if touched:
        plotted = dress(go.Figure(behind.figure), dark=behind.dark)
        st.plotly_chart(plotted, theme=None, config=PLOT_CONFIG, key=f"plot-{behind.key}")
    tables.show(
        behind.data, columns=behind.columns, key=f"rows-{behind.key}", alt=behind.title, rows=tables.MOST_AT_ALL
    )
    if len(behind.data) > tables.MOST_AT_ALL:
        st.html(f'<p class="figure-scope">{canvas.FIRST_ROWS.format(count=vi.count(tables.MOST_AT_ALL))}</p>')


def _download(behind: Behind) -> None:
    if not viewer.may_take("table"):
        return
    st.download_button(
        canvas.DOWNLOAD,
        behind.told(behind.file, lambda: tables.csv(behind.data, behind.columns)),
        file_name=behind.file,
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
        key=f"csv-{behind.key}",
    )
