"""The message that stands above every view of what waits."""

from __future__ import annotations

import pandas as pd

from dashboard.answers.standing import Standing, standing
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import backlog as words
from dashboard.words import numbers as vi


def headline(page: Page, chosen: Filters) -> str:
    """What is overdue, what has no limit, what waits long, and who holds most."""
    until = vi.date(chosen.as_of)
    figures, worst = now(page, chosen).now, held(page, chosen)
    return words.headline(figures, place=chosen.place, until=until, worst=worst, kind=chosen.kind)


def now(page: Page, chosen: Filters) -> Standing:
    """The figures of today."""
    return standing(page.answers, chosen)


def held(page: Page, chosen: Filters) -> pd.DataFrame:
    """What each body holds."""
    return page.answers.ask("overdue_by_agency", **chosen.params())
