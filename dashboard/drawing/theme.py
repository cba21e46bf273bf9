"""One calm palette, one colour a meaning, one plotly template; light and dark.

Colours of marks keep at least 3:1 to both backgrounds, texts 4.5:1 (a test measures it). Attention and volume are
sequences in one hue that stay in order for every kind of colour blindness and in greyscale.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import plotly.graph_objects as go

FONT_NAME = "Be Vietnam Pro"
FONT = f"{FONT_NAME}, Segoe UI, Roboto, sans-serif"


@dataclass(frozen=True)
class Palette:
    """Colours of one mode, named by what they mean."""

    background: str
    panel: str
    text: str
    quiet: str
    line: str
    volume: str
    volume_quiet: str
    bad: str
    soon: str
    good: str
    delegated: str
    suspended: str
    unknown: str
    none: str
    attention: tuple[str, str, str, str, str]
    hatch: str


LIGHT = Palette(
    background="#ffffff",
    panel="#f3f5f7",
    text="#1d2733",
    quiet="#566170",
    line="#d5dbe2",
    volume="#4a7fb0",
    volume_quiet="#7f8f9f",
    bad="#c9501c",
    soon="#b07d12",
    good="#23876a",
    delegated="#7d68b0",
    suspended="#4f8fa6",
    unknown="#7c8591",
    none="#e6eaee",
    attention=("#fff1c9", "#fdcf80", "#f59b3f", "#d3601c", "#8f330a"),
    hatch="#9aa3ae",
)
DARK = Palette(
    background="#12171d",
    panel="#1c232b",
    text="#e8ecf1",
    quiet="#aeb8c4",
    line="#36414d",
    volume="#6b9fcf",
    volume_quiet="#8494a4",
    bad="#e2703f",
    soon="#d2a23c",
    good="#3fae8b",
    delegated="#9d89cf",
    suspended="#7fb6ca",
    unknown="#8b95a1",
    none="#29323c",
    attention=("#fff1c9", "#fdcf80", "#f59b3f", "#d3601c", "#8f330a"),
    hatch="#6d7885",
)

CLOCK_COLOURS = {
    "overdue": "bad",
    "due_soon": "soon",
    "in_time": "good",
    "suspended": "suspended",
    "no_limit": "unknown",
}
STATE_COLOURS = {
    "kept": "good",
    "short": "soon",
    "delegated": "delegated",
    "missed": "bad",
    "unreported": "unknown",
    "none": "none",
}
VERDICT_COLOURS = {"good": "green", "bad": "red", "neutral": "gray"}


def palette(*, dark: bool) -> Palette:
    return DARK if dark else LIGHT


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


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    bright, dim = sorted((luminance(first), luminance(second)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)
