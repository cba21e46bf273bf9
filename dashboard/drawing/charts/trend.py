"""How it went over the periods: received, resolved, open; events of law marked."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from dashboard.drawing.charts import common, events
from dashboard.drawing.theme import Palette
from dashboard.words import headings
from dashboard.words import numbers as vi

HEIGHT = 380


def trend(
    series: pd.DataFrame,
    *,
    lines: Mapping[str, str],
    colours: Palette,
    happened: pd.DataFrame,
    stock: str | None = None,
) -> go.Figure:
    """Lines over periods.

    Args:
        series: code, start_on, end_on and one column a line, oldest first (`quarterly_series`, `reception_series`).
        lines: column → the palette's name of its colour.
        happened: the events of the snapshot.
        stock: a column drawn as bars behind the lines (what stayed open).
    """
    names = [short(code) for code in series["code"]]
    figure = go.Figure()
    if stock:
        figure.add_bar(
            x=names,
            y=common.numbers(series[stock]),
            name=headings.HEADINGS[stock],
            marker={"color": colours.volume, "opacity": 0.32},
            customdata=common.counts(series[stock]),
            hovertemplate="%{customdata}<extra>" + headings.HEADINGS[stock] + "</extra>",
        )
    for column, colour in lines.items():
        figure.add_scatter(
            x=names,
            y=common.numbers(series[column]),
            name=headings.HEADINGS[column],
            mode="lines+markers",
            line={"color": getattr(colours, colour), "width": 3},
            marker={"size": 8},
            customdata=common.counts(series[column]),
            hovertemplate="%{customdata}<extra>" + headings.HEADINGS[column] + "</extra>",
        )
    events.mark(figure, series, names=names, colours=colours, events=happened)
    figure.update_yaxes(rangemode="tozero", tickformat=",.0f")
    figure.update_xaxes(showgrid=False, type="category")
    return figure.update_layout(height=HEIGHT, hovermode="x unified")


def short(code: str) -> str:
    """2026-Q3 → III/2026 on an axis; other codes as they are named."""
    year, _, part = code.partition("-")
    return f"{vi.QUARTERS[part].split()[1]}/{year}" if part in vi.QUARTERS else code.replace("-M", "/")
