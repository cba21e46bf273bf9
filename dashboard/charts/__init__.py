"""DataFrame in, Figure out."""

from dashboard.charts.age import age_bands, clock_states
from dashboard.charts.balance import balance
from dashboard.charts.bars import compared, ranked, signed, stacked
from dashboard.charts.events import known as known_events
from dashboard.charts.events import table as events_table
from dashboard.charts.reception import state as duty_state
from dashboard.charts.reception import strip as reception_strip
from dashboard.charts.trend import trend

__all__ = [
    "age_bands",
    "balance",
    "clock_states",
    "compared",
    "duty_state",
    "events_table",
    "known_events",
    "ranked",
    "reception_strip",
    "signed",
    "stacked",
    "trend",
]
