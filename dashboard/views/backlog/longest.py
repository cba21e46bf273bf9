"""The matters behind a figure of what is open: as many as the figure says, the longest waiting first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dashboard.answers import longest
from dashboard.facts.change import Figure
from dashboard.screen import tables, tabs
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.backlog import lead
from dashboard.words import backlog as words
from dashboard.words import numbers as vi

WHAT = ["dossier_id", "age_days", "limit_said", "days_over"]
COLUMNS, ALSO = [*WHAT, "agency_name", "kind"], ["field_group", "district_name"]


headline = lead.headline


def offers(page: Page, chosen: Filters) -> Sequence[tabs.Choice]:
    """Which list."""
    return [_list(chosen)]


def _list(chosen: Filters) -> tabs.Choice:
    return tabs.Choice("so", words.lists(chosen.kind), words.LIST_LABEL)


def show(page: Page, chosen: Filters) -> None:
    """The list that is chosen; at first those that wait the longest."""
    choice = _list(chosen)
    which = choice.now
    if which == words.LONGEST:
        return _longest(page, chosen, lead.now(page, chosen).now)
    rows = words.with_limits(page.answers.ask("matters_behind", **chosen.params(), figure=which))
    title = words.LISTED.format(which=choice.words[which], count=vi.count(len(rows)))
    page.table(tables.with_more(rows, ALSO), title=title, metric=which, columns=COLUMNS, sorts=True)
    return None


def _longest(page: Page, chosen: Filters, now: Mapping[str, Figure]) -> None:
    rows = longest.waiting(page.answers, now, **chosen.params())
    title = words.TITLES["longest"].format(
        count=vi.prose_count(len(rows)), total=vi.prose_count(now["open_dossiers"].numerator)
    )
    metric = ["overdue_dossiers", "open_dossiers"]
    page.table(tables.with_more(rows, ALSO), title=title, metric=metric, columns=COLUMNS, sorts=True)
    page.note(words.longest_note(rows, over_a_year=now["open_over_365_days"].numerator or 0))
