"""The official prose: sentences built from the same objects as the charts, after the conventions of briefing reports.

Every sentence states counts with their base and its window in exact dates; a share is only said where its base allows
it, and a change only as far as chance does not explain it.
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard import format as vi
from dashboard.stats.change import Change, Figure
from queries.periods import Period

BASES = ("now", "previous", "last_year")
Figures = Mapping[str, Figure]
Changes = Mapping[str, Change]


def change(step: Change, *, noun: str, against: str) -> str:
    """'tăng 35 vụ (0,9%) so với quý trước', `against` being the last words.

    Under ten only the count is said, shares change in points, and noise is named as such.
    """
    if step.wording == "unknown":
        return f"chưa đủ số liệu để {against}"
    if step.wording in ("both_zero", "new", "unchanged") or not step.absolute:
        return f"{vi.change(step)} {against}"
    tail = ", trong mức dao động thường" if step.noise and step.metric.direction != "neutral" else ""
    return f"{_amount(step, noun)} {against}{tail}"


def _amount(step: Change, noun: str) -> str:
    if step.relative is None:
        return vi.change(step) if step.wording == "points" else f"{vi.change(step)} {noun}"
    verb, _, relative = vi.change(step).partition(" ")
    return f"{verb} {vi.prose_count(abs(step.absolute or 0))} {noun} ({relative})"


def share(figure: Figure, *, least: int = 10) -> str:
    """'24,1% (812/3.369)'; on a tiny base the counts alone."""
    counts = f"{vi.count(figure.numerator or 0)}/{vi.count(figure.denominator or 0)}"
    if figure.value is None or (figure.denominator or 0) < least:
        return counts
    return f"{vi.percent(figure.value)} ({counts})"


def overview(now: Figures, steps: Changes, *, place: str, until: str, against: str) -> str:
    """The state of the province in one sentence."""
    overdue = now["overdue_share"]
    return (
        f"Đến hết ngày {until}, {place} còn {vi.count(now['open_dossiers'].numerator or 0)} vụ việc "
        f"chưa giải quyết xong, "
        f"{change(steps['open_dossiers'], noun='vụ', against=against)}; "
        f"quá hạn {share(overdue)} số vụ việc xác định được hạn."
    )


def backlog(now: Figures, *, place: str, until: str, worst: pd.DataFrame) -> str:
    """Who holds what is overdue: the total, the oldest part, and the body with most of it."""
    text = (
        f"Đến hết ngày {until}, {place} còn {vi.count(now['overdue_dossiers'].numerator or 0)} vụ việc quá hạn; "
        f"{vi.count(now['open_over_180_days'].numerator or 0)} vụ việc đã chờ trên 180 ngày"
    )
    held = worst[worst["overdue"] > 0]
    if held.empty:
        return f"{text}."
    first = held.iloc[0]
    return f"{text}. Giữ nhiều vụ quá hạn nhất: {first['agency_name']}, {vi.prose_count(int(first['overdue']))} vụ."


def hotspots(areas: pd.DataFrame, *, measure: str, place: str, until: str) -> str:
    """Where it piles up: how few areas hold half of it."""
    total = int(areas["count"].sum())
    if not total:
        return f"Đến hết ngày {until}, {place} không có {measure} nào."
    ranked = areas.sort_values("count", ascending=False)
    half = int((ranked["count"].cumsum() < total / 2).sum()) + 1
    named = ", ".join(ranked["name"].head(min(half, 3)))
    return (
        f"Đến hết ngày {until}, {place} có {vi.count(total)} {measure}; "
        f"{vi.prose_count(half)} trên {vi.count(len(ranked))} địa bàn giữ một nửa, nhiều nhất là {named}."
    )


def reception(duty: Figure, delegated: Figure, *, window: str, without: int) -> str:
    """Did the heads come themselves?"""
    text = (
        f"{window}, người đứng đầu trực tiếp tiếp công dân {share(duty)} số ngày phải tiếp; "
        f"cấp phó tiếp thay {share(delegated)} số kỳ đã tổ chức"
    )
    if not without:
        return f"{text}."
    return f"{text}; {vi.prose_count(without)} người đứng đầu chưa tiếp buổi nào."


def comparison(now: Figures, previous: Changes, last_year: Changes, *, period: str, before: str) -> str:
    """What changed, against the period before and the same one last year."""
    resolved = now["resolved_dossiers"]
    return (
        f"Trong {period}, đã giải quyết {vi.count(resolved.numerator or 0)} vụ việc, "
        f"{change(previous['resolved_dossiers'], noun='vụ', against=before)}, "
        f"{change(last_year['resolved_dossiers'], noun='vụ', against='so với cùng kỳ năm trước')}; "
        f"tồn cuối kỳ {vi.count(now['open_dossiers'].numerator or 0)} vụ, "
        f"{change(last_year['open_dossiers'], noun='vụ', against='so với cùng kỳ năm trước')}."
    )


def windows(compared: Mapping[str, Period]) -> str:
    """The exact dates that are compared."""
    now, before, year_before = (vi.window(compared[name].start, compared[name].end) for name in BASES)
    return f"Kỳ này {now}; kỳ trước {before}; cùng kỳ {year_before}."


def worse_areas(areas: pd.DataFrame) -> str:
    """Areas whose overdue count rose beyond chance, named."""
    if areas.empty:
        return "Không địa bàn nào có số vụ quá hạn tăng vượt mức dao động thường."
    parts = [
        f"{name} (+{vi.prose_count(int(rise))} vụ)" for name, rise in areas[["name", "rise"]].itertuples(index=False)
    ]
    return f"Số vụ quá hạn tăng vượt mức dao động thường tại {', '.join(parts)}."


def residual(rows: pd.DataFrame) -> str:
    """The balance does not close: say by how much, never hide it."""
    gap = vi.count(int(rows["residual"].abs().sum()))
    return f"Số liệu chưa khớp: chênh {gap} vụ việc giữa tồn đầu, phát sinh và tồn cuối."


def quality(loaded: pd.DataFrame, bodies: pd.DataFrame, *, silent_days: int = 60) -> str:
    """How far the figures can be trusted: refused rows of all, bodies that fell silent."""
    read, refused = int(loaded["rows_read"].sum()), int(loaded["rows_refused"].sum())
    silent = int((bodies["days_silent"].isna() | (bodies["days_silent"] > silent_days)).sum())
    return (
        f"Đã đọc {vi.count(read)} dòng, loại {vi.count(refused)} dòng ({vi.share(refused, read)}) "
        f"vì không đúng quy cách; "
        f"{vi.prose_count(silent)} trên {vi.count(len(bodies))} cơ quan không có số liệu mới quá {silent_days} ngày."
    )
