"""Days in bands, and the bands as bars."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from dashboard.briefing.topic import Printed
from dashboard.drawing.figure import Chart
from dashboard.words import numbers as vi
from dashboard.words import phrases as say


def banded(days: pd.Series, ends: Sequence[int]) -> list[int]:
    """How many of `days` lie up to each end, and how many above the last."""
    places = np.searchsorted(np.asarray(ends), days.astype(float).to_numpy(), side="left")
    return [int(count) for count in np.bincount(places, minlength=len(ends) + 1)]


def bars(counts: Sequence[int], names: Sequence[str], *, tints: Sequence[str], caption: str) -> Chart | None:
    """A bar a band in its own colour; None where there is nothing to count."""
    values = {caption: [float(count) for count in counts]}
    return Chart("bars", names, values, tints=tints, caption=caption) if any(counts) else None


def printed(found: Chart | None) -> list[Printed]:
    """The same bars in a report, under their caption."""
    if found is None:
        return []
    (values,) = found.series.values()
    said = "; ".join(f"{name} {vi.count(value)}" for name, value in zip(found.labels, values, strict=True))
    return [Printed(found.caption, found, say.BARS_ALT.format(of=vi.small(found.caption), said=said))]
