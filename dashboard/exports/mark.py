"""What a file made from one page's view says about itself."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Protocol

from dashboard.words import choices, shell
from dashboard.words import files as words
from dashboard.words import numbers as vi
from data_loaders.snapshot.publish import SnapshotRef
from queries.periods import Period


@dataclass(frozen=True)
class Mark:
    """What a file says about itself: its scope and exact dates, the time of the data, internal use, sample data.

    `at`: when the data were taken.
    """

    scope: str
    lines: tuple[str, ...]
    at: dt.datetime

    @property
    def line(self) -> str:
        """All of it in one line."""
        return " · ".join(line.rstrip(".") for line in self.lines)


class View(Protocol):
    """What is looked at: its title in words and the days it covers."""

    @property
    def title(self) -> str: ...
    @property
    def window(self) -> Period: ...


def mark(snapshot: SnapshotRef, chosen: View) -> Mark:
    """The stamp of a file made from this view."""
    window = choices.WINDOW_NOTE.format(window=vi.window(chosen.window.start, chosen.window.end), running="")
    sample = f"{shell.DEMO_BANNER}. {shell.DEMO_NOTE}" if snapshot.is_demo else ""
    lines = (words.INTERNAL, window, shell.stamp(snapshot.as_of, snapshot.taken_at), sample)
    return Mark(chosen.title, tuple(line for line in lines if line), snapshot.taken_at)
