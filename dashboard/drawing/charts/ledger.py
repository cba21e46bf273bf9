"""Shares over time, one line a group; each line has its own dash and mark, so that colour is not the only sign."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard.drawing.charts import events
from dashboard.drawing.theme import Palette
from dashboard.words import codes, share
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


def say_base(bars: go.Figure, rows: pd.DataFrame, *, part: str, rest: str, by: str) -> None:
    """Beside each bar (of `charts.ranked` by `by`) its share and counts; on a small base the counts alone."""
    ranked = rows.sort_values(by, ascending=False, kind="stable")
    pairs = [(int(some), int(some + others)) for some, others in zip(ranked[part], ranked[rest], strict=True)]
    bars.data[0].text = [share.first(some, every) for some, every in pairs[: len(bars.data[0].text)]]
