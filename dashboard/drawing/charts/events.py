"""What happened while the figures ran: dated events of the snapshot's rules, marked on every chart over time."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from dashboard.drawing.figure import apart
from dashboard.drawing.theme import Palette
from dashboard.words import comparison
from dashboard.words import numbers as vi

ROW_HEIGHT = 18
HEADROOM = 0.105  # of the axis, a row of labels
GAP = 0.18  # of the axis: what the longest label takes


def within(periods: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """The events that fall into one of the periods (start_on, end_on), with its position among them, oldest first."""
    found = [
        {"position": position, **event._asdict()}
        for event in events.sort_values("happened_on").itertuples(index=False)
        for position, period in enumerate(periods.itertuples())
        if period.start_on <= event.happened_on <= period.end_on
    ]
    return pd.DataFrame(found, columns=["position", *events.columns])


def mark(figure: go.Figure, periods: pd.DataFrame, *, names: list[str], colours: Palette, events: pd.DataFrame) -> None:
    """Those with a label as a dotted line and their label, the others as a small mark on the axis, told when tapped.

    Args:
        periods: start_on and end_on of each place on the axis, in its order; names: what the axis calls them.
        events: those of the snapshot (`RuleBook.events`).
    """
    if events.empty:
        return
    found = within(periods, events)
    labelled = found[found["label"].notna() & found["label"].ne("")]
    room, last = GAP * len(names), len(names) - 1
    starts = [at - room if at == last else at for at in labelled["position"]]  # at the last place it stands before it
    rows = apart([(start, start + room) for start in starts])
    for event, row in zip(labelled.itertuples(), rows, strict=True):
        _line(figure, event, row=row, last=event.position == len(names) - 1, colours=colours)
    if rows:
        _headroom(figure, rows=max(rows) + 1)
    if found.empty:
        return
    said = found.groupby("position")[["name", "happened_on"]].apply(_said)
    figure.add_scatter(
        x=[names[position] for position in said.index],
        y=[0] * len(said),
        name=comparison.EVENTS_NAME,
        mode="markers",
        marker={"symbol": "triangle-up", "size": 12, "color": colours.quiet},
        customdata=said.tolist(),
        hovertemplate="%{customdata}<extra>" + comparison.EVENTS_NAME + "</extra>",
        cliponaxis=False,
    )


def table(periods: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """The same events as rows: happened_on, event_kind, event_name, article; the newest first."""
    found = within(periods, events).sort_values("happened_on", ascending=False)
    named = found.rename(columns={"kind": "event_kind", "name": "event_name"})
    return named[["happened_on", "event_kind", "event_name", "article"]]


def _headroom(figure: go.Figure, *, rows: int) -> None:
    """Labels stand above what is drawn."""
    top = max((float(y) for trace in figure.data for y in trace.y if y is not None), default=0.0)
    if top:
        figure.update_yaxes(range=[0, top * (1.04 + HEADROOM * rows)])


def _line(figure: go.Figure, event: object, *, row: int, last: bool, colours: Palette) -> None:
    position: int = event.position  # type: ignore[attr-defined]
    figure.add_vline(x=position, line={"color": colours.quiet, "width": 1.5, "dash": "dot"})
    figure.add_annotation(
        x=position, y=1, yref="paper", yanchor="bottom", text=event.label, showarrow=False,  # type: ignore[attr-defined]
        font={"size": 13, "color": colours.quiet}, yshift=-ROW_HEIGHT * (row + 1),
        xanchor="right" if last else "left", xshift=-5 if last else 5,
    )  # fmt: skip


def _said(events: pd.DataFrame) -> str:
    days = zip(events["name"], events["happened_on"], strict=True)
    return "<br>".join(f"{name} ({vi.date(day)})" for name, day in days)
