"""A figure in its unit."""

from __future__ import annotations

from dashboard.facts.change import Change, Figure
from dashboard.metrics import Metric
from dashboard.words import change, share
from dashboard.words import numbers as vi

NO_DATA = "không có số liệu"
LEGEND = (
    f"{vi.MISSING}: {NO_DATA}, {change.NO_BASE}, {change.BOTH_ZERO}, chưa hết tháng nào, hoặc số quá nhỏ để so sánh."
)


def value(metric: Metric, figure: Figure) -> str:
    """The figure in its unit, days named; else as `stated`."""
    amount = stated(metric, figure)
    return f"{amount} {vi.UNITS['days']}" if metric.unit == "days" and figure.value is not None else amount


def stated(metric: Metric, figure: Figure) -> str:
    """The figure alone; a share on too small a base as its counts, 8/8; what was never recorded is no zero."""
    if not figure.kept:
        return NO_DATA
    if metric.unit == "share" and figure.denominator and figure.denominator < metric.least_count:
        return share.counts(figure.numerator, figure.denominator)
    return vi.value(figure.value, metric.unit)


def in_cell(metric: Metric, figure: Figure) -> str:
    """As `stated`, short: what was never recorded is —, as the `LEGEND` of the table says once."""
    return stated(metric, figure) if figure.kept else vi.MISSING


def step(moved: Change) -> str:
    """tăng 15,2%; tăng 2,3 điểm phần trăm; — where nothing may be said."""
    return vi.MISSING if moved.wording == "no_base" else change.brief(moved) or vi.MISSING
