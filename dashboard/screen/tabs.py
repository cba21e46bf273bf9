"""A page of several views: the message of the one that is chosen first, then the choice, then the view."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple, Protocol, runtime_checkable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.screen import choice, labels
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import canvas, choices

NAME = choice.VIEW
WIDTH = 280


class View(Protocol):
    """One view of a page: a module, or anything that has both."""

    def headline(self, page: Page, chosen: Filters, /) -> str:
        """Its message."""

    def show(self, page: Page, chosen: Filters, /) -> None:
        """What stands below."""


@runtime_checkable
class Choosing(Protocol):
    """A view with choices of its own: they stand in the row of the views, and `choice.current` reads them."""

    def offers(self, page: Page, chosen: Filters, /) -> Sequence[Choice]:
        """What can be chosen there."""


class Choice(NamedTuple):
    """A choice within a view: its name in the address, its codes in words, what it is of; `known` as in `choice`.

    `quiet`: said in the sentence of several only where it is not the usual.
    """

    name: str
    words: Mapping[str, str]
    label: str
    known: Collection[str] = ()
    quiet: bool = False

    @property
    def now(self) -> str:
        """The code that is chosen."""
        return choice.current(self.name, self.words)


def show(page: Page, chosen: Filters, views: Mapping[str, View], words: Mapping[str, str], *, more: str = "") -> None:
    """The view that the address asks for; only that one is computed. `more`: a line below its message."""
    view = views[choice.current(NAME, words)]
    page.headline(view.headline(page, chosen), more)
    with row():
        choice.segments(NAME, words, label=choices.VIEW_LABEL)
        if isinstance(view, Choosing):
            folded(view.offers(page, chosen))
    view.show(page, chosen)


def row() -> DeltaGenerator:
    """The row of the views, directly below the headline."""
    return st.container(horizontal=True, gap="small", vertical_alignment="center", key="views")


def folded(offered: Sequence[Choice]) -> None:
    """One choice as it is; of several one sentence that says what is chosen and opens them, as the filters do."""
    if len(offered) == 1:
        _one(offered[0], width=WIDTH)
    elif offered:
        told = [each for each in offered if not each.quiet or each.now != next(iter(each.words))]
        said = canvas.BESIDE.join(each.words[each.now] for each in told)
        with st.popover(labels.plain(said), key="views-choices", width="content"):
            for each in offered:
                st.html(f'<p class="figure-scope">{each.label}</p>')
                _one(each, width="stretch")


def _one(offered: Choice, *, width: choice.Width) -> None:
    choice.select(offered.name, offered.words, label=offered.label, width=width, known=offered.known)
