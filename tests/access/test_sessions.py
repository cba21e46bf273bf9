"""A session on its own: old, overdue, and how long it goes on while the identity service is away."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from dashboard.screen import state, viewer
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
