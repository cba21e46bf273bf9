"""DataFrame in, Figure out."""

from dashboard.charts.age import age_bands, clock_states
from dashboard.charts.balance import balance
from dashboard.charts.bars import compared, ranked, stacked
from dashboard.charts.reception import state as duty_state
from dashboard.charts.reception import strip as reception_strip
from dashboard.charts.trend import trend

__all__ = [
    "age_bands",
    "balance",
    "clock_states",
    "compared",
    "duty_state",
    "ranked",
    "reception_strip",
    "stacked",
    "trend",
]
