"""Units beside their peers within the limits of chance, and one unit's months beside its own usual swing."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from dashboard.drawing.charts import common
from dashboard.drawing.theme import Palette
from dashboard.words import bodies
from dashboard.words import numbers as vi

HEIGHT = 420
ROOM = 1.4
"""Of the highest point: how far up the limits are drawn."""
COLOURS = {"low": "bad", "high": "good", "usual": "volume_quiet"}


def funnel(
    points: pd.DataFrame, lines: pd.DataFrame, *, x: str, y: str, base: float, colours: Palette, percent: bool,
    bad: str,
) -> go.Figure:  # fmt: skip
    """A point a unit; only those outside the limits carry a name and a colour.

    Args:
        points: unit_name, verdict and the columns `x` and `y`; those without a verdict stand aside.
        lines: `x`, low, high: the limits of chance alone (99,8 %).
        base: what all of them together have.
        bad: the verdict that is a reason to ask, `low` or `high`.
    """
    scale = 100 if percent else 1
    figure = go.Figure()
    shown = points[points["verdict"] != "too_few"]
    top = ROOM * max(base, *shown[y].astype(float))  # the limits of few rise without end
    for side in ("low", "high"):
        figure.add_scatter(
            x=lines[x], y=(scale * lines[side]).where(lines[side] <= top), mode="lines", hoverinfo="skip",
            line={"color": colours.quiet, "dash": "dot"}, showlegend=False,
        )  # fmt: skip
    figure.add_hline(y=scale * base, line={"color": colours.quiet, "width": 1})
    for verdict, rows in shown.groupby("verdict"):
        named = verdict != "usual"
        figure.add_scatter(
            x=rows[x],
            y=scale * rows[y].astype(float),
            mode="markers+text" if named else "markers",
            text=[common.label(name) if named else "" for name in rows["unit_name"]],
            textposition="top center",
            marker={"color": _colour(str(verdict), bad, colours), "size": 12 if named else 9},
            name=bodies.VERDICTS[str(verdict)],
            customdata=[common.label(name) for name in rows["unit_name"]],
            hovertemplate="%{customdata}<extra></extra>",
        )
    figure.update_yaxes(ticksuffix="%" if percent else "", rangemode="tozero")
    figure.update_xaxes(title={"text": bodies.AXES[x], "font": {"size": 14}}, rangemode="tozero")
    return figure.update_layout(height=HEIGHT)


def _colour(verdict: str, bad: str, colours: Palette) -> str:
    return colours.volume_quiet if verdict == "usual" else colours.bad if verdict == bad else colours.good


def usual_months(chart: pd.DataFrame, *, colours: Palette, percent: bool) -> go.Figure:
    """One unit's months with its mean and its own limits, what gives a signal marked; a new stretch begins anew.

    Args:
        chart: rows of `xmr.chart`: month, value, stretch, mean, low, high, rule.
    """
    scale = 100 if percent else 1
    figure = go.Figure()
    for stretch, rows in chart.groupby("stretch"):
        for column, dash in (("mean", "solid"), ("low", "dot"), ("high", "dot")):
            figure.add_scatter(
                x=rows["month"], y=scale * rows[column].astype(float), mode="lines", name=bodies.LINES[column],
                line={"color": colours.quiet, "dash": dash, "width": 1.5}, hoverinfo="skip",
                showlegend=bool(stretch == chart["stretch"].min() and column != "low"),
            )  # fmt: skip
    marked = chart["rule"].notna()
    figure.add_scatter(
        x=chart["month"],
        y=scale * chart["value"].astype(float),
        mode="lines+markers",
        line={"color": colours.volume, "width": 2},
        marker={"color": [colours.bad if mark else colours.volume for mark in marked], "size": 9},
        name=bodies.LINES["value"],
        customdata=[bodies.RULES.get(rule, "") for rule in chart["rule"]],
        text=[vi.percent(cell) if percent else vi.count(cell) for cell in chart["value"]],
        hovertemplate="%{x|%m/%Y}: %{text} %{customdata}<extra></extra>",
    )
    figure.update_yaxes(ticksuffix="%" if percent else "", rangemode="tozero")
    figure.update_xaxes(showgrid=False, tickformat="%m/%Y")
    return figure.update_layout(height=HEIGHT)
