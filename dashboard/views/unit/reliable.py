"""How far the area's data can be relied on: what is missing, silent months, what changed since the last lock."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.answers import lock_files, locked
from dashboard.briefing.area import since
from dashboard.facts.change import figures
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.unit.of import chosen_area
from dashboard.words import numbers as vi
from dashboard.words import unit as words
from queries.periods import PeriodError, parse

OPEN = "open_dossiers"


def show(page: Page, chosen: Filters) -> None:
    """Sentences, what is missing first."""
    page.section(words.EXTRA["reliable"])
    area = chosen_area(page, chosen)
    asked = area.asked | {"start": since(chosen.as_of), "division": area.division}
    rows = page.answers.ask("area_reliability", **asked)
    own = rows[rows["area_code"] == area.code]
    told = words.relied_on(own.to_dict("records")[0]) if len(own) else [words.NO_RECORD]
    page.listed([*told, *_since_lock(page, area.code)], empty=words.NO_RECORD)


def _since_lock(page: Page, code: str) -> Iterator[str]:
    """What the newest whole lock said of the area, beside the same days as they are counted now."""
    newest = max((lock for lock in lock_files.listed() if not lock.damaged), key=lambda lock: lock.end_on, default=None)
    if newest is None:
        return
    then = locked.read(page.answers, newest, area=code).figures
    now = figures(page.answers.ask("figures", start=newest.start_on, end=newest.end_on, area=code))
    if OPEN in then and then[OPEN].kept and now[OPEN].kept:
        yield words.changed(_named(newest.code, newest.calendar), then[OPEN].numerator, now[OPEN].numerator)


def _named(code: str, calendar: str) -> str:
    try:
        return vi.period(parse(code, calendar=calendar))
    except PeriodError:
        return code
