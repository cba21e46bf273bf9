"""So sánh đơn vị: units beside their peers within the limits of chance, one unit's months, who passes on to whom,
what is watched."""

from dashboard.screen import filters, tabs
from dashboard.screen.page import open_page
from dashboard.views.bodies import bouncing, fair, months, watch
from dashboard.words import bodies as words

VIEWS: dict[str, tabs.View] = {
    "on_time": fair.ON_TIME,
    "backlog": fair.BACKLOG,
    "months": months,
    "bouncing": bouncing,
    "watch": watch,
}

page = open_page("bodies")
chosen = filters.bar(page, "period", "area", "kind")
tabs.show(page, chosen, VIEWS, words.VIEWS)
