"""The overview below its cards: what to decide, whether it gets worse, where and who, what became of conclusions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from dashboard.answers import pasts, running_duty, running_series
from dashboard.briefing import conclusions as to_conclude
from dashboard.drawing import charts
from dashboard.facts.balance import steps
from dashboard.facts.running_duty import still_to_come
from dashboard.facts.windows import running_month
from dashboard.screen import cards, choice, drafts, finding, prepared
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import concluding, findings
from dashboard.words import conclusions as concluded
from dashboard.words import numbers as vi
from dashboard.words import overview as words

MOST = 5
HEIGHT = 250


def quarters(page: Page, chosen: Filters) -> pd.DataFrame:
    """Eight quarters up to the last day looked at."""
    return pasts.quarters(page.answers, chosen).tail(pasts.QUARTERS).reset_index(drop=True)


def with_trends(page: Page, chosen: Filters, shown: Sequence[cards.Card]) -> list[cards.Card]:
    """The cards with the line of their eight quarters, where they have a past."""
    lines, runs = pasts.pasts(page.answers, chosen), chosen.period.is_running
    return [replace(card, trend=lines.get(card.metric), running=runs) for card in shown]


def trend(page: Page, chosen: Filters, series: pd.DataFrame) -> None:
    """What was open and what overdue at the end of each quarter: both stocks, so no base of days is needed."""
    part = running_series.running(
        page.answers, "quarterly_series", series, of=chosen.window, period_kind="quarter", columns=[],
        area=chosen.area, kind=chosen.kind,
    )  # fmt: skip

    def drawn() -> Any:
        none = page.rules.events.iloc[:0]
        lines = {"overdue": "bad"}
        figure = charts.trend(
            series, lines=lines, stock="open_count", colours=page.colours, happened=none, running=part
        )
        return figure.update_layout(height=HEIGHT)

    page.chart(
        page.answers.remember("trend", drawn, _key(chosen.params()), page.dark, most=32),
        data=series,
        metric=["open_dossiers", "overdue_dossiers"],
        title=words.TITLES["trend"],
        finding=findings.through_time(series, words.TREND, unit=words.QUARTER),
        columns=["code", "open_count", "overdue"],
        scope="",
    )
    page.link("comparison", label=words.WHY, xem="drivers", so="open_count")


def where(page: Page, chosen: Filters) -> None:
    """Five places, five bodies, and while the period runs five heads, each leading to its own page."""
    asked = chosen.params()
    with page.side_by_side(key="where"):
        places = page.answers.remember("late places", lambda: _places(page, asked), _key(asked), most=32)
        bodies = page.answers.remember("late bodies", lambda: _bodies(page, asked), _key(asked), most=32)
        _rows(page, "unit", places, title=words.TITLES["places"])
        _rows(page, "backlog", bodies, title=words.TITLES["bodies"])
        if running_month(chosen.window):
            heads, _ = still_to_come(running_duty.heads(page.answers, chosen.window, area=chosen.area))
            _rows(page, "reception", _heads(heads), title=words.heads(len(heads)))


def balance(page: Page, **asked: object) -> None:
    """What was open, came in, ended and is open now, step by step."""
    parts = page.answers.ask("balance", **asked)
    found = steps(parts)
    if not found:
        page.table(parts.iloc[:0], title=words.TITLES["balance"], empty=words.NO_START)
        return
    page.chart(
        charts.balance(found, colours=page.colours).update_layout(height=HEIGHT),
        data=parts,
        metric=["opening_dossiers", "entered_dossiers", "resolved_dossiers", "merged_dossiers", "open_dossiers"],
        title=words.TITLES["balance"],
        finding=findings.balance(found),
    )
    if parts["residual"].any():
        page.note(words.residual(parts))


def conclusions(page: Page, chosen: Filters) -> None:
    """What the period before concluded and what became of it, in one sentence."""
    before = chosen.window.previous()
    given = page.answers.ask("directives", as_of=chosen.as_of, area=chosen.area, start=before.start, until=before.end)
    page.section(words.TITLES["conclusions"])
    page.said(concluded.before_headline(given, window=vi.window(before.start, before.end)))
    page.link("conclusions", label=words.CONCLUSIONS)


def decide(page: Page, chosen: Filters) -> None:
    """The meeting's list, its first five."""
    material = prepared.material(prepared.Source(page.answers, chosen.period, ""))
    listed = to_conclude(material, drafts.note(chosen.period))
    page.section(concluding.MEETING.format(period=vi.period(material.windows.now)))
    page.listed([concluding.line(each.text, each.who, each.by) for each in listed[:MOST]], empty=concluding.NOTHING)
    page.link("briefing", label=words.more(len(listed)) if len(listed) > MOST else concluding.DESK)


def _key(asked: Mapping[str, object]) -> tuple[tuple[str, object], ...]:
    return tuple(sorted(asked.items()))


def _places(page: Page, asked: Mapping[str, object]) -> list[tuple[str, str, dict[str, str]]]:
    rows = page.answers.ask("area_measures", **asked).dropna(subset=["area_code", "overdue", "with_limit"])
    worst = _worst(rows)
    return [(row.name, words.late(row.overdue, row.with_limit), {"dia-ban": row.area_code}) for row in _each(worst)]


def _bodies(page: Page, asked: Mapping[str, object]) -> list[tuple[str, str, dict[str, str]]]:
    rows = page.answers.ask("overdue_by_agency", **asked).dropna(subset=["overdue", "with_limit"])
    worst = _worst(rows).rename(columns={"agency_name": "name"})
    return [
        (row.name, words.late(row.overdue, row.with_limit), {"xem": "agency", choice.BODY: row.agency_code})
        for row in _each(worst)
    ]


def _heads(heads: pd.DataFrame) -> list[tuple[str, str, dict[str, str]]]:
    return [(row.title, "", {finding.POST: row.post_code}) for row in heads.head(MOST).itertuples()]


def _worst(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["overdue"] > 0].sort_values("overdue", ascending=False, kind="stable").head(MOST)


def _each(rows: pd.DataFrame) -> list:
    return list(rows.itertuples(index=False))


def _rows(page: Page, to: str, rows: Sequence[tuple[str, str, dict[str, str]]], *, title: str) -> None:
    page.rows(to, rows, title=title, empty=words.NONE)
