"""A unit told on one page and on one sheet, whichever it is: an area, a body, the head of a body."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

import pandas as pd

from dashboard.facts.peers import Spread


def asked_of(params: Mapping[str, object]) -> dt.date:
    """The day that questions of these parameters are asked of."""
    day = params["as_of"]
    return day if isinstance(day, dt.date) else dt.date.fromisoformat(str(day))


@dataclass(frozen=True)
class Measured:
    """A figure of a unit: `part` of `base`; how its peers spread, and what they are (a key of `words.PEERS`)."""

    name: str
    part: object
    base: object
    peers: Spread | None
    among: str


class Unit(Protocol):
    """What a page and a sheet ask of a unit, each answer asked for where it is shown."""

    @property
    def code(self) -> str: ...

    @property
    def place(self) -> str:
        """Its name inside a sentence."""

    @property
    def among(self) -> str:
        """What its peers are: a key of `words.PEERS`."""

    @property
    def sheet_of(self) -> tuple[str, str]:
        """The code and the name that its sheet bears."""

    def headline(self) -> str: ...

    def about(self) -> str:
        """One line on what it is."""

    def measured(self) -> list[Measured]: ...

    def received(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Posts judged in the last twelve whole months, those that owe most days first; rows of `ledger_strip`."""

    def waiting(self) -> pd.DataFrame:
        """The matters that wait the longest, at most ten."""

    def directives(self) -> pd.DataFrame:
        """What was concluded for it."""

    def complex(self) -> pd.DataFrame:
        """Matters on the list of complex cases."""

    def pairs(self) -> pd.DataFrame:
        """Who passed on to whom in the window."""

    def bounced(self) -> pd.DataFrame:
        """Matters passed on more than once."""
