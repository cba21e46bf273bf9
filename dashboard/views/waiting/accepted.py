"""Every complaint is taken up: how many were, how many were returned or left without an answer, and how late."""

from __future__ import annotations

import streamlit as st

from dashboard.screen import choice
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import numbers as vi
from dashboard.words import waiting as words
from dashboard.words import windows

FATE = "tinh-trang"
TAKEN = ["kind", "fate", "papers_count", "papers_in_time", "papers_late", "papers_late_30"]
LISTED = ["dossier_id", "days_over", "fate", "due_on", "answered_on", "agency_name", "kind", "received_on"]
LIMITS = ["stage", "kind", "instance", "complexity", "remote", "days", "day_unit", "article"]


def headline(page: Page, chosen: Filters) -> str:
    papers = page.answers.ask("taken_up", **chosen.params())
    return words.accepted_headline(papers, within=windows.within(chosen.window))


def show(page: Page, chosen: Filters) -> None:
    """What became of the papers, the papers themselves, and the limits of the law by stage; papers asked for first."""
    first = st.container()
    papers = page.answers.ask("taken_up", **chosen.params())
    page.table(papers, title=words.TITLES["taken_up"], metric="awaiting_acceptance", columns=TAKEN)
    with first if choice.current(FATE, words.FATES) != next(iter(words.FATES)) else st.container():
        _papers(page, chosen)
    limits = page.answers.ask("stage_limits", as_of=chosen.as_of)
    page.table(limits, title=words.TITLES["limits"], columns=LIMITS, rows=6)


def _papers(page: Page, chosen: Filters) -> None:
    which = choice.select(FATE, words.FATES, label=words.FATE_LABEL, width=280)
    fate = None if which in ("late", "all") else which
    listed = page.answers.ask("taken_up_papers", **chosen.params(), fate=fate, only_late=which == "late")
    title = words.TAKEN_LIST.format(which=vi.small(words.FATES[which]), count=vi.count(len(listed)))
    page.table(listed, title=title, metric="awaiting_acceptance", columns=LISTED, rows=6, sorts=True)
