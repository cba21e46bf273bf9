"""The screens of a meeting, one a section of the agenda: plain data."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

import pandas as pd

from dashboard.briefing import Conclusion, Material, Section, concluding
from dashboard.briefing.agenda import NOTHING
from dashboard.briefing.topic import Grid
from dashboard.drawing import hall as drawing
from dashboard.drawing import hall_map as area_map
from dashboard.drawing.figure import Chart
from dashboard.views.meeting import numbers
from dashboard.views.meeting.shorten import shorten
from dashboard.words import choices, shell
from dashboard.words import concluding as listed
from dashboard.words import files as exported
from dashboard.words import hall as words
from dashboard.words import numbers as vi

BEHIND_CONCLUSION, CONCLUDE = "briefing", "conclude"
NUMBER = re.compile(r"[\d<—…]")
MOST_ASKED, LETTERS, BESIDE = 4, 440, 8
"""To conclude on one screen: so many, in so many letters; lines beside a figure."""


@dataclass(frozen=True)
class Screen:
    """One screen: a sentence, a figure, what to conclude; behind it the whole section and its numbers.

    Attributes:
        figures: the same figure as inline SVG on a low and on a tall sheet; none where the list is all there is.
        matters: the section's part of what the meeting has to conclude; empty: nothing.
        notes: what the officer wrote beside the sentences of this section.
        said: every sentence of the section, whole.
        page: key of the page behind it.
        beside: what stands beside the figure where there is nothing to conclude, under `about`.
        first: the number of its first matter, where they are numbered over several screens.
    """

    id: str
    title: str
    sentence: str
    figures: list[str]
    matters: list[str]
    notes: list[str]
    said: list[str]
    tables: list[Grid]
    page: str
    about: str = ""
    beside: list[str] = field(default_factory=list)
    first: int = 0


@dataclass(frozen=True)
class Deck:
    """The screens, and what each of them says about its numbers at its foot."""

    period: str
    source: str
    marks: list[str]
    screens: list[Screen]


def build(material: Material, sections: Sequence[Section], *, shapes: pd.DataFrame, lock: str = "") -> Deck:
    """A screen a section in the officer's order, and those with what to conclude; none where there is nothing to say.

    Args:
        sections: as `agenda` gives them for `material`.
        shapes: an answer of `boundaries`, by former district.
        lock: as `stamp.lock_line` gives it.
    """
    if [sentence.id for section in sections for sentence in section.sentences] == [NOTHING]:
        return Deck(vi.sentence_case(vi.period(material.windows.now)), "", [], [])
    screens = [_screen(section, shapes) for section in sections]
    info, now = material.info, material.windows.now
    running = choices.RUNNING_NOTE.format(end=vi.date(now.full_end)) if now.is_running else ""
    window = vi.window(now.start, now.end)
    source = words.SOURCE.format(
        as_of=vi.date(info.as_of),
        window=window,
        running=running,
        lock=f". {lock.replace(exported.CURRENT, words.CURRENT)}" if lock else "",
    )
    marks = [shell.DEMO_BANNER, words.INTERNAL] if info.is_demo else [words.INTERNAL]
    return Deck(vi.sentence_case(vi.period(now)), source, marks, [*screens, *_conclusion(sections)])


def _screen(section: Section, shapes: pd.DataFrame) -> Screen:
    drawn = [_figure(section, shapes, height=height) for height in (drawing.LOW, drawing.TALL)]
    about, beside = _beside(section)
    return Screen(
        id=section.id,
        title=section.short,
        sentence=shorten(section.texts[0]),
        figures=drawn if all(drawn) else [],
        matters=_lines(section.concluding),
        notes=section.notes,
        said=section.texts,
        tables=[*numbers.grids_of(section.figure), *section.tables],
        page=section.page,
        about=about,
        beside=beside,
    )


def _beside(section: Section) -> tuple[str, list[str]]:
    """The other sentences of a section; where it has one alone, the first rows of its list."""
    if len(section.texts) > 1 or not section.tables:
        return words.SAID, section.texts[1:]
    grid = section.tables[0]
    return grid.title, _rows(grid, numbers.drawn(section.figure))[:BESIDE]


def _rows(grid: Grid, drawn: Collection[str]) -> list[str]:
    """A name and its number, those in the figure left out; else what identifies a row, and its last column."""
    if all(NUMBER.match(row[1]) for row in grid.rows):
        pairs = [(row[0], row[1]) for row in grid.rows if row[1] not in (*drawn, vi.MISSING)]
        return [words.PAIR.format(name=name, value=value) for name, value in pairs]
    return [words.row(row[0], row[1], grid.headings[-1], row[-1]) for row in grid.rows]


def _lines(found: Sequence[Conclusion]) -> list[str]:
    return [listed.line(each.text, each.who, each.by) for each in found]


def _conclusion(sections: Sequence[Section]) -> list[Screen]:
    """The last screens: the one list of what to conclude, and everything the officer noted."""
    if not sections:
        return []
    asked, notes = _lines(concluding(sections)), [note for section in sections for note in section.notes]
    amount = len(asked) + len(notes)
    said = words.CONCLUDE.format(count=vi.prose_count(amount)) if amount else f"{words.NO_MATTERS}."
    grid = Grid(words.MATTERS, [words.ITEM], [[text] for text in [*notes, *asked]], [16.5])
    tables, parts = [grid] if grid.rows else [], _parts(asked)
    first = [1 + sum(map(len, parts[:place])) for place in range(len(parts))]
    return [
        Screen(
            f"{CONCLUDE}-{place}" if place else CONCLUDE,
            words.part(place + 1, len(parts)),
            said,
            [],
            part,
            [] if place else notes,
            [said],
            tables,
            BEHIND_CONCLUSION,
            first=first[place],
        )
        for place, part in enumerate(parts)
    ]


def _parts(asked: Sequence[str]) -> list[list[str]]:
    """As many on a screen as can be read from the last row; one part at least."""
    parts: list[list[str]] = [[]]
    for text in asked:
        is_full = len(parts[-1]) == MOST_ASKED or sum(map(len, [*parts[-1], text])) > LETTERS
        if parts[-1] and is_full:
            parts.append([])
        parts[-1].append(text)
    return parts


def _figure(section: Section, shapes: pd.DataFrame, *, height: int) -> str:
    """The map where the section has one and the snapshot its shapes, else the figure; "" without either."""
    found, alt = section.figure, section.short
    if section.area_map:
        caption = found.caption if isinstance(found, Chart) else ""
        drawn = area_map.draw(shapes, section.area_map.areas, alt=alt, caption=caption, height=height)
        if drawn:
            return drawn
    return drawing.draw(found, alt=alt, height=height) if found else ""
