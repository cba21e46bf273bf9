"""Chất lượng dữ liệu: what was read and refused, what is missing, who stopped reporting, what came late."""

from dashboard.screen import choice, filters
from dashboard.screen.page import open_page
from dashboard.words import sentences, terms

page = open_page("quality")
chosen = filters.bar(page, "period")
asked = chosen.params()

loaded = page.ask("load_log")
bodies = page.ask("coverage_by_agency", **asked)
page.headline(sentences.quality(loaded, bodies))

view = choice.segments("xem", terms.QUALITY_VIEWS, label=terms.VIEW_LABEL)
if view == "rows":
    page.table(loaded, title=terms.QUALITY_VIEWS["rows"], rows=len(loaded))
    page.table(page.ask("quarantine_by_reason"), title=terms.TITLES["refused"])
elif view == "gaps":
    page.table(page.ask("missing_key_dates", **asked), title=terms.QUALITY_VIEWS["gaps"], rows=10)
    page.table(page.ask("unmapped_fields"), title=terms.TITLES["unmapped"])
elif view == "bodies":
    page.table(bodies, title=terms.TITLES["silent"])
    page.table(page.ask("coverage_by_month", **asked), title=terms.TITLES["coverage"])
else:
    page.table(page.ask("late_entries", **asked), title=terms.TITLES["late"])
