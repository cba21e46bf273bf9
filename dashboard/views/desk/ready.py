"""What the page works on, asked once for all viewers: answers, sentences, forms and what the checks found."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import duckdb
import streamlit as st

from dashboard.answers import locked as locked_figures
from dashboard.briefing import Material, Sentence, compose, gather
from dashboard.exports.pack import Checked, checked_forms
from dashboard.exports.stamp import find_lock, lock_words
from dashboard.forms.reconcile import without_units
from dashboard.screen import choice
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import canvas, desk
from data_loaders.settings import Settings
from data_loaders.snapshot.locks import Lock
from queries.ask import Scope, open_snapshot
from queries.periods import Period


@dataclass(frozen=True)
class Source:
    """The page that is asked (today's snapshot, or the file of a locked period), the period and its lock line."""

    page: Page
    period: Period
    lock: str

    @property
    def path(self) -> Path:
        return self.page.snapshot.path

    @property
    def scope(self) -> Scope:
        return self.page.scope


def source(page: Page, chosen: Filters) -> Source:
    """Today's figures; where the period is locked the officer chooses."""
    lock = find_lock(Settings().snapshot_dir, chosen.period)
    asked = page
    if lock and choice.segments("so", desk.FIGURES, label=desk.FIGURES_LABEL) == "locked":
        asked = _locked(page, lock, chosen.period) or page
        if asked is page:
            page.note(desk.LOCK_BROKEN)
    return Source(asked, chosen.period, lock_words(lock, snapshot_id=asked.snapshot.snapshot_id))


def _locked(page: Page, lock: Lock, period: Period) -> Page | None:
    """The page on the locked file; None where that is damaged or too old for today's questions."""
    then = locked_figures.locked_page(page, lock)
    try:
        if then:
            briefing(Source(then, period, ""))
    except duckdb.Error:
        return None
    return then


def briefing(asked: Source) -> tuple[Material, list[Sentence]]:
    """The answers and every sentence that can be said of them."""
    return _briefing(str(asked.path), asked.scope.area, *_key(asked.period), asked.scope, asked.period)


def checked(asked: Source, *, units: str) -> Checked:
    """The official forms by those units and the findings, nothing in them of one unit's denunciations."""
    return _checked(str(asked.path), asked.scope.area, *_key(asked.period), units, asked.scope, asked.period)


def _key(period: Period) -> tuple[str, str]:
    return period.code, period.calendar


@st.cache_resource(max_entries=8, show_spinner=canvas.ASKING)
def _briefing(
    path: str, area: str | None, code: str, calendar: str, _scope: Scope, _period: Period
) -> tuple[Material, list[Sentence]]:
    material = gather(open_snapshot(Path(path)), _period, scope=_scope)
    return material, compose(material)


@st.cache_resource(max_entries=4, show_spinner=desk.CHECKING)
def _checked(
    path: str, area: str | None, code: str, calendar: str, units: str, _scope: Scope, _period: Period
) -> Checked:
    window = _briefing(path, area, code, calendar, _scope, _period)[0].windows.now
    forms, findings = checked_forms(open_snapshot(Path(path)), window, scope=_scope, units=units)
    return forms, without_units(findings, forms)
