"""One unit's months beside its own usual swing; limits begin anew where law or division changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import pandas as pd

from dashboard.drawing import charts
from dashboard.facts import months as usual
from dashboard.facts.recorded import REFORM
from dashboard.screen import tabs
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import bodies as words
from dashboard.words import findings
from dashboard.words import numbers as vi

DIVISION = tabs.Choice("nhom", words.DIVISIONS, words.DIVISION_LABEL)
FLOW = tabs.Choice("so", words.FLOWS, words.FLOW_LABEL)
COLUMNS = ["code", "entered", "resolved", "on_time", "judged", "open_count", "overdue"]
METRIC = {"on_time": "on_time_rate", "entered": "entered_dossiers", "resolved": "resolved_dossiers"}


def headline(page: Page, chosen: Filters) -> str:
    division = DIVISION.now
    months, names = _asked(page, chosen, division)
    if not names:
        return words.NO_UNITS
    unit, flow = _unit(names).now, FLOW.now
    chart, _ = _chart(page, months[months["unit_code"] == unit], flow)
    return words.months_headline(chart, unit=vi.sentence_case(words.unit(names[unit], division=division)), flow=flow)


def offers(page: Page, chosen: Filters) -> Sequence[tabs.Choice]:
    """Among which units, which of them, and what is counted."""
    _, names = _asked(page, chosen, DIVISION.now)
    return [_unit(names), FLOW, DIVISION] if names else [DIVISION]


def show(page: Page, chosen: Filters) -> None:
    """The chart of the unit that is chosen, and the rules by which a month gives a signal."""
    months, names = _asked(page, chosen, DIVISION.now)
    if not names:
        return
    unit, flow = _unit(names).now, FLOW.now
    own = months[months["unit_code"] == unit]
    chart, is_share = _chart(page, own, flow)
    if chart["mean"].isna().all():
        return
    figure = charts.usual_months(chart, colours=page.colours, percent=is_share)
    page.chart(
        figure,
        data=own,
        metric=METRIC[flow],
        columns=COLUMNS,
        scope=words.MONTHS_SCOPE.format(count=vi.count(len(own))),
        finding=findings.signals(chart),
        title=words.UNIT_TITLE.format(unit=names[unit], flow=words.FLOWS[flow].lower()),
    )
    page.note(words.RULES_NOTE.format(days=", ".join(vi.date(day) for day in _rebased(page)) or vi.MISSING))


def _unit(names: Mapping[str, str]) -> tabs.Choice:
    return tabs.Choice("don-vi", names, words.UNIT_LABEL)


def _asked(page: Page, chosen: Filters, division: str) -> tuple[pd.DataFrame, dict[str, str]]:
    """The months of every unit, and what units are called, those with most matters first."""
    months = page.answers.ask("unit_months", **chosen.params() | {"division": division, "calendar": "calendar"})
    largest = months.groupby("unit_code", sort=False)["entered"].sum().sort_values(ascending=False, kind="stable")
    names = dict(zip(months["unit_code"], months["unit_name"], strict=True))
    return months, {str(code): str(names[code]) for code in largest.index}


def _rebased(page: Page) -> list[dt.date]:
    """The fixed days on which counting begins anew: changes of law in the snapshot, and the reform of areas."""
    events = page.rules.events
    laws = events.loc[events["law_change"].astype(bool), "happened_on"] if len(events) else []
    return sorted({REFORM, *(pd.Timestamp(day).date() for day in laws)})


def _chart(page: Page, own: pd.DataFrame, flow: str) -> tuple[pd.DataFrame, bool]:
    first = own["start_on"].min()
    days = [day for day in _rebased(page) if pd.Timestamp(day) > first]
    if flow == "on_time":
        return usual.on_time(own, rebased_on=days)[0], True
    return usual.counts(own, flow, rebased_on=days), False
