"""Conclusions as lists: those of the window before, those not done, those done in this window."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from dashboard.screen import tables, tabs
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import conclusions as words
from dashboard.words import numbers as vi
from queries.periods import Period

ROWS = 6
COLUMNS = ["number", "days_over", "agency_name", "summary", "dossier_id"]
ALSO = ["due_on", "done_on", "issued_on"]


FATE = tabs.Choice("tinh-trang", words.FATES, words.FATE_LABEL)


class Before:
    """What the window before this one concluded, and what was done of it by now: how a meeting opens."""

    @staticmethod
    def headline(page: Page, chosen: Filters) -> str:
        window = _before(chosen)
        return words.before_headline(_given(page, chosen), window=vi.window(window.start, window.end))

    @staticmethod
    def show(page: Page, chosen: Filters) -> None:
        window, given = _before(chosen), _given(page, chosen)
        title = words.TITLES["before"].format(window=vi.window(window.start, window.end), count=vi.count(len(given)))
        _list(page, chosen, given, title, told="fate")


class Unfinished:
    """What is not done, the most overdue first, of all bodies or of one."""

    @staticmethod
    def headline(page: Page, chosen: Filters) -> str:
        return words.unfinished_headline(_ask(page, chosen))

    @staticmethod
    def offers(page: Page, chosen: Filters) -> Sequence[tabs.Choice]:
        return [FATE, _of_body(page, chosen)]

    @staticmethod
    def show(page: Page, chosen: Filters) -> None:
        of_body = _of_body(page, chosen)
        fate, agency, names = FATE.now, of_body.now, of_body.words
        listed = _ask(page, chosen, fate=fate, agency=agency or None)
        of = f", {names[agency]}" if agency else ""
        _list(page, chosen, listed, words.TITLES[fate].format(of=of, count=vi.count(len(listed))), told="due_on")


class Done:
    """What was done in this window, whenever it was concluded."""

    @staticmethod
    def headline(page: Page, chosen: Filters) -> str:
        return words.done_headline(_ask(page, chosen, done_since=chosen.window.start))

    @staticmethod
    def show(page: Page, chosen: Filters) -> None:
        done = _ask(page, chosen, done_since=chosen.window.start)
        window = vi.window(chosen.window.start, chosen.window.end)
        title = words.TITLES["done"].format(window=window, count=vi.count(len(done)))
        _list(page, chosen, done, title, told="done_on")


def _of_body(page: Page, chosen: Filters) -> tabs.Choice:
    bodies = _ask(page, chosen, fate="unfinished").drop_duplicates("agency_code").sort_values("agency_name")
    now = page.answers.agency_names()  # whom a body took over from is said of each conclusion, not of the body
    named = {code: now.get(code, name) for code, name in zip(bodies["agency_code"], bodies["agency_name"], strict=True)}
    names = {"": words.EVERY_AGENCY} | named
    return tabs.Choice("co-quan", names, words.AGENCY_LABEL)


def _before(chosen: Filters) -> Period:
    return chosen.window.previous()


def _given(page: Page, chosen: Filters) -> pd.DataFrame:
    window = _before(chosen)
    return _ask(page, chosen, start=window.start, until=window.end)


def _ask(page: Page, chosen: Filters, **wanted: object) -> pd.DataFrame:
    return page.answers.ask("directives", as_of=chosen.as_of, area=chosen.area, **wanted)


def _list(page: Page, chosen: Filters, listed: pd.DataFrame, title: str, *, told: str) -> None:
    """The columns that are needed to ask about it, `told` among them; its other days stand behind the sign."""
    shown = [name for name in [*COLUMNS[:3], told, *COLUMNS[3:]] if listed[name].notna().any()]
    also = [name for name in ALSO if name != told]
    scope = words.SCOPE.format(place=vi.sentence_case(chosen.place), day=vi.date(chosen.as_of))
    page.table(
        tables.with_more(listed, also),
        title=title,
        columns=shown,
        empty=words.NOTHING,
        scope=scope,
        rows=ROWS,
        sorts=True,
    )
    if listed["ended_agency_name"].notna().any():
        page.note(words.SUCCEEDED)
