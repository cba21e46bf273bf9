"""Every headline figure of a window, recounted: the case database and the definitions, no SQL of the dashboard.

Written from the case contract, the law, the rule files, decision 3 and the words of `dashboard/metrics`, without
reading `queries/` or the SQL of the snapshot. Only rows that the snapshot accepted take part: figures are recounted
here, not validation.
"""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd

from tests.recount.matters import matter_figures
from tests.recount.reception import (
    duty_figures,
    petition_figures,
    transfer_figures,
    visit_figures,
)

MEDIANS = ("median_open_age", "p90_open_age", "median_days_to_close")


def figures(
    demo: SimpleNamespace, start: pd.Timestamp, end: pd.Timestamp, kind: str | None = None, area: str | None = None
) -> pd.DataFrame:
    """One row a figure: numerator, denominator, value, as the question `figures` gives them.

    A count is its own value; a share has numerator and denominator; a median or percentile only its value.
    """
    found = (
        matter_figures(demo.matters, start, end, kind, area)
        | visit_figures(demo.case, start, end, kind, area)
        | petition_figures(demo.case, start, end, kind, area)
        | transfer_figures(demo.case, start, end, kind, area)
        | duty_figures(demo.duty, start, end, area)
    )
    rows = [(name, *_row(name, *pair)) for name, pair in found.items()]
    frame = pd.DataFrame(rows, columns=["figure", "numerator", "denominator", "value"])
    return frame.set_index("figure").astype(float).sort_index()


def _row(name: str, number: float, base: float | None) -> tuple[float | None, float | None, float | None]:
    if name in MEDIANS:
        return None, None, number
    if base is None:
        return number, None, number
    return number, base, number / base if base else None
