"""Counts in place and time: a row a place, a cell a month, the sum of the row at its end."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard.drawing.charts import common
from dashboard.drawing.theme import Palette
from dashboard.words import numbers as vi


def cells(
    rows: pd.DataFrame, places: pd.DataFrame, months: Sequence[pd.Timestamp], *,
    value: str, ends: Sequence[str], colours: Palette,
) -> go.Figure:  # fmt: skip
    """The places in the order given, the darker a month the more it counts; tapping a row gives its code.

    Args:
        rows: district_code, district_name, month_on and the counts of `value`, a row a place and month that has one.
        places: district_code, district_name; those without a code are told apart by their names.
        ends: what stands at the end of each row, in the order of `places`.
    """
    days = pd.to_datetime(rows["month_on"])
    found = dict(zip(zip(_told_by(rows), days, strict=True), rows[value], strict=True))
    held = [str(code) for code in places["district_code"].fillna("")]
    amounts = [[int(found.get((place, month), 0)) for month in months] for place in _told_by(places)]
    names = common.distinct([common.label(name) for name in places["district_name"]])
    figure = go.Figure(
        go.Heatmap(
            x=[vi.axis_period(f"{month:%Y}-M{month:%m}") for month in months],
            y=names,
            z=amounts,
            text=[[vi.count(amount) if amount else "" for amount in row] for row in amounts],
            texttemplate="%{text}",
            customdata=held,
            colorscale=[[0, colours.background], [1, colours.volume]],
            showscale=False,
        )
    )
    for name, end in zip(names, ends, strict=True):
        figure.add_annotation(x=1, xref="paper", xanchor="left", y=name, text=end, showarrow=False)
    return figure.update_yaxes(autorange="reversed")


def _told_by(rows: pd.DataFrame) -> pd.Series:
    """The code of each row's place, its name where it has none."""
    return rows["district_code"].fillna(rows["district_name"])
