"""Charts drawn once on the server as HTML and inline SVG: nothing to load, labels that stand beside what they name.

A chart is handed over as the figure that the interactive picture is made of, so both say the same.
"""

from __future__ import annotations

import plotly.graph_objects as go

from dashboard.drawing.light import bars, cells, over_time
from dashboard.drawing.theme import Palette

__all__ = ["drawn", "is_long"]


def is_long(figure: go.Figure) -> bool:
    """Points and lines, where touching one tells more than its drawing can."""
    return any(trace.type == "scatter" for trace in figure.data)


def drawn(figure: go.Figure, *, alt: str, colours: Palette, taps: bool = False) -> str:
    """The figure as markup; every name in it escaped.

    Args:
        alt: what it shows, for those who hear it.
        taps: rows carry the code of what they stand for, to be opened.
    """
    kind = figure.data[0].type if figure.data else ""
    if kind == "waterfall":
        return bars.steps(figure, alt=alt, colours=colours)
    if kind == "heatmap":
        return cells.rows(figure, alt=alt, colours=colours, taps=taps)
    if kind == "bar" and figure.data[0].orientation == "h":
        return bars.rows(figure, alt=alt, colours=colours, taps=taps)
    if kind == "bar" and all(trace.type == "bar" for trace in figure.data):
        return bars.groups(figure, alt=alt, colours=colours)
    return over_time.picture(figure, alt=alt, colours=colours)
