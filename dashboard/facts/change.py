"""How a figure changed: by how much, in which words, and whether that is good, bad or noise (domain rules §9.7)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from dashboard.metrics import Metric
from dashboard.metrics.thresholds import LEAST_BASE

Z95 = 1.96
Verdict = Literal["good", "bad", "neutral"]
Wording = Literal["no_base", "unknown", "both_zero", "new", "unchanged", "absolute", "relative", "points"]


@dataclass(frozen=True)
class Figure:
    """A figure at one moment: a count has no denominator; a rate or a median carries its base.

    `kept`: whether there are records to count it from; without any it is nothing, which is not zero.
    """

    numerator: int | None
    denominator: int | None
    value: float | None
    kept: bool = True


NOT_KEPT = Figure(None, None, None, kept=False)


@dataclass(frozen=True)
class Change:
    """From `base` to `now`.

    `absolute` is in the figure's unit (a share: as a fraction), `relative` a fraction of the base.
    `wording` says how it may be put: never a percentage of a base under ten, percentage points for shares.
    """

    metric: Metric
    now: Figure
    base: Figure
    wording: Wording
    absolute: float | None
    relative: float | None
    verdict: Verdict
    noise: bool = False


def figures(frame: pd.DataFrame) -> dict[str, Figure]:
    """The rows of the question `figures` by name; `kept` as `facts.kept` marks them, else taken as kept."""
    return {
        row.figure: Figure(
            _whole(row.numerator),
            _whole(row.denominator),
            None if pd.isna(row.value) else float(row.value),
            getattr(row, "kept", "whole") != "none",
        )
        for row in frame.itertuples()
    }


def change(metric: Metric, now: Figure, base: Figure) -> Change:
    """What may be said of the step from base to now: nothing where one of them was never recorded."""
    if not (now.kept and base.kept):
        return Change(metric, now, base, "no_base", None, None, "neutral")
    if _unusable(metric, now) or _unusable(metric, base):
        return Change(metric, now, base, "unknown", None, None, "neutral")
    absolute = now.value - base.value  # type: ignore[operator]
    wording = _wording(metric, now, base)
    relative = absolute / base.value if wording == "relative" else None  # type: ignore[operator]
    noise = is_noise(metric, now, base)
    return Change(metric, now, base, wording, absolute, relative, _verdict(metric, absolute, noise), noise)


def is_noise(metric: Metric, now: Figure, base: Figure) -> bool:
    """A step that chance alone may explain: counts by ±1,96·√(x₁+x₀), shares by the two-sample normal interval."""
    if metric.unit == "count":
        return abs(now.value - base.value) <= Z95 * math.sqrt(now.value + base.value)  # type: ignore[operator]
    if metric.unit == "share" and metric.id != "clearance_rate":
        spread: float = sum((f.value or 0) * (1 - (f.value or 0)) / (f.denominator or 1) for f in (now, base))
        return abs(now.value - base.value) <= Z95 * math.sqrt(spread)  # type: ignore[operator]
    return True


def _unusable(metric: Metric, figure: Figure) -> bool:
    if figure.value is None:
        return True
    return metric.unit in ("share", "ratio") and (figure.denominator or 0) < metric.least_count


def _wording(metric: Metric, now: Figure, base: Figure) -> Wording:
    if metric.unit == "share":
        return "points"
    if not base.value:
        return "new" if now.value else "both_zero"
    if now.value == base.value:
        return "unchanged"
    return "relative" if base.value >= LEAST_BASE and metric.unit == "count" else "absolute"


def _verdict(metric: Metric, absolute: float, noise: bool) -> Verdict:
    if metric.direction == "neutral" or absolute == 0 or noise:
        return "neutral"
    return "good" if (absolute > 0) == (metric.direction == "up_good") else "bad"


def _whole(value: object) -> int | None:
    return None if pd.isna(value) else int(value)  # type: ignore[call-overload, arg-type]
