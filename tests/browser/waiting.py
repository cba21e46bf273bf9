"""Waiting for a state of the page instead of a moment: a loaded machine only needs longer."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page


def eventually(page: Page, holds: Callable[[], bool], *, seconds: int = 240) -> None:
    """Fails when it does not come to hold."""
    for _ in range(seconds * 4):
        if holds():
            return
        page.wait_for_timeout(250)
    assert holds()


def left(page: Page, script: str, argument: object = None, *, seconds: int = 30) -> object:
    """What a script that looks for faults still finds when the page has had time to come right."""
    for _ in range(seconds * 4):
        if not page.evaluate(script, argument):
            break
        page.wait_for_timeout(250)
    return page.evaluate(script, argument)
