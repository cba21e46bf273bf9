"""The trail: the last check first, then its lines in parts, narrowed by day, person, deed and page."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import streamlit as st

from dashboard.screen import choice, state
from dashboard.screen.page import Page
from dashboard.views.trail import rows
from dashboard.words import numbers as vi
from dashboard.words import shell
from dashboard.words import trail as words
from data_loaders import trail
from data_loaders.settings import LOCAL, configured, local_now

MOST = 200
LATE_HOURS = 3
DAYS_NAMED = 31
BEFORE = "truoc"


def folder() -> Path | None:
    """Where the trail is written; None: it is not kept."""
    return configured().trail_dir


def headline() -> tuple[str, str]:
    """What the last check found; beside anchors that the app cannot write it says more than within the trail."""
    settings = configured()
    place = settings.trail_anchor or settings.trail_dir
    found = trail.last_check(place) if place else None
    check = None
    if found:
        at = dt.datetime.fromisoformat(str(found["at"])).astimezone(LOCAL).replace(tzinfo=None)
        check = at, bool(found["whole"]), str(found["said"])
    return words.headline(check, now=local_now(), late_hours=LATE_HOURS)


def show(page: Page) -> None:
    """Filters and one part of the lines."""
    place = folder()
    if place is None:
        return
    wanted = _asked()
    before = state.asked(BEFORE)
    records = trail.newest(place, before=int(before) if before.isdecimal() else None)
    found = rows.chosen(records, wanted, most=MOST)
    window = vi.window(wanted.first, wanted.last)
    page.table(
        rows.table(found),
        title=words.TITLE,
        rows=14,
        empty=words.NO_ROWS,
        scope=words.SHOWN.format(count=vi.count(len(found)), window=window),
    )
    with st.container(horizontal=True):
        if before:
            st.button(words.NEWEST, on_click=choice.turn, args=(BEFORE, None), key="trail-newest")
        if len(found) == MOST:
            st.button(words.OLDER, on_click=choice.turn, args=(BEFORE, str(found[-1]["n"])), key="trail-older")


def _asked() -> rows.Wanted:
    today = local_now().date()
    named = [today - dt.timedelta(days=back) for back in range(DAYS_NAMED)]
    days = words.DAYS | {day.isoformat(): vi.date(day) for day in named}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        day = choice.select("ngay", days, label=words.DAY_LABEL, width=200)
        deed = choice.select("viec", {"": words.ALL_DEEDS} | words.DEEDS, label=words.DEED_LABEL, width=240)
        at = choice.select("trang", {"": words.ALL_PAGES} | shell.PAGES, label=words.PAGE_LABEL, width=280)
        who = choice.text("tai-khoan", label=words.WHO_LABEL, width=240)
    if day in words.DAYS:
        return rows.Wanted(today - dt.timedelta(days=int(day) - 1), today, who, deed, at)
    return rows.Wanted(dt.date.fromisoformat(day), dt.date.fromisoformat(day), who, deed, at)
