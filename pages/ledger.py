"""Sổ tiếp công dân: who came, who sent a deputy, what is planned, and what came of it."""

from dashboard.screen import choice, filters
from dashboard.screen.page import open_page
from dashboard.views.ledger import book, delegation, outcome, schedule, volume, years
from dashboard.words import choices, ledger

VIEWS = {
    "ledger": book.show,
    "delegation": delegation.show,
    "schedule": schedule.show,
    "outcome": outcome.show,
    "volume": volume.show,
    "years": years.show,
}

page = open_page("ledger")
chosen = filters.bar(page, "period", "area")
view = choice.segments("xem", ledger.VIEWS, label=choices.VIEW_LABEL)
VIEWS[view](page, chosen)
