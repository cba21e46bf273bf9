"""Tồn đọng: which matters wait, for how long, and who holds them."""

from dashboard.screen import filters, tabs
from dashboard.screen.page import open_page
from dashboard.views.backlog import age, agency, field, longest, overdue
from dashboard.words import backlog as words

VIEWS: dict[str, tabs.View] = {
    "age": age,
    "agency": agency,
    "field": field,
    "longest": longest,
    "overdue": overdue,
}

page = open_page("backlog")
chosen = filters.bar(page, "period", "area", "kind")
tabs.show(page, chosen, VIEWS, words.VIEWS)
