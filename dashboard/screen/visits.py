"""The day a viewer looked before today, and what is new since: one line for the overview."""

from __future__ import annotations

import datetime as dt
from html import escape

import streamlit as st

from dashboard.answers import beside, earlier
from dashboard.answers.earlier import Earlier
from dashboard.screen import sessions, viewer
from dashboard.screen.page import Page
from dashboard.words import numbers as vi
from dashboard.words import since as words
from data_loaders.settings import configured, local_now


def show(page: Page) -> None:
    """The line and its link; nothing where there is nothing to say."""
    found = news(page)
    if found:
        text, view = found
        st.html(f'<p class="headline-more">{escape(text)}</p>')
        page.link("locked", label=words.LINK, **view)


def news(page: Page) -> tuple[str, dict[str, str]] | None:
    """'Từ lần xem trước (18/11/2026): 25 vụ việc mới, …' and the view of the page `locked` behind it.

    None on the first visit, where nothing was kept of that day, or where nothing changed.
    """
    day = last_day(local_now().date())
    then = _of_day(page, day) if day else None
    both = beside.an_earlier(page.answers, then) if then else None
    if day is None or then is None or both is None or both.rows.empty:
        return None
    told = vi.small(words.happened(both.reasons)).rstrip(".")
    return words.LINE.format(day=vi.date(day), told=told), {"xem": "since", "tu": then.path.stem}


def last_day(today: dt.date) -> dt.date | None:
    """The last day before today on which this viewer looked; today is noted."""
    found = viewer.session()
    key = ("visit", found.subject if found else "")
    try:
        days = (sessions.noted("visit", key) or "").split()
        if not days or days[-1] != today.isoformat():
            days = [*days[-1:], today.isoformat()]
            sessions.put("visit", key, " ".join(days))
    except OSError:  # the folder of marks does not answer: nobody is told of news, the page goes on
        return None
    return dt.date.fromisoformat(days[0]) if len(days) > 1 else None


def _of_day(page: Page, day: dt.date) -> Earlier | None:
    """What stood at the end of that day."""
    found = earlier.listed(configured().snapshot_dir, before=page.snapshot)
    return next((each for each in found if each.taken_at.date() <= day), None)
