"""The numbers of a screen's figure, as a table of text."""

from __future__ import annotations

from dashboard.briefing.topic import Grid
from dashboard.drawing import hall as drawing
from dashboard.drawing.figure import Board, Chart, Figure
from dashboard.words import hall as words


def grids_of(figure: Figure | None) -> list[Grid]:
    """A chart as a table: periods the newest first, a list in its order. A board's numbers stand in its own table."""
    if not isinstance(figure, Chart):
        return []
    listed = figure.kind == "bars"
    rows = [
        [label, *(drawing.say(values[place], figure.unit) for values in figure.series.values())]
        for place, label in enumerate(figure.labels)
    ]
    title, head = (words.BY_PART, words.ITEM) if listed else (words.SERIES, words.PERIOD)
    return [Grid(title, [head, *figure.series], rows if listed else rows[::-1], [6.0] + [3.0] * len(figure.series))]


def drawn(figure: Figure | None) -> set[str]:
    """The numbers that a board shows, as they are written."""
    return {value for _, value, _, _ in figure.rows} if isinstance(figure, Board) else set()
