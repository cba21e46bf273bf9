"""The message of the page: against the same period last year, the comparison without seasons."""

from __future__ import annotations

from dashboard.answers.standing import standing
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import comparison as words
from dashboard.words import numbers as vi


def headline(page: Page, chosen: Filters) -> str:
    """What was resolved and what is open, and how both changed."""
    state = standing(page.answers, chosen)
    return words.headline(state.now, state.last_year, period=vi.period(chosen.period), window=chosen.window)


def dates(page: Page, chosen: Filters) -> str:
    """The same against the period before, and the exact days that are compared."""
    state = standing(page.answers, chosen)
    return f"{words.since_before(state.previous, window=chosen.window)} {words.windows(chosen.window)}"
