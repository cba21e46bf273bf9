"""Papers passed on by the Fatherland Front, deputies and higher levels: how many, answered, how fast, by whom."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from dashboard.facts.small_cells import SECRET_KIND
from dashboard.facts.stages import halves
from dashboard.screen import choice, tables, tabs
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import numbers as vi
from dashboard.words import supervision as words
from dashboard.words import waiting

COUNTS = ["papers_count", "half_answered", "papers_late", "papers_unanswered", "papers_unanswered_late"]
ALSO = ["papers_answered", "papers_in_time"]
LISTED = ["dossier_id", "age_days", "forwarded_by", "agency_name", "received_on", "answered_on"]
METRIC = ["petitions_received", "petitions_processed"]


def headline(page: Page, chosen: Filters) -> str:
    return words.forwarded_headline(page.answers.ask("forwarded", **chosen.params() | {"division": "sender"}))


def show(page: Page, chosen: Filters) -> None:
    """Senders, bodies that have to answer, and the papers of all or of one; those of one stand first."""
    first = st.container()
    senders, bodies = _timed(page, chosen, "forwarded_by"), _timed(page, chosen, "agency_code")
    names = {"": words.EVERY_SENDER} | {str(name): str(name) for name in senders["forwarded_by"]}
    sender = tabs.Choice("noi-chuyen", names, words.SENDER_LABEL)
    to_answer = {"": words.EVERY_BODY} | dict(zip(bodies["agency_code"], bodies["agency_name"], strict=True))
    body = tabs.Choice(choice.BODY, to_answer, words.BODY_LABEL, quiet=True)
    of_one = bool(sender.now or body.now)
    with page.one_sign():
        title, by_sender = words.TITLES["senders"], ["forwarded_by", *COUNTS]
        page.table(senders, title=title, metric=METRIC, columns=by_sender, sorts=True)
        if senders.empty:
            return
        if not of_one:
            _listed(page, chosen, sender, body)
        title, by_body = words.TITLES["answering"], ["agency_name", *COUNTS]
        page.table(bodies, title=title, metric=METRIC, columns=by_body, rows=6, sorts=True)
    if of_one:
        with first:
            _listed(page, chosen, sender, body)


def _listed(page: Page, chosen: Filters, sender: tabs.Choice, body: tabs.Choice) -> None:
    """The papers, of all or of one; a denunciation is not among them."""
    which = tabs.Choice("don", words.WHICH, words.WHICH_LABEL)
    tabs.folded([which, sender, body])
    one = {"sender": sender.now or None, "agency": body.now or None}
    listed = page.answers.ask("forwarded_papers", **chosen.params(), **one, only_unanswered=which.now == "waiting")
    listed = listed[listed["kind"].ne(SECRET_KIND)]
    title = words.TITLES[which.now].format(count=vi.count(len(listed)))
    page.table(tables.with_more(listed, ["kind"]), title=title, metric=METRIC, columns=LISTED, rows=6, sorts=True)


def _timed(page: Page, chosen: Filters, by: str) -> pd.DataFrame:
    """Senders or bodies with the day by which half of their papers were answered, those that wait still counted."""
    asked = chosen.params() | {"division": DIVISIONS[by]}
    counts = page.answers.ask("forwarded", **asked)

    def made() -> pd.DataFrame:
        return halves(page.answers.ask("forwarded_waits", **asked), by=by, counted="papers_count")

    waits = page.answers.remember("halves of papers", made, *sorted(asked.items()), most=32)
    half = counts[by].map(dict(zip(waits[by], waits["half_on_day"], strict=True)))
    pairs = zip(half, counts["papers_count"], strict=True)
    return tables.with_more(counts.assign(half_answered=[waiting.half_passed(*pair) for pair in pairs]), ALSO)


DIVISIONS = {"forwarded_by": "sender", "agency_code": "agency"}
"""Column that names a row → the division asked for."""
