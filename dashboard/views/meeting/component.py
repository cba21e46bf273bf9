"""Where the deck meets the browser: one component that is handed everything at once and then needs no server."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from dashboard.views.meeting.deck import Deck
from dashboard.words import hall as words

HERE = Path(__file__).parent
SPOKEN = {
    "start": words.START,
    "resume": words.RESUME,
    "agenda": words.AGENDA,
    "matters": words.MATTERS,
    "note": words.NOTE,
    "more": words.MORE_MATTERS,
    "more_said": words.MORE_SAID,
    "announce": words.ANNOUNCE,
    "minutes": words.MINUTES,
    "elapsed": words.ELAPSED,
    "offline": words.OFFLINE,
    "black": words.BLACK_HINT,
    "said": words.SAID,
    "buttons": words.BUTTONS,
}


def show(deck: Deck, *, meeting: str, pages: Mapping[str, str], dark: bool) -> str | None:
    """The button, the agenda and, once started, the meeting. Gives the key of a page the viewer asked for, once.

    Args:
        meeting: what the place reached is kept under in the browser: the same for one period and province.
        pages: key → name of the pages that can be opened.
    """
    screens = [asdict(screen) | {"page_name": _opens(screen.page, pages)} for screen in deck.screens]
    data = {
        "meeting": meeting,
        "source": deck.source,
        "marks": deck.marks,
        "screens": screens,
        "words": SPOKEN,
        "dark": dark,
        "css": _file("deck.css"),
    }
    mark = hashlib.blake2b(json.dumps(data, ensure_ascii=False).encode(), digest_size=8).hexdigest()
    result: Any = _component()(data=data | {"id": mark}, key="deck", on_page_change=_asked)
    return getattr(result, "page", None)


def _opens(key: str, pages: Mapping[str, str]) -> str:
    return words.OPEN_PAGE.format(page=pages[key]) if key in pages else ""


def _asked() -> None:
    """The page asked for is read from the result; a callback makes Streamlit hand it on."""


@cache
def _file(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


@st.cache_resource(max_entries=1, show_spinner=False)
def _component() -> Any:
    return st.components.v2.component(
        "presentation_deck", html='<div class="deck-root"></div>', css=_file("deck.css"), js=_file("deck.js")
    )
