"""Tiếp công dân: did the heads come themselves, by group and place, what is planned, what came of it, the years."""

from dashboard.screen import filters, tabs
from dashboard.screen.page import open_page
from dashboard.views.reception import book, came, groups, schedule, years
from dashboard.words import reception as words

VIEWS: dict[str, tabs.View] = {
    "posts": book,
    "groups": groups,
    "schedule": schedule,
    "outcome": came,
    "years": years,
}

page = open_page("reception")
chosen = filters.bar(page, "period", "area")
tabs.show(page, chosen, VIEWS, words.VIEWS)
