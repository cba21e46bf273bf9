"""Sổ tiếp công dân: who came, who sent a deputy, what is planned, and what came of it."""

from dashboard import choice, filters, sentences, terms
from dashboard import format as vi
from dashboard.ledger import bands, book, delegation, outcome, schedule, volume, years
from dashboard.page import open_page

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
posts = book.posts_judged(page, chosen)
page.headline(sentences.ledger(bands.counts(posts), period=vi.period(chosen.period), place=chosen.place))
view = choice.segments("xem", terms.LEDGER_VIEWS, label=terms.VIEW_LABEL)
VIEWS[view](page, chosen)
