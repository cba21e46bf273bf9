"""The one wording of a step from one figure to another, and of a share with its base."""

from __future__ import annotations

from dashboard.facts.change import Change
from dashboard.words import numbers as vi

RISE, FALL = "tăng", "giảm"
UNCHANGED = "không thay đổi"
NEW = "phát sinh mới"
NO_BASE = "chưa có số liệu để so sánh"
AND = "và"
BOTH_ZERO = "không phát sinh"
POINTS = "điểm %"
OPENINGS = (RISE, FALL, "bằng", UNCHANGED, NEW)
"""How a step begins in a sentence of the briefing."""


def verb(amount: float) -> str:
    """Which way a step goes: tăng, giảm."""
    return RISE if amount > 0 else FALL


def noise(step: Change) -> str:
    """A step chance alone may explain is said to be one, where the figure's direction would otherwise suggest more."""
    return ", trong mức dao động bình thường" if step.noise and step.metric.direction != "neutral" else ""


def sentence(step: Change, *, noun: str, against: str) -> str:
    """'tăng 35 vụ (0,9%) so với quý trước', `against` being the last words.

    Under ten only the count is said, shares change in points, and noise is named as such.
    """
    if step.wording == "no_base":
        return no_base(against.removeprefix("so với "))
    if step.wording == "unknown":
        return f"chưa đủ số liệu để {against}"
    if step.wording in ("both_zero", "new", "unchanged") or not step.absolute:
        return f"{brief(step)} {against}"
    return f"{_sentence_amount(step, noun)} {against}{noise(step)}"


def _sentence_amount(step: Change, noun: str) -> str:
    if step.relative is None:
        return brief(step) if step.wording == "points" else f"{brief(step)} {noun}"
    way, _, relative = brief(step).partition(" ")
    return f"{way} {vi.prose_count(abs(step.absolute or 0))} {noun} ({relative})"


def no_base(*against: str) -> str:
    """'chưa có số liệu để so sánh với cùng kỳ năm trước': of that time there are no records, or not of all of it."""
    return f"{NO_BASE} với {f' {AND} '.join(against)}"


def no_base_of(measure: str, against: str) -> str:
    """'Số thụ lý: chưa có số liệu để so sánh với kỳ trước.', `against` being 'so với kỳ trước'."""
    return f"{measure}: {no_base(against.removeprefix('so với '))}."


def signed(step: int) -> str:
    """'+09', '−14'."""
    return f"{'+' if step > 0 else '−'}{vi.prose_count(abs(step))}"


def brief(step: Change) -> str:
    """tăng 15,2% · giảm 05 · tăng 2,3 điểm % · phát sinh mới; nothing where the base is too small to compare."""
    fixed = {"no_base": NO_BASE, "unknown": "", "both_zero": BOTH_ZERO, "new": NEW, "unchanged": UNCHANGED}
    if step.wording in fixed:
        return fixed[step.wording]
    amount = _amount(step)
    return UNCHANGED if amount is None else f"{verb(step.absolute or 0)} {amount}"


def _amount(step: Change) -> str | None:
    """The size of a step in words; a percentage that rounds to nothing is put as a count, a point as none at all."""
    size = abs(step.absolute or 0)
    if step.wording == "points":
        points = round(size * 100, 9)
        return f"{vi.number(points)} {POINTS}" if vi.rounded(points, 1) else None
    if step.wording == "relative" and step.relative is not None and vi.rounded(abs(step.relative) * 100, 1):
        return vi.percent(abs(step.relative))
    if step.metric.unit == "count":
        return vi.prose_count(size) if size else None
    return vi.number(size) if vi.rounded(size, 1) else None
