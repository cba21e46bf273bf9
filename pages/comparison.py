"""So sánh quý: this period, the one before and the same one last year: figures, what drove them, parts, periods."""

from dashboard.screen import filters, tabs
from dashboard.screen.page import open_page
from dashboard.views.comparison import drivers, figures, over_time, parts
from dashboard.words import comparison as words

VIEWS: dict[str, tabs.View] = {"figures": figures, "drivers": drivers, "parts": parts, "periods": over_time}

page = open_page("comparison")
chosen = filters.bar(page)
tabs.show(page, chosen, VIEWS, words.VIEWS)
