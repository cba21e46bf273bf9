"""How old, and how late: bands from young to old."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from dashboard.drawing.charts import common
from dashboard.drawing.theme import CLOCK_COLOURS, Palette
from dashboard.words import backlog, codes, headings


def age_bands(waiting: pd.DataFrame, *, colours: Palette) -> go.Figure:
    """Open matters by age, the overdue part in its own colour.

    Args:
        waiting: band, open_count, overdue (one row a band, or a band and kind), as `open_dossiers_by_age`.
    """
    bands = waiting.groupby("band", sort=False)[["open_count", "overdue"]].sum(min_count=1)
    bands = bands.reindex(list(codes.AGE_BANDS)).fillna(0)
    names = [codes.AGE_BANDS[band] for band in bands.index]
    rest = bands["open_count"] - bands["overdue"]
    figure = go.Figure(
        [
            _part(names, bands["overdue"], codes.CLOCKS["overdue"], colours.bad),
            _part(names, rest, codes.NOT_OVERDUE, colours.volume),
        ]
    )
    totals = common.counts(bands["open_count"])
    ends = [backlog.with_late(*each) for each in zip(totals, common.counts(bands["overdue"]), strict=True)]
    for name, end, height in zip(names, ends, bands["open_count"], strict=True):
        figure.add_annotation(x=height, y=name, text=f"<b>{end}</b>", showarrow=False, xanchor="left", xshift=6)
    figure.update_layout(barmode="stack", legend_traceorder="normal")
    return common.tall(figure, bars=len(names))


def clock_states(states: pd.DataFrame, *, colours: Palette) -> go.Figure:
    """Where the legal clock of the open matters stands: clock, open_count (`open_dossiers_by_clock`)."""
    totals = states.groupby("clock")["open_count"].sum(min_count=1).reindex(list(codes.CLOCKS)).fillna(0)
    names = [codes.CLOCKS[clock] for clock in totals.index]
    bars = common.horizontal_bars(
        names, totals, colour=colours.volume, name=headings.HEADINGS["open_count"], custom=list(totals.index)
    )
    bars.marker.color = [getattr(colours, CLOCK_COLOURS[clock]) for clock in totals.index]
    return common.tall(go.Figure(bars), bars=len(names))


def _part(names: list[str], values: pd.Series, name: str, colour: str) -> go.Bar:
    return go.Bar(
        orientation="h",
        y=names,
        x=values.astype(float),
        name=name,
        marker={"color": colour},
        customdata=common.counts(values),
        text=[""] * len(names),  # both numbers stand at the end of the bar
        hovertemplate="%{y}: %{customdata}<extra>" + name + "</extra>",
    )
