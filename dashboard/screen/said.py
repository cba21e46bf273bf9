"""Widgets that say what the address says, and whether a viewer touched one of them.

The browser keeps what a widget says and sends it with every tap, also of a widget that is folded away. A widget that is
told another value would therefore take a quick tap back, or bring back what Back undid. So none is told: where the
address says another value another widget takes its place, and what the browser still says of the one before is no
choice.
"""

from __future__ import annotations

from dashboard.screen import state

SHOWN = "shown-{}"
TURN = "turn-{}"


def key(name: str, value: object, words: str = "") -> str:
    """The key of the widget of that name that is about to say this value, which is read in these words."""
    before = now(name)
    said, (_, read) = state.kept(before), state.kept(SHOWN.format(before), (None, words))
    if said is not None and (said, read or words) != (value, words):
        state.keep(TURN.format(name), _turn(name) + 1)
    state.keep(SHOWN.format(now(name)), (value, words))
    return now(name)


def now(name: str) -> str:
    """The key of the widget of that name that was drawn last."""
    return f"{name}{_turn(name) or ''}"


def touched(key: str) -> bool:
    """Whether the widget says something else than it was drawn with, and nobody heard it yet.

    After quick taps Streamlit calls back for what appears anew and nobody touched, and not for every touch.
    """
    said = state.kept(key)
    return said is not None and said != state.kept(SHOWN.format(key), (said,))[0]


def heard(key: str) -> None:
    """What the widget says was put into the address."""
    state.keep(SHOWN.format(key), (state.kept(key), ""))


def _turn(name: str) -> int:
    return int(state.kept(TURN.format(name), 0))
