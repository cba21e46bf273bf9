"""Every view there is: the pages of the navigation, and on each what its own choices offer, found by opening it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from streamlit.testing.v1 import AppTest

from tests import shown
from tests.dashboard.test_pages import opened

CHOICE = "choice-"
MOST = 12  # codes of one choice; of a longer list (bodies, months) the first and the last are looked at


class View(NamedTuple):
    """A page as it opens with some of its choices in the address."""

    page: str
    chosen: Mapping[str, str]
    app: AppTest


def every(**asked: str) -> Iterator[View]:
    """Every page, then each code of each of its choices, then those that only such a code offers.

    Codes of two choices that stand beside each other are not crossed. `asked`: period, area and so on.
    """
    for page in shown.PAGES:
        yield from _of(page, {}, asked, known=())


def of(page: str, *, deep: bool = True) -> list[Mapping[str, str]]:
    """The choices of each view of one page, as they stand in its address; not `deep`: those offered when it opens."""
    if deep:
        return [view.chosen for view in _of(page, {}, {}, known=())]
    return [{}, *({name: code} for name, codes in offered(opened(page)).items() for code in codes[1:])]


def _of(page: str, chosen: Mapping[str, str], asked: Mapping[str, str], *, known: Collection[str]) -> Iterator[View]:
    app = opened(page, **asked, **chosen)
    yield View(page, chosen, app)
    found = offered(app)
    for name in set(found) - set(known):
        for code in found[name][1:] if len(found[name]) <= MOST else found[name][-1:]:
            yield from _of(page, {**chosen, name: code}, asked, known={*known, *found})


def offered(app: AppTest) -> dict[str, list[str]]:
    """Name of a choice → its codes, the usual one first: those that the control has words for."""
    controls = {str(control.key): control for control in [*app.get("button_group"), *app.selectbox]}
    return {key.removeprefix(CHOICE): list(control.format_func.__self__)
            for key, control in controls.items() if key.startswith(CHOICE)}  # fmt: skip
