"""Tiếp công dân: did the heads come themselves, who sent a deputy, and who came to them."""

from dashboard.screen import filters, tabs
from dashboard.screen.page import open_page
from dashboard.views.reception import groups, heads, visits
from dashboard.words import reception as words

VIEWS: dict[str, tabs.View] = {
    "level": groups.LEVEL,
    "district": groups.DISTRICT,
    "posts": heads,
    "volume": visits,
}

page = open_page("reception")
chosen = filters.bar(page, "period", "area")
tabs.show(page, chosen, VIEWS, words.VIEWS)
