"""Kết luận, chỉ đạo: what the leaders concluded and what became of it."""

from dashboard.screen import filters, tabs
from dashboard.screen.page import open_page
from dashboard.views.conclusions import bodies
from dashboard.views.conclusions.lists import Before, Done, Unfinished
from dashboard.words import conclusions as words

VIEWS: dict[str, tabs.View] = {"before": Before, "unfinished": Unfinished, "done": Done, "bodies": bodies}

page = open_page("conclusions")
chosen = filters.bar(page, "period", "area")
tabs.show(page, chosen, VIEWS, words.VIEWS)
