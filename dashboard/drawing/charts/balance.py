"""Tồn đầu kỳ + nhận − giải quyết − khác = tồn cuối kỳ, as steps up and down."""

from __future__ import annotations

from collections.abc import Mapping

import plotly.graph_objects as go

from dashboard.drawing.theme import Palette
from dashboard.words import codes
from dashboard.words import numbers as vi

STEPS = ("opening", "entered", "resolved", "otherwise", "closing")
SIGNS = {"entered": 1, "resolved": -1, "otherwise": -1}


def balance(parts: Mapping[str, int], *, colours: Palette) -> go.Figure:
    """The waterfall of one balance.

    Args:
        parts: opening, entered, resolved, otherwise (merged and the like), closing.
    """
    shown = [step for step in STEPS if step != "otherwise" or parts.get(step)]
    values = [parts[step] * SIGNS.get(step, 1) for step in shown]
    texts = [f"{_sign(step) if parts[step] else ''}{vi.count(parts[step])}" for step in shown]
    figure = go.Figure(
        go.Waterfall(
            x=[codes.FLOWS[step] for step in shown],
            y=values,
            measure=["relative" if step in SIGNS else "absolute" for step in shown],
            text=texts,
            textposition="outside",
            cliponaxis=False,
            increasing={"marker": {"color": colours.volume_quiet}},
            decreasing={"marker": {"color": colours.good}},
            totals={"marker": {"color": colours.volume}},
            connector={"line": {"color": colours.line, "width": 1}},
            hovertemplate="%{x}: %{text}<extra></extra>",
        )
    )
    figure.update_yaxes(visible=False, range=[0, _top(parts) * 1.14])
    figure.update_xaxes(showgrid=False)
    return figure.update_layout(height=340, showlegend=False)


def _sign(step: str) -> str:
    return {1: "+", -1: "−"}.get(SIGNS.get(step, 0), "")


def _top(parts: Mapping[str, int]) -> int:
    return max(parts["opening"] + parts["entered"], parts["opening"], parts["closing"], 1)
