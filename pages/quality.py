"""Chất lượng dữ liệu: what was read and refused, what is missing, who stopped reporting, what came late."""

from dashboard.screen import choice, filters
from dashboard.screen.page import open_page
from dashboard.words import choices, quality, sign_in

page = open_page("quality")
chosen = filters.bar(page, "period")
asked = chosen.params()

loaded = page.answers.ask("load_log")
bodies = page.answers.ask("coverage_by_agency", **asked)
page.headline(quality.headline(loaded, bodies))

view = choice.segments("xem", quality.VIEWS, label=choices.VIEW_LABEL)
if view == "rows":
    page.table(loaded.dropna(axis="columns", how="all"), title=quality.VIEWS["rows"], rows=len(loaded))
    page.table(page.answers.ask("quarantine_by_reason"), title=quality.TITLES["refused"])
    page.table(page.answers.ask("values_left_out"), title=quality.TITLES["left_out"])
elif view == "gaps":
    page.table(page.answers.ask("missing_key_dates", **asked), title=quality.VIEWS["gaps"], rows=12)
    page.table(page.answers.ask("unmapped_fields"), title=quality.TITLES["unmapped"])
    page.table(page.answers.ask("data_begins"), title=quality.TITLES["begins"])
elif view == "bodies":
    page.table(bodies, title=quality.TITLES["silent"], sorts=True)
    page.table(page.answers.ask("coverage_by_month", **asked), title=quality.TITLES["coverage"])
elif page.answers.may_ask("late_entries"):
    page.table(page.answers.ask("late_entries", **asked), title=quality.TITLES["late"])
else:
    page.note(sign_in.NOT_IN_SCOPE)
