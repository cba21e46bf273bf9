"""Chờ đợi: how long matters wait, open ones counted; at which step they stand; the stock by month; what falls due."""

from dashboard.screen import filters, tabs
from dashboard.screen.page import open_page
from dashboard.views.waiting import accepted, due, months, steps, still_open
from dashboard.words import waiting as words

VIEWS: dict[str, tabs.View] = {"open": still_open, "steps": steps, "accepted": accepted, "due": due, "months": months}

page = open_page("waiting")
chosen = filters.bar(page, "period", "area", "kind")
tabs.show(page, chosen, VIEWS, words.VIEWS)
