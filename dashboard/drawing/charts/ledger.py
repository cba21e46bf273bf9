"""Shares over time, one line a group; each line has its own dash and mark, so that colour is not the only sign."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard.drawing.charts import common, events
from dashboard.drawing.theme import Palette
from dashboard.words import codes, headings, share
from dashboard.words import numbers as vi

LOOKS = (
    ("volume", "solid", "circle"),
    ("delegated", "dash", "square"),
    ("good", "dot", "diamond"),
    ("soon", "dashdot", "triangle-up"),
    ("bad", "solid", "x"),
    ("suspended", "dash", "cross"),
    ("unknown", "dot", "star"),
)
HEIGHT = 380


def by_group(
    rows: pd.DataFrame,
    *,
    group: str,
    order: Sequence[str],
    value: str,
    colours: Palette,
    happened: pd.DataFrame,
    at: str = "code",
    running: str = "",
) -> go.Figure:
    """One line a group over the periods of `at` (codes, or names as they are), missing points left out.

    `rows` have start_on and end_on of each period, for the events of the snapshot that fall into it (`happened`).
    `running` tells how far the last period is that is not over: the way to its mark is dashed, the mark hollow.
    """
    names = codes.CODED.get(group, {})
    figure = go.Figure()
    periods = rows.drop_duplicates(at)
    named = {time: vi.axis_period(str(time)) for time in periods[at]}
    last = periods[at].iloc[-1] if running and len(periods) else None
    if last is not None:
        named[last] = f"{named[last]}<br>{running}"
    times = list(named.values())
    for code, (colour, dash, symbol) in zip([c for c in order if c in set(rows[group])], LOOKS, strict=False):
        line = rows[(rows[group] == code) & rows[value].notna()]
        if line.empty:
            continue
        name, tint = names.get(code, code), getattr(colours, colour)
        over = line[line[at] != last]
        _shares(figure, over[at].map(named), over[value], name=name, line={"color": tint, "width": 3, "dash": dash},
                marker={"size": 9, "symbol": symbol})  # fmt: skip
        if len(over) < len(line):
            way = line.tail(2)
            _shares(figure, way[at].map(named), way[value], name=name, showlegend=False,
                    line={"color": tint, "width": 3, "dash": "dash"},
                    marker={"size": [0, 11][-len(way):], "symbol": f"{symbol}-open"})  # fmt: skip
    events.mark(figure, periods, names=times, colours=colours, events=happened)
    figure.update_yaxes(rangemode="tozero", tickformat=",.0%")
    figure.update_xaxes(
        showgrid=False,
        type="category",
        categoryorder="array",
        categoryarray=times,
        range=[-0.3, len(times) - 0.7],
    )
    return figure.update_layout(height=HEIGHT, hovermode="x unified")


def _shares(figure: go.Figure, times: pd.Series, shares: pd.Series, *, name: str, **look: object) -> None:
    figure.add_scatter(
        x=list(times), y=[float(each) for each in shares], name=name, legendgroup=name, mode="lines+markers",
        customdata=[vi.percent(each) for each in shares], hovertemplate="%{customdata}<extra>" + name + "</extra>",
        **look,
    )  # fmt: skip


def own_and_left(rows: pd.DataFrame, *, group: str, own: str, left: str, colours: Palette) -> go.Figure:
    """A bar a group, as long for each: what the heads held and what was left to deputies, the counts in it; at its
    end the share of `left`, on a small base the counts alone; the largest share first."""
    whole = (rows[own] + rows[left]).astype(float)
    ranked = rows.assign(whole=whole, part=rows[left] / whole).sort_values("part", ascending=False, kind="stable")
    names = [codes.CODED.get(group, {}).get(code, code) for code in ranked[group]]
    figure = go.Figure()
    for column, colour in ((own, "good"), (left, "delegated")):
        bars = common.horizontal_bars(
            names, ranked[column] / ranked["whole"], colour=getattr(colours, colour), name=headings.HEADINGS[column]
        )
        bars.update(text=[vi.count(count) for count in ranked[column]], textposition="inside")
        figure.add_trace(bars)
    for name, part, base in zip(names, ranked[left], ranked["whole"], strict=True):
        said = share.first(int(part), int(base))
        figure.add_annotation(x=1, y=name, text=said, showarrow=False, xanchor="left", xshift=6)
    return common.tall(figure.update_layout(barmode="stack", legend_traceorder="normal"), bars=len(names), per_bar=40)
