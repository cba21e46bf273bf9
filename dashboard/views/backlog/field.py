"""What is overdue and open by field."""

from __future__ import annotations

from dashboard.drawing import charts
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.backlog import lead
from dashboard.words import backlog as words
from dashboard.words import codes, findings

LATE = ["overdue_dossiers", "open_dossiers"]
headline = lead.headline


def show(page: Page, chosen: Filters) -> None:
    """Bars of what is overdue, and the table of all."""
    fields = page.answers.ask("overdue_by_field", **chosen.params())
    bars = charts.ranked(fields, name="field_group", value="overdue", colour="bad", colours=page.colours)
    charts.say_base(bars, fields, value="overdue", of="with_limit")
    finding = findings.late(fields.assign(name=fields["field_group"].map(codes.FIELDS)), name="name", noun=words.FIELD)
    page.chart(bars, data=fields, metric=LATE, title=words.TITLES["field"], finding=finding)
    page.table(fields, title=words.TITLES["field_table"], metric=LATE)
