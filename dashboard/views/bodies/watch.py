"""What is watched: units that a rule names, each once, and what is new today; what the next quarter may bring."""

from __future__ import annotations

import pandas as pd

from dashboard.facts import watch
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import numbers as vi
from dashboard.words import watch as words

UNITS, DATED = ["unit_name", "reasons_said"], ["watch_state", "since_on"]
ROWS = 6
RULES = ["watch_measure", "watch_level", "threshold", "days", "watched_units", "expected_alarms", "valid_from"]
OUTLOOK = ["name", "measure", "value_said", "held_said", "error_said"]


def headline(page: Page, chosen: Filters) -> str:
    return words.headline(watch.by_unit(_asked(page, chosen)), page.answers.ask("watch_rules"))


def show(page: Page, chosen: Filters) -> None:
    """The units with their reasons, those that are over, the rules, and the outlook."""
    rows = _asked(page, chosen)
    units = words.with_reasons(watch.by_unit(rows), rows)
    over = units["watch_state"] == watch.GONE
    scope = words.scope(chosen.place, page.answers.as_of)
    title = words.TITLES["units"].format(count=vi.count((~over).sum()))
    known = units["watch_state"].ne(watch.FIRST).any()
    columns = UNITS + (DATED if known else [])
    page.table(units[~over], title=title, columns=columns, empty=words.NOTHING, scope=scope, rows=ROWS, sorts=True)
    page.note(words.ASK)
    if over.any():
        title = words.TITLES["gone"].format(count=vi.count(over.sum()))
        page.table(units[over], title=title, columns=UNITS, scope=scope, rows=ROWS)
    _outlook(page, page.answers.ask("outlook", **chosen.params()))
    rules = words.rules(page.answers.ask("watch_rules"))
    page.table(rules, title=words.TITLES["rules"], columns=RULES, empty=words.NO_RULES, scope=scope)


def _asked(page: Page, chosen: Filters) -> pd.DataFrame:
    return page.answers.ask("watchlist", area=chosen.area)


def _outlook(page: Page, rows: pd.DataFrame) -> None:
    told = words.outlook(rows, province=page.answers.info.province_name)
    scope = words.quarter(rows) if len(rows) else ""
    page.table(told, title=words.TITLES["outlook"], columns=OUTLOOK, empty=words.NO_OUTLOOK, scope=scope,
               rows=ROWS)  # fmt: skip
    if len(rows):
        page.note(words.outlook_note(rows))
