"""Papers passed on by the Fatherland Front, deputies and higher levels: how many, answered, how fast, by whom."""

from __future__ import annotations

from dashboard.screen import choice
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import numbers as vi
from dashboard.words import supervision as words

COUNTS = [
    "papers_count", "papers_answered", "papers_in_time", "papers_late", "papers_unanswered", "papers_unanswered_late",
]  # fmt: skip
LISTED = ["dossier_id", "age_days", "forwarded_by", "agency_name", "received_on", "answered_on", "kind"]
METRIC = ["petitions_received", "petitions_processed"]


def headline(page: Page, chosen: Filters) -> str:
    return words.forwarded_headline(page.answers.ask("forwarded", **chosen.params() | {"division": "sender"}))


def show(page: Page, chosen: Filters) -> None:
    """Senders, bodies that have to answer, and the papers of all or of one sender."""
    asked = chosen.params()
    senders, bodies = (page.answers.ask("forwarded", **asked | {"division": by}) for by in ("sender", "agency"))
    page.table(senders, title=words.TITLES["senders"], metric=METRIC, columns=["forwarded_by", *COUNTS], sorts=True)
    names = {"": words.EVERY_SENDER} | {str(name): str(name) for name in senders["forwarded_by"]}
    sender = choice.select("noi-chuyen", names, label=words.SENDER_LABEL, width=420)
    which = choice.segments("don", words.WHICH, label=words.WHICH_LABEL)
    listed = page.answers.ask("forwarded_papers", **asked, sender=sender or None, only_unanswered=which == "waiting")
    title = words.TITLES["papers"].format(count=vi.count(len(listed)))
    page.table(listed, title=title, metric=METRIC, columns=LISTED, rows=8, sorts=True)
    page.table(bodies, title=words.TITLES["answering"], metric=METRIC, columns=["agency_name", *COUNTS], sorts=True)
