"""A long list by pages, on the page itself: which list and which of its pages stand in the address,
`ca=…&so-trang=2`, so Back undoes a step and a link leads to the same rows."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from html import escape
from urllib.parse import urlencode

import streamlit as st

from dashboard.screen import choice, state
from dashboard.words import canvas
from dashboard.words import numbers as vi

ALL, AT = choice.WHOLE, choice.AT
A_PAGE = 50
LONG = 2 * A_PAGE
"""Rows up to which a list is opened whole."""
MOST_DIGITS = 9


@dataclass(frozen=True)
class Part:
    """One page of a list: its name in the address, the position of its first row, its rows, and those of the list."""

    name: str
    first: int
    rows: int
    count: int


def is_long(count: int) -> bool:
    """Whether a list of so many rows is opened by pages."""
    return count > LONG


def name(title: str) -> str:
    """The list in an address: by its title without the counts and dates in it, which change with the data."""
    return hashlib.blake2b(re.sub(canvas.COUNTED, "", title).encode(), digest_size=3).hexdigest()


def of(named: str, count: int) -> Part | None:
    """The page of that list that the address asks for, the last where it has fewer; None where it is not opened.

    Of a list that is not long it is the whole.
    """
    if state.asked(ALL) != named:
        return None
    wanted = state.asked(AT) or "1"
    if not wanted.isdecimal() or len(wanted) > MOST_DIGITS or not int(wanted):
        choice.broken(AT)
        wanted = "1"
    size = A_PAGE if is_long(count) else max(count, 1)
    first = min(int(wanted) - 1, max(count - 1, 0) // size) * size
    return Part(named, first, min(size, count - first), count)


def open_all(named: str, count: int) -> None:
    """The way from the first rows of a list to all of them."""
    if st.button(canvas.ALL_ROWS.format(count=vi.count(count)), key=f"all-{named}"):
        state.ask(AT, None)
        state.ask(ALL, named)
        st.rerun()


def links(shown: Part, *, below: str) -> None:
    """Which rows stand above, and the ways to those before and after, which begin where that class is."""
    last, number = shown.first + shown.rows, shown.first // A_PAGE + 1
    rest = min(A_PAGE, shown.count - last)
    ways = {
        canvas.BEFORE.format(count=A_PAGE): number - 1 if shown.first else None,
        canvas.NEXT.format(count=rest): number + 1 if rest else None,
        canvas.FIRST_ROWS_AGAIN: 0,
    }
    leads = [
        f'<a href="?{escape(_view(shown.name, to))}" target="_self">{escape(text)}</a>'
        for text, to in ways.items()
        if to is not None
    ]
    said = canvas.ROWS_OF.format(first=vi.count(shown.first + 1), last=vi.count(last), count=vi.count(shown.count))
    st.html(
        f'<nav class="pages" aria-label="{canvas.PAGES}" data-below="{escape(below)}">'
        f"<span>{said}</span>{''.join(leads)}</nav>"
    )


def _view(named: str, page: int) -> str:
    """The address with that page of the list; page 0: with its first rows alone."""
    others = {key: text for key, text in state.address().items() if key not in (ALL, AT)}
    return urlencode(others | ({ALL: named, AT: str(page)} if page else {}))
