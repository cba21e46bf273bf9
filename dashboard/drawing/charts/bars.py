"""Bars side by side and ranked: who holds most, and this period beside its bases."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from dashboard.drawing.charts import common
from dashboard.drawing.theme import Palette
from dashboard.facts import small_cells
from dashboard.words import codes, headings, share
from dashboard.words import numbers as vi

MOST = 12
REACH = 1.3


def ranked(
    frame: pd.DataFrame, *, name: str, value: str, colours: Palette, code: str | None = None,
    colour: str = "volume", most: int = MOST, lowest_first: bool = False,
) -> go.Figure:  # fmt: skip
    """The largest first, from top to bottom; tapping a bar gives its code.

    Args:
        frame: a column of names, one of counts or shares; `code` a column of codes for taps.
    """
    largest = frame.dropna(subset=[value]).sort_values(value, ascending=lowest_first, kind="stable").head(most)
    names = common.distinct([common.label(text) for text in _words(largest[name])])
    custom = None if code is None else largest[code].tolist()
    bars = common.horizontal_bars(
        names, largest[value], colour=getattr(colours, colour), name=headings.HEADINGS.get(value, value), custom=custom
    )
    if not pd.api.types.is_integer_dtype(frame[value]):
        bars.text = [vi.percent(part) for part in largest[value]]
    return common.tall(go.Figure(bars), bars=len(largest), per_bar=40)


def say_base(bars: go.Figure, frame: pd.DataFrame, *, value: str, of: str) -> go.Figure:
    """Beside each bar (of `ranked` by `value`) the count with what it is `of` and its share; few alone as counts."""
    counted = frame.dropna(subset=[value]).sort_values(value, ascending=False, kind="stable")
    pairs = zip(counted[value], counted[of].fillna(0), strict=True)
    said = [share.last(int(part), int(base)) if base else vi.count(part) for part, base in pairs]
    bars.data[0].text = said[: len(bars.data[0].x)]
    return bars


def stacked(
    frame: pd.DataFrame, *, name: str, parts: Mapping[str, str], colours: Palette, code: str | None = None,
    most: int = MOST,
) -> go.Figure:  # fmt: skip
    """Parts of a whole side by side in one bar a row, in the order given (column → palette's name), the whole at its
    end."""
    rows = frame.head(most)
    names = common.distinct([common.label(text) for text in _words(rows[name])])
    figure = go.Figure()
    for column, colour in parts.items():
        bars = common.horizontal_bars(
            names, rows[column], colour=getattr(colours, colour), name=headings.HEADINGS.get(column, column),
            custom=None if code is None else rows[code].tolist(),
        )  # fmt: skip
        bars.update(textposition="inside", insidetextanchor="middle", insidetextfont={"color": "#ffffff"})
        figure.add_trace(bars)
    for text, whole in zip(names, rows[list(parts)].fillna(0).sum(axis=1), strict=True):
        figure.add_annotation(x=float(whole), y=text, text=vi.count(whole), showarrow=False, xanchor="left", xshift=6)
    figure.update_layout(barmode="stack", legend_traceorder="normal", uniformtext={"minsize": 12, "mode": "hide"})
    return common.tall(figure, bars=len(rows), per_bar=40)


def compared(frame: pd.DataFrame, *, name: str, columns: Mapping[str, str], colours: Palette) -> go.Figure:
    """This period beside the ones it is compared with: one group a row, one bar a column (column → palette's name).

    A withheld count says so; of a window without records there is none.
    """
    names = [common.label(text, longest=24) for text in _words(frame[name])]
    withheld = small_cells.few(frame)
    figure = go.Figure()
    for column, colour in columns.items():
        few = withheld.get(column, set())
        figure.add_bar(
            x=names,
            y=common.numbers(frame[column]),
            name=headings.HEADINGS.get(column, column),
            marker={"color": getattr(colours, colour)},
            text=[vi.FEW if row in few else vi.count(count) for row, count in frame[column].items()],
            textposition="outside",
            cliponaxis=False,
            hovertemplate="%{x}: %{text}<extra>" + headings.HEADINGS.get(column, column) + "</extra>",
        )
    figure.update_yaxes(visible=False, rangemode="tozero")
    figure.update_xaxes(showgrid=False)
    return figure.update_layout(barmode="group", bargap=0.22, bargroupgap=0.06, height=380)


def signed(
    frame: pd.DataFrame, *, name: str, value: str, colours: Palette, rise: str = "volume", fall: str = "quiet",
    most: int = MOST, sure: str | None = None,
) -> go.Figure:  # fmt: skip
    """Rises to the right and falls to the left of one line, in the order given, each with its number.

    `sure`: a column that tells which steps chance does not explain; the others are drawn in grey.
    """
    rows = frame.head(most)
    bars = common.horizontal_bars(
        common.distinct([common.label(text) for text in _words(rows[name])]),
        rows[value],
        colour=[
            getattr(colours, (rise if change > 0 else fall) if beyond else "unknown")
            for change, beyond in zip(rows[value], rows[sure] if sure else [True] * len(rows), strict=True)
        ],
        name=headings.HEADINGS.get(value, value),
    )
    bars.text = [vi.signed(change) for change in rows[value]]
    figure = common.tall(go.Figure(bars), bars=len(rows), per_bar=40)
    reach = float(rows[value].abs().max() if len(rows) else 1) * REACH
    return figure.update_xaxes(range=[-reach, reach], zeroline=True, zerolinecolor=colours.line)


def _words(cells: pd.Series) -> list[object]:
    words = codes.CODED.get(str(cells.name), {})
    return [words.get(cell, cell) for cell in cells]
