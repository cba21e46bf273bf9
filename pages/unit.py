"""Một địa bàn: all there is to say of one commune or former district before a visit or a talk, on one page."""

from dashboard.screen import filters
from dashboard.screen.page import open_page
from dashboard.views.unit import asked_of, heads, standing, waiting, watched
from dashboard.words import unit as words

PARTS = (standing, heads, waiting, asked_of, watched)

page = open_page("unit")
chosen = filters.bar(page, "period", "area")
if chosen.area is None:
    page.headline(words.CHOOSE)
else:
    page.headline(standing.headline(page, chosen))
    for part in PARTS:
        part.show(page, chosen)
