"""Addresses that reach for what is another area's: the views a page offers, with every other part of an address."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import cycle

from tests import addresses
from tests.one_truth import views

OF_THE_VIEW = {"xem", "ky", "lich"}
"""Kept as the view has them."""


def every(page: str, foreign: Mapping[str, str], *, each: bool) -> Iterator[dict[str, str]]:
    """Views of the page with all other parts of the address asking for one foreign code.

    Args:
        foreign: what it is → a code of it (area, body, post, matter).
        each: every code in every view there is; else one code in turn in the views offered when the page opens.
    """
    turns = cycle(foreign.values())
    for view in views.of(page, deep=each):
        for code in foreign.values() if each else [next(turns)]:
            yield dict.fromkeys(set(addresses.parts()) - OF_THE_VIEW, code) | dict(view)
