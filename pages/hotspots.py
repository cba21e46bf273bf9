"""Bản đồ điểm nóng: where unresolved work piles up, whether by chance, whether it grows; tap to go inside."""

from dashboard import filters
from dashboard.hotspots import view
from dashboard.page import open_page

page = open_page("hotspots")
chosen = filters.bar(page, "period", "kind", "division")
view.show(page, chosen)
