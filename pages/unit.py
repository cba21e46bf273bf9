"""Một đơn vị: all there is to say of one commune, former district, body or head before a visit, on one page."""

from dashboard.screen import filters, footprints, links, tabs
from dashboard.screen.page import open_page
from dashboard.views.unit import files
from dashboard.views.unit.of import chosen_unit, named
from dashboard.views.unit.parts import VIEWS
from dashboard.words import unit as words

page = open_page("unit")
chosen = filters.bar(page, "period", "area")
unit = chosen_unit(page, chosen)
if unit is not None:
    footprints.looked_at(page.key, chosen.view | ({links.NUMBER: named()} if named() else {}))
    tabs.show(page, chosen, VIEWS, words.VIEWS, more=unit.about())
else:
    page.headline(words.UNKNOWN.format(code=named()) if named() else words.CHOOSE)
    files.every(page, chosen)
