"""The message that stands above every view of reception."""

from __future__ import annotations

import pandas as pd

from dashboard.answers import running_duty as duty_asked
from dashboard.answers.standing import Standing, standing
from dashboard.facts import ledger, running_duty
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import reception as words
from dashboard.words import windows

DUTY = ["duty_compliance", "delegated_share"]


def headline(page: Page, chosen: Filters) -> str:
    """What part of their days the heads came themselves, how often a deputy did, who never came."""
    state = now(page, chosen).now
    running = duty_asked.by_duty(page.answers, chosen.window, area=chosen.area)
    return words.headline(
        state["duty_compliance"],
        state["delegated_share"],
        months=windows.duty(chosen.window),
        without=len(ledger.never_came(posts(page, chosen))),
        running=running_duty.of(running, day=chosen.window.end),
    )


def now(page: Page, chosen: Filters) -> Standing:
    """The figures of the period beside the one before."""
    return standing(page.answers, chosen)


def posts(page: Page, chosen: Filters) -> pd.DataFrame:
    """Each post with its days."""
    return ledger.kept(page.answers.ask("duty_by_post", **chosen.params()))
