"""Số đã chốt: what was locked, what the same window says today, and which matters make the difference."""

from dashboard.answers import lock_files
from dashboard.screen import choice
from dashboard.screen.page import open_page
from dashboard.views.locks import view
from dashboard.views.locks.rows import row_table
from dashboard.words import locks
from dashboard.words import numbers as vi

FIGURES = (
    "opening_dossiers", "entered_dossiers", "resolved_dossiers", "merged_dossiers", "open_dossiers",
    "overdue_dossiers", "resolution_rate", "on_time_rate", "petitions_received", "visits", "people", "mass_groups",
    "duty_compliance",
)  # fmt: skip

page = open_page("locked")
found = lock_files.listed()
if found:
    words = {lock.folder.name: vi.sentence_case(view.named(lock)) for lock in found}
    picked = choice.select("chot", words, label=locks.LABEL, width=330)
    lock = next(each for each in found if each.folder.name == picked)
    window = vi.window(lock.start_on, lock.end_on)
    both = None if lock.damaged else view.beside(page.answers, lock)
    if lock.damaged:
        page.headline(locks.damaged(view.named(lock)), locks.WHERE)
    elif both is None:
        page.headline(locks.unreadable(view.named(lock)))
    else:
        page.headline(*view.headline(both, lock))
        page.table(
            view.figure_table(both, FIGURES),
            title=locks.TITLES["figures"],
            metric=FIGURES,
            rows=len(FIGURES),
            scope=vi.sentence_case(window),
        )
        if len(both.rows):
            page.table(
                row_table(both.rows),
                title=locks.TITLES["rows"],
                scope=vi.sentence_case(window),
            )
    page.table(view.list_table(found), title=locks.TITLES["locks"], scope="")
else:
    page.headline(locks.none(), locks.HOW)
