"""How counts, rates and changes are put in official prose (domain rules §7): nothing that does not recompute.

A rate stands beside its numerator and denominator, a change beside its base, so a reader can check both with a pencil.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from zlib import crc32

from dashboard.facts.change import Change, Figure
from dashboard.metrics import Span
from dashboard.metrics.thresholds import LEAST_BASE
from dashboard.words import change, windows
from dashboard.words import numbers as vi
from queries.periods import Period

LAST_YEAR = windows.LAST_YEAR
MATTERS, PETITIONS, VISITS, MASS_GROUPS, DAYS = "vụ việc", "đơn", "lượt", "lượt đoàn", "ngày"
WITH_LIMIT = "vụ việc xác định được hạn"
MAKES = "chiếm"
OPENINGS = {
    "quarter": "Trong quý",
    "month": "Trong tháng",
    "half": "Trong 6 tháng đầu năm",
    "nine_months": "Trong 9 tháng đầu năm",
    "year": "Trong năm",
    "range": "Trong kỳ",
}
RUNNING = {"quarter": "quý", "month": "tháng", "year": "năm"}


def variant(choices: Sequence[str], *, key: str) -> str:
    """One of several ways to say the same: always the same one for the same key, another for the next period."""
    return choices[crc32(key.encode()) % len(choices)]


def opening(period: Period) -> str:
    """Trong quý; while it still runs: Từ đầu quý đến ngày 22/11/2026."""
    if period.is_running:
        return f"Từ đầu {RUNNING.get(period.kind, 'kỳ')} đến ngày {vi.date(period.end)}"
    return OPENINGS[period.kind]


def before(period: Period, span: Span = "flow") -> str:
    """What a figure of that span is compared with: 69 ngày đầu quý III/2026; đầu quý, ngày 14/09/2026."""
    return windows.base_name(period, "previous", span)


def year_before(period: Period, span: Span = "flow") -> str:
    """Likewise a year ago: cùng kỳ năm trước; ngày 22/11/2025."""
    return LAST_YEAR if span == "flow" else windows.base_name(period, "last_year", span)


def number(figure: Figure | None) -> int:
    """The count of a figure; a missing one counts as none."""
    return int(figure.numerator or 0) if figure else 0


def counted(amount: int, noun: str) -> str:
    """05 đoàn; 1.234 đơn; không có đoàn nào."""
    return f"{vi.prose_count(amount)} {noun}" if amount else f"không có {noun} nào"


def named(name: str, amount: int, noun: str) -> str:
    """Sở Xây dựng (05 vụ việc)."""
    return f"{name} ({vi.prose_count(amount)} {noun})"


def written(value: object) -> str:
    """A cell of text; — where it is missing."""
    return vi.MISSING if vi.is_missing(value) else str(value)


def step(moved_by: Change) -> str:
    """tăng 15,2%; — where nothing may be said."""
    return change.brief(moved_by) or vi.MISSING


def rate(part: int, whole: int) -> str | None:
    """82,3%; 93% for 92,997; two decimals where one would say 0% or 100% of what is neither; None on a small base."""
    if whole < LEAST_BASE:
        return None
    for digits in (1, 2):
        text = vi.share(part, whole, digits=digits).replace("," + "0" * digits + "%", "%")
        if text not in ("0%", "100%") or part in (0, whole):
            return text
    return None


def part_of(part: int, whole: int, noun: str, *, verb: str = "đạt") -> str:
    """404/491 vụ việc, đạt 82,3%; on a base under ten the counts alone."""
    counts = f"{vi.prose_count(part)}/{vi.prose_count(whole)} {noun}"
    share = rate(part, whole)
    return f"{counts}, {verb} {share}" if share else counts


def moved(step: Change, noun: str, *, against: str = LAST_YEAR) -> str:
    """', giảm 510 lượt (15,2%) so với cùng kỳ năm trước (3.357 lượt)'; '' where nothing may be said.

    Starts with a comma, so that it can follow any count.
    """
    if step.wording == "no_base":
        return f", {change.no_base(against)}"
    if step.wording == "unknown":
        return ""
    if step.metric.unit == "share":
        return _moved_share(step, against)
    base = vi.prose_count(step.base.numerator)
    if step.wording == "both_zero":
        return f", {against} cũng không phát sinh"
    if step.wording == "new":
        return f", phát sinh mới ({against} không có)"
    if not step.absolute:
        return f", bằng {against}"
    verb = change.verb(step.absolute)
    amount = vi.prose_count(abs(step.absolute))
    if step.relative is None:
        return f", {verb} {amount} {noun} so với {against} ({base} {noun})"
    return f", {verb} {amount} {noun}{_percent(step)} so với {against} ({base} {noun}){change.noise(step)}"


def moved_both(step: Change, since: Change | None, noun: str, *, period: Period) -> str:
    """The change against the same window last year, then that against the one before (`since`; a year has only one)."""
    span = step.metric.span
    ago, begun = year_before(period, span), before(period, span)
    if since is not None and step.wording == since.wording == "no_base":
        return f", {change.no_base(ago, begun)}"
    text = moved(step, noun, against=ago)
    return text if since is None else text + moved(since, noun, against=begun)


def _percent(step: Change) -> str:
    share = vi.percent(abs(step.relative or 0)).replace(",0%", "%")
    return "" if share == "0%" else f" ({share})"


def _moved_share(step: Change, against: str) -> str:
    counts = f"{vi.prose_count(step.base.numerator)}/{vi.prose_count(step.base.denominator)}"
    points = vi.number(round(abs(step.absolute or 0) * 100, 6))
    if not step.absolute:
        return f", bằng {against} ({counts})"
    if points == "0,0":
        return f", không thay đổi đáng kể so với {against} ({counts})"
    verb = change.verb(step.absolute)
    return f", {verb} {points} điểm % so với {against} ({counts}){change.noise(step)}"


def headline_move(step: Change, noun: str) -> str:
    """', giảm 15,2% so với cùng kỳ', the short form of the first sentence; under ten the count."""
    if step.wording == "no_base":
        return f", {change.no_base('cùng kỳ')}"
    if step.wording in ("unknown", "both_zero"):
        return ""
    if step.wording == "new":
        return ", cùng kỳ không phát sinh"
    if not step.absolute:
        return ", bằng cùng kỳ"
    verb = change.verb(step.absolute)
    share = None if step.relative is None else vi.percent(abs(step.relative)).replace(",0%", "%")
    amount = share if share and share != "0%" else f"{vi.prose_count(abs(step.absolute))} {noun}"
    return f", {verb} {amount} so với cùng kỳ"


def listed(parts: Iterable[str]) -> str:
    """a, b và c."""
    items = [part for part in parts if part]
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} và {items[-1]}" if items else ""


def close(text: str) -> str:
    """A sentence: its first letter large, one full stop."""
    return vi.sentence_case(text.rstrip(".;, ")) + "."
