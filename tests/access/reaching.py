"""Addresses that reach for what is another area's: every view a page offers, with every part of an address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import cycle

from tests import shown
from tests.one_truth import views

READ = re.compile(r"""(?:asked|segments|select|text|take|_word|view\.get)\(\s*"([a-z][a-z-]*)\"""")
"""Where a page reads a part of the address by its name."""
NAMED = re.compile(r"""^(?:BODY|UNIT|NAME|NAMES|[A-Z_]+) = \(?((?:"[a-z][a-z-]*"(?:, )?)+)\)?$""", re.MULTILINE)
VIEW_ONLY = {"xem", "ky", "lich"}
"""What says which view it is: kept as the view has it."""


@cache
def parts() -> frozenset[str]:
    """Every part of an address that some page reads."""
    found: set[str] = set()
    for folder in ("dashboard/screen", "dashboard/views", "pages"):
        for file in (shown.ROOT / folder).rglob("*.py"):
            source = file.read_text(encoding="utf-8")
            found |= set(READ.findall(source))
            for names in NAMED.findall(source):
                found |= set(re.findall(r'"([a-z-]+)"', names))
    return frozenset(found - VIEW_ONLY)


def every(page: str, foreign: Mapping[str, str], *, each: bool) -> Iterator[dict[str, str]]:
    """Views of the page with all other parts of the address asking for one foreign code.

    Args:
        foreign: what it is → a code of it (area, body, post, matter).
        each: every code in every view there is; else one code in turn in the views offered when the page opens.
    """
    turns = cycle(foreign.values())
    for view in views.of(page, deep=each):
        for code in foreign.values() if each else [next(turns)]:
            yield dict.fromkeys(parts(), code) | dict(view)
