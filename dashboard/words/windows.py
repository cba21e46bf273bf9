"""The days of a figure in words, and those it is compared with: each figure says its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable

from dashboard.facts.running_duty import RunningMonth
from dashboard.facts.windows import Base, Window, base, window
from dashboard.metrics import Span
from dashboard.words import numbers as vi
from queries.periods import Period

AGAINST = "so với {base}"
PERIOD_BEFORE = {"quarter": "quý trước", "month": "tháng trước", "year": "năm trước"}
THE_PERIOD = {"quarter": "quý", "month": "tháng", "year": "năm"}
LAST_YEAR = "cùng kỳ năm trước"
FIRST_DAYS = "{days} ngày đầu {period}"
SAME_DAYS = "cùng {days} ngày năm trước"
FREE = "kỳ {window}"
SAME_DAY = "ngày {day}"
OPENING = "đầu {period}, ngày {day}"
UNTIL = "đến hết ngày {day}"
NO_MONTH = "chưa có tháng nào trọn vẹn"
ELAPSED = "{days}/{whole} ngày"
BRIEF_DAYS = "{days} ngày {period}"
BRIEF_MONTH, BRIEF_MONTHS = "T{}", "{}–{}"
YEAR_BEFORE = "năm trước"
MOST_MONTHS = 2
RUNNING_MONTH = "tháng {month} đến ngày {day}"
SO_FAR = "{month}: {credited}/{required} ngày phải tiếp cả tháng"
SESSIONS_SO_FAR, FIRST_SESSIONS = "{month} thêm {parts}", "{month}: {parts}"
DELEGATED, MISSED = "{count} buổi cấp phó tiếp thay", "{count} buổi không tổ chức"
NONE_LEFT = "trong tháng {month}, tính đến ngày {day}, {count} người đứng đầu chưa tiếp và không còn lịch trong tháng"
ONLY_AHEAD = "trong tháng {month}, tính đến ngày {day}, {count} người đứng đầu chưa tiếp nhưng còn lịch trong tháng"
AHEAD = "; {count} người khác chưa tiếp nhưng còn lịch"
ALL_CAME = "trong tháng {month}, tính đến ngày {day}, cả {count} người đứng đầu đã trực tiếp tiếp công dân"
ONE_CAME = "trong tháng {month}, tính đến ngày {day}, người đứng đầu đã trực tiếp tiếp công dân"


def said(days: Window) -> str:
    """từ ngày 15/09/2026 đến ngày 22/11/2026; đến hết ngày 22/11/2026; tháng 9 và 10/2026."""
    if days.span == "stock":
        return UNTIL.format(day=vi.date(days.end))
    return months(days.months) if days.span == "duty" else vi.window(days.start, days.end)


def own_days(spans: Collection[Span], period: Period) -> str:
    """The days of figures that all are of a day or of whole months; '' where they are those of the period."""
    return "".join(said(window(span, period)) for span in spans if len(spans) == 1 and span != "flow")


def months(found: Iterable[dt.date]) -> str:
    """tháng 9 và 10/2026; tháng 12/2025, tháng 1 và 2/2026."""
    years: dict[int, list[str]] = {}
    for month in found:
        years.setdefault(month.year, []).append(str(month.month))
    named = [f"{vi.MONTH} {_listed(numbers)}/{year}" for year, numbers in years.items()]
    return _listed(named) if named else NO_MONTH


def to_date(day: dt.date) -> str:
    """tháng 11 đến ngày 22."""
    return RUNNING_MONTH.format(month=day.month, day=day.day)


def within(now: Period) -> str:
    """Trong quý III/2026; while it runs its exact days: từ ngày 15/09/2026 đến ngày 22/11/2026."""
    return vi.sentence_case(vi.window(now.start, now.end)) if now.is_running else vi.within(vi.period(now))


def duty(now: Period) -> str:
    """The months heads are judged in: tháng 9 và 10/2026; once it is over: quý III/2026 (tháng 6, 7 và 8/2026)."""
    judged = months(now.months())
    return judged if now.is_running else f"{vi.period(now)} ({judged})"


def short_months(found: Iterable[dt.date]) -> str:
    """tháng 9 và 10: beside a figure that has no room; of more than two the first and the last; '' of none.

    Of two years each month has its own: tháng 12/2024–10/2025.
    """
    days = list(found)
    of_years = len({day.year for day in days}) > 1
    named = [f"{day.month}/{day.year}" if of_years else str(day.month) for day in days]
    if not named:
        return ""
    return f"{vi.MONTH} {_listed(named) if len(named) <= MOST_MONTHS else '–'.join((named[0], named[-1]))}"


def days_so_far(running: RunningMonth) -> str:
    """tháng 11 đến ngày 22: 266/655 ngày phải tiếp cả tháng."""
    return SO_FAR.format(
        month=to_date(running.day), credited=vi.count(running.credited), required=vi.count(running.required)
    )


def sessions_so_far(running: RunningMonth, *, more: bool = True) -> str:
    """tháng 11 đến ngày 22 thêm 61 buổi cấp phó tiếp thay, 61 buổi không tổ chức; not `more`: no month is before it."""
    counts = ((DELEGATED, running.delegated), (MISSED, running.missed))
    parts = [text.format(count=vi.prose_count(amount)) for text, amount in counts if amount]
    return (SESSIONS_SO_FAR if more else FIRST_SESSIONS).format(month=to_date(running.day), parts=", ".join(parts))


def not_yet(running: RunningMonth) -> str:
    """Who has not come in person this month: those who cannot any more by the schedule, then those who still can."""
    said = {"month": f"{running.day.month}/{running.day.year}", "day": vi.date(running.day)}
    if running.none_left:
        text = NONE_LEFT.format(count=vi.prose_count(running.none_left), **said)
        return text + (AHEAD.format(count=vi.prose_count(running.ahead)) if running.ahead else "")
    if running.ahead:
        return ONLY_AHEAD.format(count=vi.prose_count(running.ahead), **said)
    return (ALL_CAME if running.came > 1 else ONE_CAME).format(count=vi.prose_count(running.came), **said)


def base_name(now: Period, which: Base, span: Span) -> str:
    """What a figure is compared with: 69 ngày đầu quý III/2026; đầu quý, ngày 14/09/2026; tháng 6 và 7/2026.

    Which half year, nine months or free days were before is not plain from their kind: they are named by their days.
    """
    before = base(now, which, span)
    if span == "duty":
        return months(window(span, before).months)
    if span == "stock":
        if which == "last_year":
            return SAME_DAY.format(day=vi.date(before.end))
        return OPENING.format(period=THE_PERIOD.get(now.kind, "kỳ"), day=vi.date(before.end))
    if which == "last_year":
        return SAME_DAYS.format(days=vi.prose_count(before.days)) if now.is_running else LAST_YEAR
    if before.kind == "range":
        return FREE.format(window=vi.window(before.start, before.end))
    if not now.is_running:
        return PERIOD_BEFORE.get(now.kind) or vi.period(before)
    return FIRST_DAYS.format(days=vi.prose_count(before.days), period=vi.period(before))


def year_before(now: Period, span: Span = "flow") -> str:
    """A year ago in a sentence of the briefing: cùng kỳ năm trước; of a stock ngày 22/11/2025."""
    return LAST_YEAR if span == "flow" else base_name(now, "last_year", span)


def base_days(now: Period, which: Base, span: Span) -> str:
    """The same, short enough to stand under a number: 14/09/2026; 69 ngày đầu quý III/2026; tháng 6 và 7/2026."""
    return vi.date(base(now, which, span).end) if span == "stock" else base_name(now, which, span)


def brief_base(now: Period, which: Base, span: Span) -> str:
    """As little as a card has room for, the year only where it differs: 14/09; 69 ngày quý III; T6–7; 01/07–31/07."""
    before, year = base(now, which, span), now.end.year
    if span == "stock":
        return vi.date(before.end).removesuffix(f"/{year}")
    if span == "duty":
        return brief_months(window(span, before).months, year=year)
    if which == "previous" and before.kind == "range":
        first = vi.date(before.start).removesuffix(f"/{before.end.year}")
        return BRIEF_MONTHS.format(first, vi.date(before.end).removesuffix(f"/{year}"))
    if not now.is_running:
        return base_name(now, which, span)
    name = YEAR_BEFORE if which == "last_year" else vi.period(before).removesuffix(f"/{year}")
    return BRIEF_DAYS.format(days=vi.prose_count(before.days), period=name)


def brief_months(found: Iterable[dt.date], *, year: int) -> str:
    """T9–10; T12/2025–T1/2026; those of another year than `year` with it: T9–11/2025."""
    months = list(found)
    if not months:
        return NO_MONTH
    first, last = months[0], months[-1]
    if first.year != last.year:
        return BRIEF_MONTHS.format(*(BRIEF_MONTH.format(f"{month.month}/{month.year}") for month in (first, last)))
    said = BRIEF_MONTH.format(first.month)
    said = said if first == last else BRIEF_MONTHS.format(said, last.month)
    return said if first.year == year else f"{said}/{first.year}"


def against(now: Period, which: Base, span: Span = "flow") -> str:
    """so với 69 ngày đầu quý III/2026."""
    return AGAINST.format(base=base_name(now, which, span))


def elapsed(now: Period) -> str:
    """69/91 ngày, of a period that still runs."""
    return ELAPSED.format(days=now.days, whole=(now.full_end - now.start).days + 1)


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} và {parts[-1]}"
