"""What every file says about itself: data time, window, lock, who exported it, internal use, sample data."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from dashboard.briefing import Material
from dashboard.words import files as words
from dashboard.words import law, shell
from dashboard.words import numbers as vi
from data_loaders.snapshot import locks
from queries.periods import Period


@dataclass(frozen=True)
class Stamp:
    """The lines of a stamp; `sample` is empty on real data."""

    title: str
    place: str
    period: str
    window: str
    data: str
    lock: str
    author: str
    notes: tuple[str, ...]
    on: dt.date
    taken_at: dt.datetime
    sample: str = ""
    internal: str = words.INTERNAL

    @property
    def lines(self) -> list[str]:
        """Every line after the title, as it stands at the end of a document."""
        return [
            line
            for line in (self.window, *self.notes, words.SOURCE.format(data=self.data), self.lock, self.author)
            if line
        ]

    @property
    def footer(self) -> str:
        """One line for the foot of a page or slide."""
        return " · ".join(part.rstrip(".") for part in (self.sample, self.internal, self.data, self.lock) if part)


def stamp(material: Material, *, author: str, exported_at: dt.datetime, lock: str = "") -> Stamp:
    """The stamp of a file made from `material` by `author`; `lock` as `lock_line` gives it."""
    info, now = material.info, material.windows.now
    return Stamp(
        title=words.TITLE,
        place=info.place or info.province_name,
        period=vi.sentence_case(vi.period(now)),
        window=words.WINDOW.format(window=vi.window(now.start, now.end)),
        data=words.DATA.format(as_of=vi.date(info.as_of), taken_at=vi.moment(info.taken_at)),
        lock=lock or words.NOT_LOCKED,
        author=words.AUTHOR.format(author=author or words.NO_AUTHOR, at=vi.moment(exported_at)),
        notes=tuple(_notes(material)),
        on=exported_at.date(),
        taken_at=info.taken_at,
        sample=shell.DEMO_BANNER if info.is_demo else "",
    )


def _notes(material: Material) -> list[str]:
    now, base = material.windows.now, material.windows.last_year
    notes = [words.BASE.format(window=vi.window(base.start, base.end))]
    if now.is_running:
        running = words.RUNNING.format(end=vi.date(now.full_end), as_of=vi.date(now.end))
        notes = [running, words.LIKE_FOR_LIKE.format(days=vi.count(now.days)), *notes]
    return notes + law.notes(now)


def lock_line(directory: Path, period: Period, *, snapshot_id: str) -> str:
    """'Đã chốt số liệu lúc …' when SNAPSHOT_DIR/locks holds this period, else ''.

    It also says when the figures are not the locked ones but today's (`snapshot_id` is what the file is made from).
    """
    return lock_words(find_lock(directory, period), snapshot_id=snapshot_id)


def lock_words(locked: locks.Lock | None, *, snapshot_id: str) -> str:
    """The line of a lock that is at hand; '' without one."""
    if locked is None:
        return ""
    text = words.LOCKED.format(at=vi.moment(locked.locked_at), by=locked.locked_by or words.NO_AUTHOR)
    return text if locked.snapshot_id == snapshot_id else f"{text} {words.CURRENT}"


def find_lock(directory: Path, period: Period) -> locks.Lock | None:
    """The lock of exactly this period in this calendar."""
    known = locks.listed(directory, verify=False)
    return next((lock for lock in known if (lock.code, lock.calendar) == (period.code, period.calendar)), None)
