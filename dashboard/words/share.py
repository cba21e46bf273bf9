"""The one wording of a part of a whole: 20,9% (229/1.096) · 229/1.096 (20,9%) · 8/8 where the base is too small."""

from __future__ import annotations

import pandas as pd

from dashboard.facts import ledger
from dashboard.facts.change import Figure
from dashboard.metrics.thresholds import LEAST_BASE
from dashboard.words import numbers as vi

# Columns of shares: the column of the part, and those that make the base.
PARTS = {
    "compliance": ("credited", ["required"]),
    "delegated_share": ("delegated_sessions", ["head_sessions", "delegated_sessions"]),
    "overdue_share": ("overdue", ["with_limit"]),
    "over_180_share": ("over_180", ["open_count"]),
}


def few(frame: pd.DataFrame, name: str) -> dict[int, str]:
    """By position: '2/2' for the shares of column `name` that are no percentage: of a small base, of a leader."""
    part, base = PARTS.get(name, ("", []))
    if not {part, *base} <= set(frame.columns):
        return {}
    parts, bases, leaders = frame[part].to_list(), frame[base].sum(axis=1).to_list(), ledger.of_leaders(frame).to_list()
    return {
        place: counts(int(own), int(whole))
        for place, (own, whole, leads) in enumerate(zip(parts, bases, leaders, strict=True))
        if whole > 0 and (leads or whole < LEAST_BASE) and not vi.is_missing(own)
    }


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


def of_duty(duty: str, part: int, base: int) -> str:
    """Days kept by a kind of post: 449/628 (71,5%); of one who leads the province the days alone."""
    return counts(part, base) if duty in ledger.LEADERS and base else last(part, base)


def last(part: int, base: int) -> str:
    """'229/1.096 (20,9%)', the counts first; below the least base they alone; without a base —."""
    if not base:
        return vi.MISSING
    found = rate(part, base)
    return f"{counts(part, base)} ({found})" if found else counts(part, base)


def of(figure: Figure) -> str:
    """A figure of `metrics` as `first` says it."""
    return first(figure.numerator or 0, figure.denominator or 0)
