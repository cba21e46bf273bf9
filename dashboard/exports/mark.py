"""What a file made from one page's view says about itself."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.screen import around as frame
from dashboard.screen.filters import Filters
from dashboard.words import choices, shell
from dashboard.words import files as words
from dashboard.words import numbers as vi
from data_loaders.snapshot.publish import SnapshotRef


@dataclass(frozen=True)
class Mark:
    """What a file says about itself: its scope and exact dates, the time of the data, internal use, sample data."""

    scope: str
    lines: tuple[str, ...]


def mark(snapshot: SnapshotRef, chosen: Filters) -> Mark:
    """The stamp of a file made from this view."""
    window = choices.WINDOW_NOTE.format(window=vi.window(chosen.window.start, chosen.window.end), running="")
    sample = f"{shell.DEMO_BANNER}. {shell.DEMO_NOTE}" if snapshot.is_demo else ""
    lines = (words.INTERNAL, window, frame.stamp(snapshot), sample)
    return Mark(chosen.title, tuple(line for line in lines if line))
