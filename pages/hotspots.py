"""Bản đồ vụ việc: where unresolved work piles up, whether by chance, whether it grows; tap to go inside."""

from dashboard.screen import filters
from dashboard.screen.page import open_page
from dashboard.views.hotspots import view

page = open_page("hotspots")
chosen = filters.bar(page, "period", "kind", "division")
view.show(page, chosen)
