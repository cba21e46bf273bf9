"""What of the meeting is in the officer's hand: one sentence, section or conclusion at a time, named by the address."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from html import escape

from dashboard.screen import choice, drawn, state

ROUND, LEFT, RETURNED = "briefing_round", "briefing_left", "briefing_returned"
PARTS = {"sentences": "cau", "conclusions": "ket-luan-so"}
"""Step → the part of the address that names what is open in it."""


def begin() -> None:
    """Who reads on is told once where that is, and never after another page."""
    state.keep(RETURNED, state.take(LEFT))


def is_open(step: str, known: Collection[str]) -> bool:
    """The address names something that there is in that step."""
    return state.asked(PARTS[step]) in known


def name(step: str, known: Collection[str]) -> str:
    """What is open; '' for nothing. What nobody knows is said in one sentence."""
    asked = state.asked(PARTS[step])
    if not asked or asked in known:
        return asked
    choice.broken(PARTS[step])
    return ""


def opens(step: str) -> Callable[[str], None]:
    """What a tap on something of that step does: it is opened, instead of what was."""
    return partial(_open, step)


def fresh(step: str) -> None:
    """Fields begin anew, and nothing of that step is open; who reads on does so where it was."""
    _anew()
    state.keep(LEFT, state.asked(PARTS[step]))
    state.ask(PARTS[step], None)


def anew() -> None:
    """Fields begin anew, and nothing is open in any step: what was may be there no more."""
    _anew()
    for part in PARTS.values():
        state.ask(part, None)


def arrived(text: str, name: str) -> None:
    """What is opened has the focus, and is seen."""
    drawn.show(
        f'<p class="section" tabindex="-1" data-arrived="{escape(name)}">{escape(text)}</p>', key="briefing-arrived"
    )


def tap(name: str) -> str:
    """In the markup of what a tap opens."""
    left = " data-arrived" if name == state.kept(RETURNED) else ""
    return f'data-row="{escape(name)}" role="link" tabindex="0"{left}'


def _open(step: str, name: str) -> None:
    _anew()
    state.ask(PARTS[step], name)


def _anew() -> None:
    state.keep(ROUND, state.kept(ROUND, 0) + 1)
    state.take(LEFT)
