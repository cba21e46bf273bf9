"""The one wording of a part of a whole: 20,9% (229/1.096) · 229/1.096 (20,9%) · 8/8 where the base is too small."""

from __future__ import annotations

from dashboard.facts.change import Figure
from dashboard.metrics.thresholds import LEAST_BASE
from dashboard.words import numbers as vi


def counts(part: int | None, base: int | None) -> str:
    """229/1.096."""
    return f"{vi.count(part or 0)}/{vi.count(base or 0)}"


def first(part: int, base: int) -> str:
    """'20,9% (229/1.096)', the share first; below the least base the counts alone."""
    return f"{vi.share(part, base)} ({counts(part, base)})" if base >= LEAST_BASE else counts(part, base)


def last(part: int, base: int) -> str:
    """'229/1.096 (20,9%)', the counts first; below the least base they alone; without a base —."""
    if not base:
        return vi.MISSING
    return f"{counts(part, base)} ({vi.share(part, base)})" if base >= LEAST_BASE else counts(part, base)


def of(figure: Figure) -> str:
    """A figure of `metrics` as `first` says it."""
    return first(figure.numerator or 0, figure.denominator or 0)
