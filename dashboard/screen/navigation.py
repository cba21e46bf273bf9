"""The pages: file, address and icon of each, and links between them that keep the view."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlencode

import streamlit as st
from streamlit.navigation.page import Page as StreamlitPage

from dashboard.screen import address, assets, moved, sign_in, state, viewer
from dashboard.words import shell

FIRST = ("overview", "hotspots", "backlog", "reception", "briefing")  # in the row; the others behind one sign
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
    Entry("waiting", "cho-giai-quyet", ":material/timelapse:"),
    Entry("bodies", "so-sanh-don-vi", ":material/swap_horiz:"),
    Entry("unit", "don-vi", ":material/location_on:"),
    Entry("dossier", "ho-so", ":material/folder_open:"),
    Entry("supervision", "giam-sat", ":material/visibility:"),
    Entry("conclusions", "ket-luan", ":material/gavel:"),
    Entry("reception", "tiep-cong-dan", ":material/groups:"),
    Entry("comparison", "so-sanh", ":material/compare_arrows:"),
    Entry("briefing", "giao-ban", ":material/edit_document:"),
    Entry("presentation", "trinh-chieu", ":material/slideshow:"),
    Entry("locked", "so-da-chot", ":material/lock:"),
    Entry("definitions", "dinh-nghia", ":material/menu_book:"),
    Entry("quality", "chat-luong-du-lieu", ":material/fact_check:"),
    Entry("trail", "nhat-ky", ":material/policy:"),
)


def _open() -> list[Entry]:
    """The pages of this viewer's role."""
    opened = viewer.pages()
    return [entry for entry in there() if entry.key in opened]


def page(entry: Entry, *, slug: str = "", instead: sign_in.Instead | None = None) -> StreamlitPage:
    if instead is not None:
        return _closed(slug or entry.slug, entry.slug, instead)
    return st.Page(
        FOLDER / f"{entry.key}.py",
        title=_name(entry),
        icon=entry.icon,
        url_path=slug or entry.slug,
        visibility="hidden" if slug else "visible",
    )


@cache
def there() -> Sequence[Entry]:
    """The pages that exist, looked up once a server process."""
    return [entry for entry in ENTRIES if (FOLDER / f"{entry.key}.py").is_file()]


def path(key: str) -> str:
    """Where the browser finds a page, below the base path of a proxy."""
    return f"{assets.base()}/{next(entry.slug for entry in there() if entry.key == key)}"


def pages(instead: sign_in.Instead | None = None) -> list[StreamlitPage]:
    """A hidden door at the bare address, then every page at its address and, hidden, under its file's name and at the
    addresses that it had before.

    `instead` stands at every address in their place: a viewer who is not let in learns no more than the addresses.
    """
    named = [page(entry, instead=instead) for entry in there()]
    return [_door(instead), *named, *(page(entry, slug=slug, instead=instead) for entry, slug in others())]


def others() -> list[tuple[Entry, str]]:
    """Each page with the addresses that open it, too: its file's name, and those that it took over."""
    return [(entry, slug) for entry in there() for slug in (entry.key, *moved.SLUGS.get(entry.key, ()))]


def _door(instead: sign_in.Instead | None) -> StreamlitPage:
    """Streamlit gives its default page no address of its own, so the default one only leads on."""
    return st.Page(
        _enter if instead is None else lambda: instead(""),
        title=shell.APP_NAME,
        url_path="cua",
        default=True,
        visibility="hidden",
    )


def _enter() -> None:
    """To where the viewer wanted to go before signing in, otherwise to the first page of the role."""
    link = sign_in.wanted({entry.slug: entry.key for entry in there()})
    if link and viewer.may_open(link[0]):
        go(link[0], view=link[1])
    first = next(entry for entry in there() if viewer.may_open(entry.key))
    st.switch_page(page(first))


def _closed(slug: str, named: str, instead: sign_in.Instead) -> StreamlitPage:
    return st.Page(lambda: instead(named), title=shell.APP_NAME, url_path=slug, visibility="hidden")


def carried() -> dict[str, str]:
    """What of the address goes along to every page: the filters, never what belongs to one page."""
    return {name: text for name, text in state.address().items() if name in address.NAMES}


def bar(*after: Callable[[], None], here: str = "") -> None:
    """Five pages in one row, the others behind one sign, then `after`; where one of the others is open, it is named.

    Streamlit's own bar hides what does not fit behind an English word.
    """
    opened, view = _open(), carried()
    others = [entry for entry in opened if entry.key not in FIRST]
    row = "".join(_way(entry, view, here=here) for entry in opened if entry.key in FIRST or entry.slug == here)
    with st.container(horizontal=True, gap=None, vertical_alignment="center", key="navigation"):
        st.html(f'<nav class="leads ways">{row}</nav>', width="content")
        if others:
            with st.popover(shell.OTHER_PAGES, icon=":material/menu:", key="navigation-more", width="content"):
                st.html(f'<nav class="leads ways">{"".join(_way(entry, view) for entry in others)}</nav>')
        for drawn in after:
            drawn()
        sign_in.inside()


def _way(entry: Entry, view: Mapping[str, str], *, here: str = "") -> str:
    current = ' aria-current="page"' if entry.slug == here else ""
    if current and entry.key not in FIRST:
        return f"<span{current}>{escape(_name(entry))}</span>"
    return f'<a href="{_address(entry, view)}"{current}>{_sign(entry)}<span>{escape(_name(entry))}</span></a>'


def _name(entry: Entry) -> str:
    return shell.NAVIGATION.get(entry.key, shell.PAGES[entry.key])


def _sign(entry: Entry) -> str:
    return f'<i aria-hidden="true" data-icon="{entry.icon.removeprefix(":material/").removesuffix(":")}"></i>'


def _address(entry: Entry, view: Mapping[str, str]) -> str:
    """As it stands in markup."""
    return escape(f"{path(entry.key)}?{urlencode(view)}" if view else path(entry.key))


def lead(key: str, markup: str, *, view: Mapping[str, str], named: str = "") -> str:
    """The markup as a link to a page that this viewer may open, else as it is; `named`: how the link is read out.

    In something of the class `leads` a tap on it stays within the app (`inside.js`).
    """
    said = f' aria-label="{escape(named)}"' if named else ""
    entry = _opened(key)
    return f'<a href="{_address(entry, view)}"{said}>{markup}</a>' if entry else markup


def link(key: str, *, label: str = shell.MORE, view: Mapping[str, str] | None = None) -> None:
    """A link to a page that this viewer may open, with the filters of `view` in its address."""
    if entry := _opened(key):
        st.html(f'<p class="leads">{lead(key, f"{_sign(entry)}<span>{escape(label)}</span>", view=view or {})}</p>')


def _opened(key: str) -> Entry | None:
    """The page, if it is there and this viewer may open it."""
    return next((entry for entry in there() if entry.key == key and viewer.may_open(key)), None)


def go(key: str, *, view: Mapping[str, str]) -> NoReturn:
    """Open a page at once, with the filters of `view` in its address."""
    entry = next(entry for entry in there() if entry.key == key)
    st.switch_page(page(entry), query_params=dict(view))
