"""What is overdue and open by field; of a field that is tapped, its matters."""

from __future__ import annotations

from dashboard.answers import longest
from dashboard.drawing import charts
from dashboard.screen import choice, tables
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.backlog import lead
from dashboard.views.backlog.longest import WHAT
from dashboard.words import backlog as words
from dashboard.words import codes, findings
from dashboard.words import numbers as vi

FIELD = "linh-vuc"
OF_FIELD = [*WHAT, "agency_name", "district_name"]
LATE = ["overdue_dossiers", "open_dossiers"]
headline = lead.headline


def show(page: Page, chosen: Filters) -> None:
    """Bars of what is overdue with the table of all, or the overdue matters of one field."""
    field = choice.named(FIELD, codes.FIELDS)
    if field:
        late = longest.overdue(page.answers, lead.now(page, chosen).now, **chosen.params())
        late = tables.with_more(late[late["field_group"].eq(field.code)], ["kind"])
        title = words.TITLES["overdue_of"].format(name=field.name, count=vi.prose_count(len(late)))
        empty = words.NONE_OVERDUE_IN_FIELD
        page.table(late, title=title, metric="overdue_dossiers", columns=OF_FIELD, empty=empty, sorts=True)
        page.link("backlog", label=words.EVERY_FIELD, xem="field")
        return
    fields = page.answers.ask("overdue_by_field", **chosen.params())
    bars = charts.ranked(
        fields, name="field_group", value="overdue", code="field_group", colour="bad", colours=page.colours
    )
    charts.say_base(bars, fields, value="overdue", of="with_limit")
    finding = findings.late(fields.assign(name=fields["field_group"].map(codes.FIELDS)), name="name", noun=words.FIELD)
    tapped = page.chart(bars, data=fields, metric=LATE, title=words.TITLES["field"], finding=finding, select=True)
    if tapped:
        choice.open_row(FIELD, str(tapped))
    page.note(words.TAP_FIELD)
    page.table(fields, title=words.TITLES["field_table"], metric=LATE)
