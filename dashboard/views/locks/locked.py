"""A locked period beside the same window today; every lock there is; the button that locks, for who may."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dashboard.answers import beside, lock_files
from dashboard.answers.beside import Beside
from dashboard.screen import choice, tables, viewer
from dashboard.screen.page import Page
from dashboard.views.locks import locking, view
from dashboard.views.locks.rows import ALSO, COLUMNS, FEW, row_table
from dashboard.words import locks
from dashboard.words import numbers as vi
from data_loaders.snapshot.locks import Lock

CHOICE = "chot"


def headline(page: Page) -> tuple[str, str]:
    """What the chosen lock says beside today."""
    found = _found()
    if not found:
        return locks.none(), locks.NONE_MORE
    lock = found[choice.current(CHOICE, _labels(found))]
    if lock.damaged:
        return locks.damaged(view.named(lock)), locks.WHERE
    both = beside.a_lock(page.answers, lock)
    return view.headline(both, lock) if both else (locks.unreadable(view.named(lock)), "")


def show(page: Page, names: Sequence[str]) -> None:
    """The lock that is chosen, the button that locks, all locks."""
    found = _found()
    if found:
        lock = found[choice.select(CHOICE, _labels(found), label=locks.LABEL, width=330)]
        both = None if lock.damaged else beside.a_lock(page.answers, lock)
        if both:
            _tables(page, both, vi.sentence_case(vi.window(lock.start_on, lock.end_on)), names)
    if viewer.may_do("lock"):
        locking.show(page, list(found.values()))
    if found:
        page.table(view.list_table(list(found.values())), title=locks.TITLES["locks"], scope="")


def _found() -> dict[str, Lock]:
    return {lock.folder.name: lock for lock in lock_files.listed()}


def _labels(found: Mapping[str, Lock]) -> dict[str, str]:
    return {name: vi.sentence_case(view.named(lock)) for name, lock in found.items()}


def _tables(page: Page, both: Beside, window: str, names: Sequence[str]) -> None:
    page.table(
        view.figure_table(both, names), title=locks.TITLES["figures"], metric=list(names), rows=len(names), scope=window
    )
    if told := view.without_rows(both, names):
        page.note(locks.without_rows(told))
    if len(both.rows):
        matters = tables.with_more(row_table(both.rows), ALSO)
        page.table(matters, title=locks.TITLES["rows"], columns=COLUMNS, rows=FEW, scope=window)
