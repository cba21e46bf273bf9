"""The heads of the area's bodies, month by month: did they receive citizens in person."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from dashboard.answers.answers import Answers
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import unit as words

MONTHS = 12


def show(page: Page, chosen: Filters) -> None:
    """A line a post, a mark a month, the oldest month first."""
    page.section(words.SECTIONS["heads"])
    strips = lines(page.answers, chosen)
    page.listed(strips, empty=words.NO_HEADS)
    if strips:
        page.note(words.marks())


def lines(answers: Answers, chosen: Filters) -> list[str]:
    """The posts of the last twelve months that were judged by the last day of the view."""
    params = chosen.params() | {"start": since(chosen.as_of)}
    posts, months = (answers.ask(name, **params) for name in ("ledger_by_post", "ledger_strip"))
    strips = dict(tuple(months.groupby("post_code")))
    return [
        words.strip(str(post.title), post.holder_name, strips.get(post.post_code, pd.DataFrame()))
        for post in posts.itertuples()
    ]


def since(last: dt.date) -> dt.date:
    """The first day of the twelve whole months that are over by the end of `last`."""
    running = pd.Timestamp(last) + pd.DateOffset(days=1)
    return (running.replace(day=1) - pd.DateOffset(months=MONTHS)).date()
