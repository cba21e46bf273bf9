"""Every complaint is taken up: how many were, how many were returned or left without an answer, and how late."""

from __future__ import annotations

from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import waiting as words

TAKEN = ["kind", "fate", "papers_count", "papers_in_time", "papers_late", "papers_late_30"]
LIMITS = ["stage", "kind", "instance", "complexity", "remote", "days", "day_unit", "article"]


def headline(page: Page, chosen: Filters) -> str:
    return words.accepted_headline(page.answers.ask("taken_up", **chosen.params()))


def show(page: Page, chosen: Filters) -> None:
    """What became of the papers, and the limits of the law by stage."""
    papers = page.answers.ask("taken_up", **chosen.params())
    page.table(papers, title=words.TITLES["taken_up"], metric="awaiting_acceptance", columns=TAKEN)
    limits = page.answers.ask("stage_limits", as_of=chosen.as_of)
    page.table(limits, title=words.TITLES["limits"], columns=LIMITS)
