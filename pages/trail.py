"""Nhật ký truy cập: who opened what and took what away, for the officer in charge."""

from dashboard.screen.page import open_page
from dashboard.views.trail import view
from dashboard.words import trail as words

page = open_page("trail")
if view.folder() is None:
    page.headline(words.NOT_KEPT + ".", words.NOT_KEPT_HELP)
else:
    page.headline(*view.headline())
    view.show(page)
