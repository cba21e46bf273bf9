"""Trình chiếu: the meeting on a projector, five to ten screens led by touch, keyboard or clicker."""

from dashboard import filters
from dashboard.page import open_page
from dashboard.presentation import meeting

page = open_page("presentation")
chosen = filters.bar(page, "period")
meeting.show(page, chosen)
