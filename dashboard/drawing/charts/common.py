"""What charts share: safe labels, bars with their numbers, heights that fit a finger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

import pandas as pd
import plotly.graph_objects as go

from dashboard.drawing.figure import numbers
from dashboard.words import numbers as vi

BAR_HEIGHT = 44
MARGIN = 48
ROOM_FOR_NUMBERS = 1.16
LONGEST_LABEL = 34


def label(text: object, *, longest: int = LONGEST_LABEL) -> str:
    """A name as plain text for plotly, which would read markup in it; long ones are cut with an ellipsis."""
    name = vi.MISSING if vi.is_missing(text) else str(text)
    return escape(name if len(name) <= longest else f"{name[: longest - 1].rstrip()}…", quote=False)


def counts(values: Iterable[float | None]) -> list[str]:
    """Numbers beside bars; a withheld one says so."""
    return [vi.FEW if vi.is_missing(value) else vi.count(value) for value in values]


def horizontal_bars(
    names: Sequence[str],
    values: pd.Series,
    *,
    colour: str | Sequence[str],
    name: str,
    custom: Sequence[object] | None = None,
) -> go.Bar:
    """Bars from top to bottom with their numbers at the end."""
    return go.Bar(
        orientation="h",
        y=list(names),
        x=numbers(values),
        marker={"color": colour if isinstance(colour, str) else list(colour)},
        name=name,
        text=counts(values),
        textposition="outside",
        cliponaxis=False,
        customdata=None if custom is None else list(custom),
        hovertemplate="%{y}: %{text}<extra>" + name + "</extra>",
    )


def distinct(names: list[str]) -> list[str]:
    """Two areas of one name stay two bars."""
    seen: dict[str, int] = {}
    for position, text in enumerate(names):
        seen[text] = seen.get(text, 0) + 1
        names[position] = text + "\u200b" * (seen[text] - 1)
    return names


def tall(figure: go.Figure, *, bars: int, per_bar: int = BAR_HEIGHT) -> go.Figure:
    """High enough for its bars; no axis of numbers, since the bars carry them."""
    figure.update_yaxes(autorange="reversed", showgrid=False, ticks="outside", ticklen=6, tickcolor="rgba(0,0,0,0)")
    figure.update_xaxes(visible=False, range=[0, _longest(figure) * ROOM_FOR_NUMBERS])
    return figure.update_layout(height=max(3, bars) * per_bar + MARGIN)


def _longest(figure: go.Figure) -> float:
    """The length of the longest bar, its parts together where they are stacked."""
    lengths: dict[object, float] = {}
    for trace in figure.data:
        for name, length in zip(trace.y, trace.x, strict=True):
            lengths[name] = lengths.get(name, 0.0) + float(length or 0)
    return max(lengths.values(), default=0.0) or 1.0
