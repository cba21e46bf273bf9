"""Giám sát: papers that others passed on, complex and long-lasting cases, crowds, papers sent to a level above."""

from dashboard.screen import filters, tabs
from dashboard.screen.page import open_page
from dashboard.views.supervision import escalated, forwarded, listed, long, mass
from dashboard.words import supervision as words

VIEWS: dict[str, tabs.View] = {
    "forwarded": forwarded,
    "listed": listed,
    "long": long,
    "mass": mass,
    "escalated": escalated,
}

page = open_page("supervision")
chosen = filters.bar(page, "period", "area", "kind")
tabs.show(page, chosen, VIEWS, words.VIEWS)
