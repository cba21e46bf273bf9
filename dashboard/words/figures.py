"""A figure in its unit."""

from __future__ import annotations

from dashboard.facts.change import Figure
from dashboard.metrics import Metric
from dashboard.words import numbers as vi

NO_DATA = "không có số liệu"


def value(metric: Metric, figure: Figure) -> str:
    """The figure in its unit; a share on too small a base is not stated; what was never recorded is no zero."""
    if not figure.kept:
        return NO_DATA
    if metric.unit == "share" and (figure.denominator or 0) < metric.least_count:
        return vi.MISSING
    amount = vi.value(figure.value, metric.unit)
    return f"{amount} {vi.UNITS['days']}" if metric.unit == "days" and figure.value is not None else amount


def stated(metric: Metric, figure: Figure) -> str:
    """The figure alone in its unit, whatever its base; what was never recorded is no zero."""
    return vi.value(figure.value, metric.unit) if figure.kept else NO_DATA
