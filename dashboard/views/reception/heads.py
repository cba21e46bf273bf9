"""The heads of the window with their bands, of the kind of post that was asked for."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard.screen import tabs
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.reception import bands
from dashboard.words import codes, headings, ledger, reception

LIST = "1"
"""Its name in the address, opened whole."""


def judged(page: Page, asked: dict[str, object]) -> pd.DataFrame:
    """Every post of the days asked for with its band; kept for all viewers of the same reach."""
    found = page.answers.remember(
        "posts judged", lambda: bands.judged(page.answers.ask("ledger_by_post", **asked)), key(asked), most=16
    )
    return found.copy(deep=False)


def key(asked: Mapping[str, object]) -> tuple[object, ...]:
    """Parameters as the key of what is kept."""
    return tuple(sorted(asked.items()))


def posts(page: Page, chosen: Filters) -> tabs.Choice:
    """Which posts: all, those of a level, or one kind of those that are there."""
    there = set(judged(page, chosen.params())["duty_code"])
    duties = {code: codes.DUTIES[code] for code in bands.DUTY_ORDER if code in there}
    words = {"": ledger.DUTY_ALL} | reception.LEVELS | duties
    return tabs.Choice("chuc-vu", words, headings.HEADINGS["duty_code"])


def of(rows: pd.DataFrame, wanted: str) -> pd.DataFrame:
    """The rows of these posts."""
    if not wanted:
        return rows
    return rows[rows["duty_level" if wanted in reception.LEVELS else "duty_code"] == wanted]
