"""Trình chiếu: the meeting on a projector, five to ten screens led by touch, keyboard or clicker."""

from dashboard.screen import filters
from dashboard.screen.page import open_page
from dashboard.views.meeting import meeting

page = open_page("presentation")
chosen = filters.bar(page, "period")
meeting.show(page, chosen)
