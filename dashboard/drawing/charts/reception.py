"""The strip of reception: a row a head or a group, a cell a month, one colour a state."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from dashboard.drawing.charts import common
from dashboard.drawing.theme import STATE_COLOURS, Palette
from dashboard.words import codes, reception

ROW_HEIGHT = 30
STATES = tuple(codes.DUTY_STATES)


def state(row: object) -> str:
    """What a head's month was: kept, short, delegated (only), missed, unreported, none (no duty)."""
    if not row.required:  # type: ignore[attr-defined]
        return "none"
    if not row.reported:  # type: ignore[attr-defined]
        return "unreported"
    if row.credited >= row.required:  # type: ignore[attr-defined]
        return "kept"
    if row.in_person > 0:  # type: ignore[attr-defined]
        return "short"
    return "delegated" if row.delegated > 0 else "missed"  # type: ignore[attr-defined]


def strip(months: pd.DataFrame, *, colours: Palette) -> go.Figure:
    """One row a post in the order given, one cell a month.

    Args:
        months: post_code, title, month_on, required, credited, in_person, delegated, missed, reported (`duty_strip`).
    """
    judged = months.assign(state=[state(row) for row in months.itertuples()])
    posts = judged.drop_duplicates("post_code").set_index("post_code")["title"]
    columns = sorted(judged["month_on"].unique())
    grid = judged.pivot(index="post_code", columns="month_on", values="state").reindex(
        index=posts.index, columns=columns
    )
    said = judged.assign(said=[_said(row) for row in judged.itertuples()])
    hover = said.pivot(index="post_code", columns="month_on", values="said").reindex(index=posts.index, columns=columns)
    months_of = list(enumerate(columns))
    figure = go.Figure(
        go.Heatmap(
            z=[[STATES.index(cell) if isinstance(cell, str) else None for cell in row] for row in grid.to_numpy()],
            x=[
                f"{month:%m}<br>{month:%Y}" if month.month == 1 or not place else f"{month:%m}"
                for place, month in months_of
            ],
            y=common.distinct([common.label(title) for title in posts]),
            text=hover.fillna("").to_numpy(),
            customdata=[[code] * len(columns) for code in posts.index],
            hovertemplate="%{y}<br>%{x}: %{text}<extra></extra>",
            colorscale=_scale(colours),
            zmin=-0.5,
            zmax=len(STATES) - 0.5,
            showscale=False,
            xgap=3,
            ygap=3,
        )
    )
    for name in STATES:
        figure.add_scatter(
            x=[None], y=[None], mode="markers", name=codes.DUTY_STATES[name],
            marker={"size": 16, "symbol": "square", "color": getattr(colours, STATE_COLOURS[name])},
        )  # fmt: skip
    figure.update_yaxes(autorange="reversed", showgrid=False, ticks="")
    figure.update_xaxes(side="top", showgrid=False, ticks="", type="category", tickangle=0)
    figure.update_layout(height=ROW_HEIGHT * max(4, len(posts)) + 110, legend={"y": -0.02, "yanchor": "top"})
    return figure


def _scale(colours: Palette) -> list[tuple[float, str]]:
    steps = len(STATES)
    return [
        (edge / steps, getattr(colours, STATE_COLOURS[name]))
        for place, name in enumerate(STATES)
        for edge in (place, place + 1)
    ]


def _said(row: object) -> str:
    words = codes.DUTY_STATES[row.state]  # type: ignore[attr-defined]
    return reception.DUTY_CELL.format(
        state=words,
        required=row.required,  # type: ignore[attr-defined]
        in_person=row.in_person,  # type: ignore[attr-defined]
        delegated=row.delegated,  # type: ignore[attr-defined]
        missed=row.missed,  # type: ignore[attr-defined]
    )
