"""The names of a source's columns: compared tidily, none of the contract's given twice."""

from __future__ import annotations

from collections.abc import Iterable

from data_loaders import messages
from data_loaders.contract.tables import BY_NAME
from data_loaders.contract.text import heading
from data_loaders.messages import LoaderError


def places(written: Iterable[object], *, table: str, where: str) -> dict[str, int]:
    """Heading → its place, from names as they are written; columns without a name are left out.

    Raises LoaderError when a column of the contract is there twice: which of them is meant cannot be known.
    """
    wanted = BY_NAME[table].names if table in BY_NAME else []
    found: dict[str, int] = {}
    for place, name in enumerate(map(heading, written)):
        if name in found and name in wanted:
            raise LoaderError(messages.HEADING_TWICE.format(where=where, column=name))
        if name:
            found.setdefault(name, place)
    return found
