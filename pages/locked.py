"""Số đã chốt: what was locked or stood earlier, what the same window says today, which matters make the difference."""

from dashboard.screen import choice, tabs
from dashboard.screen.page import open_page
from dashboard.views.locks import locked, since
from dashboard.words import choices
from dashboard.words import since as words

FIGURES = (
    "open_dossiers", "overdue_dossiers", "entered_dossiers", "resolved_dossiers", "merged_dossiers",
    "opening_dossiers", "resolution_rate", "on_time_rate", "petitions_received", "visits", "people", "mass_groups",
    "duty_compliance",
)  # fmt: skip

VIEWS = {"locks": locked, "since": since}

page = open_page("locked")
view = VIEWS[choice.current(tabs.NAME, words.VIEWS)]
page.headline(*view.headline(page))
choice.segments(tabs.NAME, words.VIEWS, label=choices.VIEW_LABEL)
view.show(page, FIGURES)
