"""Sổ tiếp công dân: who came, who sent a deputy, what is planned, and what came of it."""

from dashboard.screen import filters, tabs
from dashboard.screen.page import open_page
from dashboard.views.ledger import book, delegation, outcome, schedule, volume, years
from dashboard.words import ledger

VIEWS: dict[str, tabs.View] = {
    "ledger": book,
    "delegation": delegation,
    "schedule": schedule,
    "outcome": outcome,
    "volume": volume,
    "years": years,
}

page = open_page("ledger")
chosen = filters.bar(page, "period", "area")
tabs.show(page, chosen, VIEWS, ledger.VIEWS)
