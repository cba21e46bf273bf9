"""The pages: file, address and icon of each, and links between them that keep the view."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import streamlit as st
from streamlit.navigation.page import Page as StreamlitPage

from dashboard.words import shell

FOLDER = Path(__file__).resolve().parents[2] / "pages"


@dataclass(frozen=True)
class Entry:
    """A page: its file in `pages/`, its address, its Material icon."""

    key: str
    slug: str
    icon: str


ENTRIES = (
    Entry("overview", "tong-quan", ":material/dashboard:"),
    Entry("hotspots", "ban-do", ":material/map:"),
    Entry("backlog", "ton-dong", ":material/hourglass_top:"),
    Entry("reception", "tiep-cong-dan", ":material/groups:"),
    Entry("ledger", "so-tiep-cong-dan", ":material/event_available:"),
    Entry("comparison", "so-sanh", ":material/compare_arrows:"),
    Entry("briefing", "giao-ban", ":material/edit_document:"),
    Entry("presentation", "trinh-chieu", ":material/slideshow:"),
    Entry("locked", "so-da-chot", ":material/lock:"),
    Entry("definitions", "dinh-nghia", ":material/menu_book:"),
    Entry("quality", "chat-luong-du-lieu", ":material/fact_check:"),
)


def page(entry: Entry, *, slug: str = "") -> StreamlitPage:
    return st.Page(
        FOLDER / f"{entry.key}.py",
        title=shell.NAVIGATION.get(entry.key, shell.PAGES[entry.key]),
        icon=entry.icon,
        url_path=slug or entry.slug,
        visibility="hidden" if slug else "visible",
    )


def there() -> list[Entry]:
    """The pages that exist."""
    return [entry for entry in ENTRIES if (FOLDER / f"{entry.key}.py").is_file()]


def pages() -> list[StreamlitPage]:
    """A hidden door at the bare address, then every page at its address and, hidden, under its file's name."""
    return [_door(), *map(page, there()), *(page(entry, slug=entry.key) for entry in there())]


def _door() -> StreamlitPage:
    """Streamlit gives its default page no address of its own, so the default one only leads to the first."""
    first = page(ENTRIES[0])
    return st.Page(
        lambda: st.switch_page(first), title=shell.APP_NAME, url_path="cua", default=True, visibility="hidden"
    )


def bar() -> None:
    """The pages in a row that wraps: Streamlit's own bar hides what does not fit behind an English word."""
    with st.container(horizontal=True, gap=None, key="navigation"):
        for entry in there():
            st.page_link(page(entry), width="content")


def link(key: str, *, label: str | None = None, view: Mapping[str, str] | None = None) -> None:
    """A link to a page, with the filters of `view` in its address."""
    for entry in [entry for entry in there() if entry.key == key]:
        st.page_link(page(entry), label=label or shell.MORE, icon=entry.icon, query_params=dict(view or {}))


def go(key: str, *, view: Mapping[str, str]) -> NoReturn:
    """Open a page at once, with the filters of `view` in its address."""
    entry = next(entry for entry in there() if entry.key == key)
    st.switch_page(page(entry), query_params=dict(view))
