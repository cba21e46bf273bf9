"""Waiting for a state of the page instead of a moment: a loaded machine only needs longer."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page


def eventually(page: Page, holds: Callable[[], bool], *, seconds: int = 90) -> None:
    """Fails when it does not come to hold."""
    for _ in range(seconds * 4):
        if holds():
            return
        page.wait_for_timeout(250)
    assert holds()
