"""How it went over the periods: received, resolved, open; events of law marked."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from dashboard.drawing.charts import common, events
from dashboard.drawing.figure import Running
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
    running: Running | None = None,
    band: str | None = None,
) -> go.Figure:
    """Lines over periods.

    Args:
        series: code, start_on, end_on and one column a line, oldest first (`quarterly_series`, `reception_series`).
        lines: column → the palette's name of its colour.
        happened: the events of the snapshot.
        stock: a column drawn as bars behind the lines (what stayed open).
        running: where the last period is not over: its marks are hollow, the way to it is dashed, its name says how far
            it is, and a bar stands where the same days of last year were.
        band: a column that says in words what lies between `low` and `high`, drawn behind the lines.
    """
    names = [vi.axis_period(code) for code in series["code"]]
    if running:
        names[-1] = f"{names[-1]}<br>{running.elapsed}"
    figure = go.Figure()
    if stock:
        figure.add_bar(
            x=names,
            y=common.numbers(series[stock]),
            name=headings.HEADINGS[stock],
            marker={"color": colours.volume, "opacity": 0.32, "pattern": {"shape": _hatched(names, running)}},
            customdata=common.counts(series[stock]),
            hovertemplate="%{customdata}<extra>" + headings.HEADINGS[stock] + "</extra>",
        )
    if band:
        figure.add_bar(
            x=names,
            base=common.numbers(series["low"]),
            y=common.numbers(series["high"] - series["low"]),
            name=headings.HEADINGS[band],
            marker={"color": colours.volume_quiet, "opacity": 0.32},
            hovertext=series[band].fillna(vi.MISSING),
            hovertemplate="%{hovertext}<extra>" + headings.HEADINGS[band] + "</extra>",
        )
    for column, colour in lines.items():
        _line(figure, names, series[column], colour=getattr(colours, colour), running=running)
    events.mark(figure, series, names=names, colours=colours, events=happened)
    figure.update_yaxes(rangemode="tozero", tickformat=",.0f")
    figure.update_xaxes(showgrid=False, type="category")
    return figure.update_layout(height=HEIGHT, hovermode="x unified")


def _hatched(names: list[str], running: Running | None) -> list[str]:
    return [""] * (len(names) - 1) + ["/" if running else ""]


def _line(figure: go.Figure, names: list[str], values: pd.Series, *, colour: str, running: Running | None) -> None:
    """One line; of a running period only a dashed way and a hollow mark, beside the same days of last year."""
    heading, numbers = headings.HEADINGS[str(values.name)], common.numbers(values)
    over = len(names) - 1 if running else len(names)
    figure.add_scatter(
        x=names[:over], y=numbers[:over], name=heading, mode="lines+markers", legendgroup=heading,
        line={"color": colour, "width": 3}, marker={"size": 8}, customdata=common.counts(values[:over]),
        hovertemplate="%{customdata}<extra>" + heading + "</extra>",
    )  # fmt: skip
    if not running:
        return
    figure.add_scatter(
        x=names[-2:], y=numbers[-2:], name=heading, mode="lines+markers", legendgroup=heading, showlegend=False,
        line={"color": colour, "width": 3, "dash": "dash"},
        marker={"size": [0, 11][-len(names[-2:]):], "symbol": "circle-open", "line": {"width": 3, "color": colour}},
        customdata=common.counts(values[-2:]), hovertemplate="%{customdata}<extra>" + heading + "</extra>",
    )  # fmt: skip
    same = running.same.get(str(values.name))
    if same is not None:
        figure.add_scatter(
            x=names[-1:], y=[same], name=vi.sentence_case(running.said), mode="markers", legendgroup=heading,
            marker={"symbol": "line-ew", "size": 22, "line": {"width": 4, "color": colour}},
            customdata=common.counts([same]), hovertemplate="%{customdata}<extra>" + running.said + "</extra>",
        )  # fmt: skip
