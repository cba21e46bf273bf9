"""DataFrame in, Figure out."""

from dashboard.drawing.charts.age import age_bands, clock_states
from dashboard.drawing.charts.balance import balance
from dashboard.drawing.charts.bars import compared, ranked, say_base, signed, stacked
from dashboard.drawing.charts.cells import cells
from dashboard.drawing.charts.events import table as events_table
from dashboard.drawing.charts.fair import funnel, usual_months
from dashboard.drawing.charts.trend import trend
from dashboard.drawing.charts.waiting import MOST as MOST_LINES
from dashboard.drawing.charts.waiting import still_open, ways_out

__all__ = [
    "MOST_LINES",
    "age_bands",
    "balance",
    "cells",
    "clock_states",
    "compared",
    "events_table",
    "funnel",
    "ranked",
    "say_base",
    "signed",
    "stacked",
    "still_open",
    "trend",
    "usual_months",
    "ways_out",
]
