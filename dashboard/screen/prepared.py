"""What the page works on, asked once for all viewers: answers, sentences, forms and what the checks found."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from dashboard.answers.answers import AnswerError, Answers
from dashboard.briefing import Material, Sentence, compose, gather
from dashboard.exports.pack import Checked, checked_forms
from dashboard.exports.stamp import find_lock, lock_words
from dashboard.forms.reconcile import without_units
from dashboard.screen import choice
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import desk
from data_loaders.settings import configured
from data_loaders.snapshot.locks import Lock
from queries.periods import Period


@dataclass(frozen=True)
class Source:
    """What is asked (today's snapshot, or the file of a locked period), the period and its lock line."""

    answers: Answers
    period: Period
    lock: str


def source(page: Page, chosen: Filters) -> Source:
    """Today's figures; where the period is locked the officer chooses."""
    lock = find_lock(configured().snapshot_dir, chosen.period)
    asked = page.answers
    if lock and choice.segments("so", desk.FIGURES, label=desk.FIGURES_LABEL) == "locked":
        asked = _locked(page.answers, lock, chosen.period) or page.answers
        if asked is page.answers:
            page.note(desk.LOCK_BROKEN, warning=True)
    id_ = page.snapshot.snapshot_id if asked is page.answers or lock is None else lock.snapshot_id
    return Source(asked, chosen.period, lock_words(lock, snapshot_id=id_))


def _locked(answers: Answers, lock: Lock, period: Period) -> Answers | None:
    """The locked file asked; None where that is damaged or too old for today's questions."""
    then = answers.at(lock)
    try:
        if then:
            list(material(Source(then, period, "")).tables.values())
    except AnswerError:
        return None
    return then


def briefing(asked: Source) -> tuple[Material, list[Sentence]]:
    """The answers and every sentence that can be said of them."""

    found = material(asked)
    return found, compose(found)


def material(asked: Source) -> Material:
    """The answers alone, each of which is asked when it is first looked at."""
    return asked.answers.remember("briefing", lambda: gather(asked.answers, asked.period), asked.period, most=8)


def checked(asked: Source, *, units: str) -> Checked:
    """The official forms by those units and the findings, nothing in them of one unit's denunciations."""

    def made() -> Checked:
        window = material(asked).windows.now
        with st.spinner(desk.CHECKING):
            forms, findings = checked_forms(asked.answers, window, units=units)
            return forms, without_units(findings, forms)

    return asked.answers.remember("forms checked", made, asked.period, units, most=4)
