"""A figure in its unit."""

from __future__ import annotations

from dashboard.facts.change import Figure
from dashboard.metrics import Metric
from dashboard.words import numbers as vi


def value(metric: Metric, figure: Figure) -> str:
    """The figure in its unit; a share on too small a base is not stated."""
    if metric.unit == "share" and (figure.denominator or 0) < metric.least_count:
        return vi.MISSING
    amount = vi.value(figure.value, metric.unit)
    return f"{amount} {vi.UNITS['days']}" if metric.unit == "days" and figure.value is not None else amount
