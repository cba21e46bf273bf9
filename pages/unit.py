"""Một địa bàn: all there is to say of one commune or former district before a visit or a talk, on one page."""

from dashboard.screen import filters
from dashboard.screen.page import open_page
from dashboard.views.unit import asked_of, files, heads, quarters, reliable, similar, standing, waiting, watched
from dashboard.views.unit.of import chosen_area
from dashboard.words import unit as words

PARTS = (files, standing, heads, waiting, asked_of, watched, quarters, similar, reliable)

page = open_page("unit")
chosen = filters.bar(page, "period", "area")
if chosen.area is None:
    page.headline(words.CHOOSE)
    files.every(page, chosen)
else:
    page.headline(standing.headline(page, chosen), chosen_area(page, chosen).population())
    for part in PARTS:
        part.show(page, chosen)
