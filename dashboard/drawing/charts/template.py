"""One plotly template for every chart, in the colours of the palette."""

from __future__ import annotations

from functools import cache

import plotly.graph_objects as go

from dashboard.drawing.theme import FONT, palette


@cache
def template(*, dark: bool) -> go.layout.Template:
    """Fonts, grid, separators and margins of every chart."""
    colours = palette(dark=dark)
    axis = {
        "gridcolor": colours.line,
        "linecolor": colours.line,
        "zerolinecolor": colours.line,
        "tickfont": {"color": colours.quiet, "size": 15},
        "automargin": True,
        "fixedrange": True,
        "title": {"text": ""},
    }
    layout = go.Layout(
        font={"family": FONT, "size": 16, "color": colours.text},
        separators=",.",
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        colorway=[colours.volume, colours.bad, colours.good, colours.soon, colours.delegated, colours.suspended],
        margin={"l": 8, "r": 16, "t": 12, "b": 8},
        xaxis=axis,
        yaxis=axis,
        legend={
            "orientation": "h",
            "y": 1.02,
            "yanchor": "bottom",
            "x": 0,
            "font": {"size": 14, "color": colours.text},
        },
        hoverlabel={"bgcolor": colours.panel, "font": {"family": FONT, "size": 15, "color": colours.text}},
        bargap=0.28,
        dragmode=False,
    )
    return go.layout.Template(layout=layout)


def dress(figure: go.Figure, *, dark: bool) -> go.Figure:
    """The figure in the template of the mode."""
    return figure.update_layout(template=template(dark=dark))
