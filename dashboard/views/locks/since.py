"""'Đổi gì từ …': the running quarter as it stood at an earlier refresh and as it stands, and the matters behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from dashboard.answers import beside, earlier
from dashboard.answers.beside import Beside
from dashboard.answers.earlier import Earlier
from dashboard.facts import since as facts
from dashboard.screen import choice, tables
from dashboard.screen.page import Page
from dashboard.views.locks import view
from dashboard.views.locks.rows import ALSO, COLUMNS, FEW, row_table
from dashboard.words import numbers as vi
from dashboard.words import since as words
from data_loaders.law.rulebook import built_in
from data_loaders.settings import configured
from queries.periods import parse

CHOICE = "tu"


def headline(page: Page) -> tuple[str, str]:
    """What is open and overdue then and now; what happened since."""
    found = _kept(page)
    if not found:
        return words.NONE, words.NONE_HOW
    then = found[choice.current(CHOICE, _labels(found))]
    both = beside.an_earlier(page.answers, then)
    return (said(both, then), words.happened(both.reasons)) if both else (words.UNREADABLE, "")


def show(page: Page, names: Sequence[str]) -> None:
    """Which refresh, the figures of both days, every matter that makes the difference."""
    found = _kept(page)
    if not found:
        return
    then = found[choice.select(CHOICE, _labels(found), label=words.LABEL, width=460)]
    both = beside.an_earlier(page.answers, then)
    if both is None:
        return
    days = {"then": vi.date(then.as_of), "now": vi.date(page.snapshot.as_of)}
    scope = words.SCOPE.format(period=vi.sentence_case(_named(then)), **days)
    page.table(
        figure_table(both, names), title=words.TITLES["figures"], metric=list(names), rows=len(names), scope=scope
    )
    if page.answers.scope.area is None and (rest := secret(both)):
        page.note(words.secret(rest))
    if len(both.rows):
        matters = tables.with_more(row_table(both.rows), ALSO)
        page.table(matters, title=words.TITLES["rows"], columns=COLUMNS, rows=FEW, scope=scope)


def _kept(page: Page) -> dict[str, Earlier]:
    """The earlier refreshes by the name they have in the address, the newest first."""
    found = earlier.listed(configured().snapshot_dir, before=page.snapshot)
    return {each.path.stem: each for each in found}


def _labels(found: Mapping[str, Earlier]) -> dict[str, str]:
    return {
        name: words.TAKEN.format(at=vi.moment(each.taken_at), as_of=vi.date(each.as_of)) for name, each in found.items()
    }


def said(both: Beside, then: Earlier) -> str:
    """'Từ ngày 15/11/2026, quý IV/2026: đang giải quyết 2.460 → 2.441, quá hạn 235 → 229.'"""
    steps = [
        words.step(name, both.then[figure].numerator, both.now[figure].numerator)
        for name, figure in (("open", "open_dossiers"), ("overdue", "overdue_dossiers"))
    ]
    return words.HEADLINE.format(day=vi.date(then.as_of), period=_named(then), steps=", ".join(steps))


def secret(both: Beside) -> dict[str, int]:
    """The part of each count's difference that no listed matter makes: denunciations, counted and never named."""
    rest = {
        name: (both.now[figure].numerator or 0) - (both.then[figure].numerator or 0) - int(both.rows[name].sum())
        for name, figure in facts.FIGURE_OF.items()
    }
    return {name: step for name, step in rest.items() if step}


def figure_table(both: Beside, names: Sequence[str]) -> pd.DataFrame:
    """One row a figure, in words: label, then, now, difference."""
    renamed = {"locked": "then_figure", "current": "now_figure", "lock_difference": "since_difference"}
    return view.figure_table(both, names).rename(columns=renamed)


def _named(then: Earlier) -> str:
    return vi.period(parse(then.code, calendar=then.calendar, rules=built_in()))
