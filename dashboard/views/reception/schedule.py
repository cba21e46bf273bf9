"""The schedule of this month and the next: a page of the calendar, the sessions, and who published too few."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from html import escape
from typing import Any

import pandas as pd

from dashboard.screen import choice, ledger_sheet, tables, tabs
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import codes, ledger
from dashboard.words import numbers as vi

COLUMNS = ["scheduled_on", "title", "holder_name", "outcome", "held_on", "clash"]
ALSO = ["agency_name", "online"]
BADLY = [*COLUMNS, "holiday_name", "next_working"]
FEW = 5
GAPS = ["title", "district_name", "required", "scheduled"]


def offers(page: Page, chosen: Filters) -> Sequence[tabs.Choice]:
    """This month or the next, counted from the day of the data."""
    words = {f"{month:%Y-%m}": f"{ledger.SCHEDULE_MONTH_LABEL} {month:%m/%Y}" for month in _months(page)}
    return [tabs.Choice("lich-thang", words, ledger.SCHEDULE_MONTH_LABEL)]


def headline(page: Page, chosen: Filters) -> str:
    """How many sessions the month has, held and to come, and how many posts published too few."""
    month = _month(page, chosen)
    rows = page.answers.ask("reception_schedule", **_asked(page, chosen))
    return ledger.schedule(rows, month=_named(month), gaps=len(_gaps(page, chosen)))


def show(page: Page, chosen: Filters) -> None:
    """One month: its calendar, its sessions, its gaps."""
    as_of, month, asked = page.snapshot.as_of, _month(page, chosen), _asked(page, chosen)
    named, gaps = _named(month), _gaps(page, chosen)
    rows = page.answers.ask("reception_schedule", **asked)
    days_off = page.answers.ask("days_off", **asked)
    ledger_sheet.show(calendar(rows, month=month, as_of=as_of, days_off=days_off), key="schedule", colours=page.colours)
    scope = f"{vi.sentence_case(vi.window(month, _last(month)))} · {vi.sentence_case(chosen.place)}"
    shown = choice.select("buoi", ledger.SCHEDULE_SHOWN, label=ledger.SCHEDULE_SHOWN_LABEL, width=320)
    page.table(
        tables.with_more(_of(rows, shown), ALSO),
        title=ledger.TITLES["schedule"].format(month=named),
        columns=BADLY if shown == "clash" else COLUMNS,
        metric="duty_schedule",
        scope=scope,
        rows=FEW,
    )
    page.table(
        tables.with_more(gaps, ["agency_name"]),
        title=ledger.TITLES["schedule_gaps"].format(month=named),
        columns=GAPS,
        empty=ledger.SCHEDULE_GAPS_NONE.format(month=named),
        metric="duty_schedule",
        scope=scope,
        rows=FEW,
    )


def _months(page: Page) -> list[dt.date]:
    as_of = page.snapshot.as_of
    return [_first(as_of), _first(as_of, ahead=1)]


def _month(page: Page, chosen: Filters) -> dt.date:
    (asked,) = offers(page, chosen)
    return dict(zip(asked.words, _months(page), strict=True))[asked.now]


def _named(month: dt.date) -> str:
    return f"{month.month}/{month.year}"


def _asked(page: Page, chosen: Filters) -> dict[str, Any]:
    month = _month(page, chosen)
    return {"start": month, "end": _last(month), "as_of": page.snapshot.as_of, "area": chosen.area}


def _gaps(page: Page, chosen: Filters) -> pd.DataFrame:
    """Posts of which fewer sessions are published than they owe in the month."""
    posts = page.answers.ask("schedule_by_post", **_asked(page, chosen))
    of_month = posts["month_on"] == pd.Timestamp(_month(page, chosen))
    return posts[of_month & (posts["scheduled"] < posts["required"])]


def calendar(rows: pd.DataFrame, *, month: dt.date, as_of: dt.date, days_off: pd.DataFrame) -> str:
    """A page of the calendar as HTML: each day with how many sessions it has and what became of them."""
    off = {day.date(): _plain(name) for day, name in days_off[["day", "holiday_name"]].itertuples(index=False)}
    by_day = {day.date(): group["outcome"].value_counts() for day, group in rows.groupby("scheduled_on")}
    named = ledger.SCHEDULE_ALT.format(month=_named(month))
    head = "".join(f'<div class="dow">{day}</div>' for day in ledger.SCHEDULE_DAYS)
    blanks = "<div></div>" * (month.isoweekday() - 1)
    days = pd.date_range(month, _last(month)).date
    cells = "".join(_day(day, by_day.get(day), off=off, today=as_of) for day in days)
    keys = "".join(f'<li><i class="{code}"></i>{words}</li>' for code, words in codes.SCHEDULE_OUTCOMES.items())
    return (
        f'<div class="month" role="table" aria-label="{named}">{head}{blanks}{cells}</div><ul class="marks">{keys}</ul>'
    )


def _day(day: dt.date, counts: pd.Series | None, *, off: dict[dt.date, str], today: dt.date) -> str:
    look = "day" + (" off" if day in off else "") + (" today" if day == today else "")
    name = f"<small>{escape(off[day])}</small>" if off.get(day) else ""
    if counts is None:
        return f'<div class="{look}"><b>{day.day}</b>{name}</div>'
    parts = [(code, int(counts[code])) for code in codes.SCHEDULE_OUTCOMES if code in counts]
    bar = "".join(f'<s class="{code}" style="flex-grow:{amount}"></s>' for code, amount in parts)
    total = vi.count(int(counts.sum()))
    missed = int(counts.get("missed", 0))
    lacking = f"<small>{ledger.SCHEDULE_MISSED.format(count=vi.count(missed))}</small>" if missed else ""
    amount = ledger.SCHEDULE_COUNT.format(count=total)
    return (
        f'<div class="{look}"><b>{day.day}</b>{name}<div class="dots">{bar}</div><small>{amount}</small>{lacking}</div>'
    )


def _of(rows: pd.DataFrame, shown: str) -> pd.DataFrame:
    if not shown:
        return rows
    return rows[rows["clash"].notna()] if shown == "clash" else rows[rows["outcome"] == shown]


def _first(day: dt.date, *, ahead: int = 0) -> dt.date:
    return (pd.Timestamp(day.replace(day=1)) + pd.DateOffset(months=ahead)).date()


def _last(month: dt.date) -> dt.date:
    return _first(month, ahead=1) - dt.timedelta(days=1)


def _plain(name: object) -> str:
    return name if isinstance(name, str) else ""
