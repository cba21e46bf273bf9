"""The one wording of a part of a whole: 20,9% (229/1.096) · 229/1.096 (20,9%) · 8/8 where the base is too small."""

from __future__ import annotations

from dashboard.facts.change import Figure
from dashboard.metrics.thresholds import LEAST_BASE
from dashboard.words import numbers as vi


def counts(part: int | None, base: int | None) -> str:
    """229/1.096."""
    return f"{vi.count(part or 0)}/{vi.count(base or 0)}"


def rate(part: int, base: int) -> str | None:
    """82,3%; two decimals where one would say 0% or 100% of what is neither; None on a base too small to say."""
    if base < LEAST_BASE:
        return None
    for digits in (1, 2):
        text = vi.share(part, base, digits=digits)
        if text not in ("0%", "100%") or part in (0, base):
            return text
    return None


def attained(part: int, base: int, noun: str, *, verb: str = "đạt") -> str:
    """404/491 vụ việc, đạt 82,3%; on a base under ten the counts alone."""
    told = f"{counts(part, base)} {noun}"
    found = rate(part, base)
    return f"{told}, {verb} {found}" if found else told


def first(part: int, base: int) -> str:
    """'20,9% (229/1.096)', the share first; below the least base the counts alone."""
    found = rate(part, base)
    return f"{found} ({counts(part, base)})" if found else counts(part, base)


def last(part: int, base: int) -> str:
    """'229/1.096 (20,9%)', the counts first; below the least base they alone; without a base —."""
    if not base:
        return vi.MISSING
    found = rate(part, base)
    return f"{counts(part, base)} ({found})" if found else counts(part, base)


def of(figure: Figure) -> str:
    """A figure of `metrics` as `first` says it."""
    return first(figure.numerator or 0, figure.denominator or 0)
