"""Rows of cells: the name, a cell a month, what the row adds up to; a cell is darker the more it counts."""

from __future__ import annotations

from html import escape

import plotly.graph_objects as go

from dashboard.drawing.light.marks import plain, tint
from dashboard.drawing.theme import Palette

FAINTEST, DARKEST = 12, 46  # percent of the colour: a number on it is read in either mode


def rows(figure: go.Figure, *, alt: str, colours: Palette, taps: bool) -> str:
    """A heat map as a list, its months above; `taps`: a row with a code opens what it stands for.

    The rows with a code make the scale: what is gathered in a row without one may count more.
    """
    trace = figure.data[0]
    coded = [line for line, code in zip(trace.z, trace.customdata, strict=True) if code] or trace.z
    most = max((max(line, default=0) for line in coded), default=0) or 1
    ends = {note.y: note.text for note in figure.layout.annotations}
    head = "".join(f"<i>{_month(time)}</i>" for time in trace.x)
    lines = [f'<li class="h" aria-hidden="true"><span class="n"></span>{head}<b></b></li>']
    for name, code, amounts, texts in zip(trace.y, trace.customdata, trace.z, trace.text, strict=True):
        cells = "".join(map(_cell, amounts, texts, trace.x, [most] * len(texts)))
        tap = f' data-row="{escape(str(code))}" role="button" tabindex="0"' if taps and code else ""
        lines.append(f'<li{tap}><span class="n">{plain(name)}</span>{cells}<b>{plain(ends.get(name, ""))}</b></li>')
    look = f"--months:{len(trace.x)};--tint:{tint(trace.colorscale[-1][1], colours)}"
    return f'<ul class="cells" style="{look}" aria-label="{escape(alt)}">{"".join(lines)}</ul>'


def _cell(amount: float, text: str, time: str, most: float) -> str:
    if not amount:
        return "<i></i>"
    dark = FAINTEST + (DARKEST - FAINTEST) * min(amount / most, 1)
    return f'<i class="c" style="--dark:{dark:.0f}%" title="{plain(time)}: {plain(text)}">{plain(text)}</i>'


def _month(time: str) -> str:
    """11/2026: the month, its year below the first and every January."""
    month, _, year = str(time).partition("/")
    return f"{plain(month)}<u>{plain(year)}</u>"
