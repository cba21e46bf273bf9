"""The message of the page: against the same period last year, the comparison without seasons."""

from __future__ import annotations

import pandas as pd

from dashboard.answers.standing import standing
from dashboard.facts import kept
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import comparison as words
from dashboard.words import numbers as vi


def headline(page: Page, chosen: Filters) -> str:
    """What was resolved and what is open, and how both changed."""
    state = standing(page.answers, chosen)
    return words.headline(state.now, state.last_year, period=vi.period(chosen.period), window=chosen.window)


def silent(page: Page, chosen: Filters, codes: pd.Series, *, measure: str) -> pd.Series:
    """Which of these bodies had long sent nothing at the end of the window, or never anything.

    That explains a fall of what comes in alone: what ended, or is no longer open, was told by the body itself.
    """
    if measure != "entered":
        return pd.Series(data=False, index=codes.index)
    bodies = page.answers.ask("coverage_by_agency", as_of=chosen.as_of)
    return codes.notna() & ~codes.isin(bodies.loc[~kept.silent(bodies), "agency_code"])


def dates(page: Page, chosen: Filters) -> str:
    """The same against the period before, and the exact days that are compared."""
    state = standing(page.answers, chosen)
    return f"{words.since_before(state.previous, window=chosen.window)} {words.windows(chosen.window)}"
