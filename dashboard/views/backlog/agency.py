"""Who holds what is overdue; of a body that is tapped, its matters."""

from __future__ import annotations

from dashboard.answers import longest
from dashboard.drawing import charts
from dashboard.screen import choice, tables
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.backlog import lead
from dashboard.views.backlog.longest import WHAT
from dashboard.words import backlog as words
from dashboard.words import findings
from dashboard.words import numbers as vi

OF_BODY = [*WHAT, "field_group", "district_name"]
HELD = ["agency_name", "overdue", "open_count", "over_180", "median_age", "longest_over", "agency_level"]
LATE = ["overdue_dossiers", "open_dossiers"]
headline = lead.headline


def show(page: Page, chosen: Filters) -> None:
    """The bodies, or the matters of one."""
    held = lead.held(page, chosen)
    names = dict(zip(held["agency_code"], held["agency_name"], strict=True)) | page.answers.agency_names()
    body = choice.named(choice.BODY, names)
    if body:
        late = longest.overdue(page.answers, lead.now(page, chosen).now, **chosen.params(), agency=body.code)
        title = words.TITLES["overdue_of"].format(name=body.name, count=vi.prose_count(len(late)))
        late, empty = tables.with_more(late, ["kind"]), words.NONE_OVERDUE
        page.table(late, title=title, metric="overdue_dossiers", columns=OF_BODY, empty=empty, sorts=True)
        page.link("backlog", label=words.EVERY_BODY, xem="agency")
        return
    bars = charts.ranked(
        held, name="agency_name", value="overdue", code="agency_code", colour="bad", colours=page.colours
    )
    charts.say_base(bars, held, value="overdue", of="with_limit")
    finding = findings.late(held, name="agency_name", noun=words.BODY)
    tapped = page.chart(
        bars, data=held, metric=LATE, title=words.TITLES["agency"], finding=finding, columns=HELD, select=True
    )
    if tapped:
        choice.open_row(choice.BODY, str(tapped))
    page.note(words.TAP_BAR)
