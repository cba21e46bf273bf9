"""How long matters wait: the share still open by days with its range, and by which ways the others left."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from dashboard.drawing.charts import common
from dashboard.drawing.theme import Palette
from dashboard.words import codes, waiting
from dashboard.words import numbers as vi

HEIGHT = 380
MOST = 6
LINES = ("volume", "bad", "good", "delegated", "soon", "unknown")
WAYS = {"decided": "good", "withdrawn": "volume", "discontinued": "suspended", "to_investigation": "delegated",
        "open": "bad"}  # fmt: skip


def still_open(curve: pd.DataFrame, *, colours: Palette) -> go.Figure:
    """One line a group from all open on day 0; the range stands at every fixed day; no line where nothing may be said.

    Args:
        curve: group, day, open_share, low, high (shares 0–1; missing where nothing may be said), at most 6 groups.
    """
    figure = go.Figure()
    for colour, (name, rows) in zip(LINES, list(curve.groupby("group", sort=False))[:MOST], strict=False):
        line = rows[rows["open_share"].notna()].sort_values("day")
        if line.empty:
            continue
        share = [100.0, *(100 * line["open_share"].astype(float))]
        figure.add_scatter(
            x=[0, *line["day"].astype(int)],
            y=share,
            name=common.label(name),
            mode="lines+markers",
            line={"color": getattr(colours, colour), "width": 3},
            error_y=_range(line, share[1:]),
            customdata=["100%", *(vi.percent(part, digits=0) for part in line["open_share"])],
            hovertemplate="%{x} " + waiting.AXIS + ": %{customdata}<extra>" + common.label(name) + "</extra>",
        )
    figure.update_yaxes(range=[0, 103], ticksuffix="%")
    figure.update_xaxes(tickvals=[0, 30, 60, 90, 180, 365], showgrid=False)
    return figure.update_layout(height=HEIGHT)


def _range(line: pd.DataFrame, share: list[float]) -> dict[str, object]:
    up = [0.0, *(100 * line["high"].astype(float) - share).clip(lower=0).fillna(0)]
    down = [0.0, *(share - 100 * line["low"].astype(float)).clip(lower=0).fillna(0)]
    return {"type": "data", "symmetric": False, "array": up, "arrayminus": down, "thickness": 1.5, "width": 4}


def ways_out(shares: pd.DataFrame, *, colours: Palette) -> go.Figure:
    """A bar of 100 % a fixed day, parted by the ways matters left and those still open.

    Args:
        shares: day, manner, share (0–1) as `ways_of_leaving` answers it for one group.
    """
    figure = go.Figure()
    for manner, colour in WAYS.items():
        rows = shares[shares["manner"].eq(manner) & shares["share"].notna()].sort_values("day")
        name = codes.CODED["manner"][manner]
        figure.add_bar(
            orientation="h",
            y=[f"{day} {waiting.AXIS}" for day in rows["day"]],
            x=100 * rows["share"].astype(float),
            name=name,
            marker={"color": getattr(colours, colour)},
            text=[vi.percent(part, digits=0) for part in rows["share"]],
            textposition="inside",
            textangle=0,
            insidetextfont={"color": "#ffffff"},
            hovertemplate="%{y}: %{text}<extra>" + name + "</extra>",
        )
    figure.update_layout(barmode="stack", legend_traceorder="normal", uniformtext={"minsize": 12, "mode": "hide"})
    figure = common.tall(figure, bars=shares["day"].nunique(), per_bar=40)
    return figure.update_xaxes(range=[0, 100])
