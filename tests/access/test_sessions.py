"""A session on its own: old, overdue, and how long it goes on while the identity service is away."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from dashboard.screen import sessions, state, viewer
from dashboard.screen import sign_in as gate
from data_loaders.settings import configured


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    yield
    state.take(viewer.AWAY)


def of_age(seconds: float) -> viewer.Session:
    return viewer.Session("sub", int(time.time() - seconds), "browser")


def test_a_session_is_overdue_once_it_is_old():
    limit = configured().access_renew_minutes * 60
    assert not of_age(limit / 2).is_old and not of_age(limit / 2).is_overdue
    assert of_age(limit * 2).is_old and of_age(limit * 2).is_overdue


@pytest.mark.parametrize(
    ("age", "asked", "overdue"),
    [
        (viewer.GRACE - 60, 0.0, False),
        (viewer.GRACE - 60, viewer.AWAY_PAUSE + 5, True),
        (viewer.GRACE + 60, 0.0, True),
    ],
)
def test_while_the_identity_service_is_away_it_goes_on_for_an_hour_and_asks_again_each_minute(age, asked, overdue):
    state.keep(viewer.AWAY, time.time() - asked)
    assert of_age(age).is_old and of_age(age).is_overdue is overdue


def test_a_tab_beside_the_presentation_waits_as_long_as_it_while_it_is_open(monkeypatch):
    """Its own limit would end the session of the browser, and so the meeting on the projector."""
    found = of_age(0)
    monkeypatch.setattr(viewer, "session", lambda: found)
    monkeypatch.setattr(st, "logout", lambda: None)
    look = gate.watch.__wrapped__
    hall, limits = next(iter(gate.LONGER.items()))
    look(hall)
    unused(found, limits=2)
    look("ton-dong")
    assert not found.is_ended
    made_older(configured().access_dir / "shown", sessions.LIFE["shown"] + 1)
    look("ton-dong")
    assert found.is_ended, "the presentation is closed: its own limit counts"

    found = viewer.Session("sub", int(time.time()), "another browser")
    look(hall)
    unused(found, limits=limits)
    look(hall)
    assert found.is_ended


def unused(found: viewer.Session, *, limits: int) -> None:
    found.used()
    made_older(configured().access_dir / "used", configured().access_idle_minutes * 60 * limits + 60)


def made_older(folder: Path, seconds: float) -> None:
    moment = time.time() - seconds
    for mark in folder.iterdir():
        os.utime(mark, (moment, moment))
