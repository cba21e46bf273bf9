"""The screens of a meeting, one a section of the agenda: plain data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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

BEHIND_CONCLUSION = "briefing"


@dataclass(frozen=True)
class Screen:
    """One screen: a sentence, a figure, what to conclude; behind it the whole section and its numbers.

    Attributes:
        figures: the same figure as inline SVG on a low and on a tall sheet; none where the list is all there is.
        matters: the section's part of what the meeting has to conclude; empty: nothing.
        notes: what the officer wrote beside the sentences of this section.
        said: every sentence of the section, whole.
        page: key of the page behind it.
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


@dataclass(frozen=True)
class Deck:
    """The screens, and what each of them says about its numbers at its foot."""

    period: str
    source: str
    marks: list[str]
    screens: list[Screen]


def build(material: Material, sections: Sequence[Section], *, shapes: pd.DataFrame, lock: str = "") -> Deck:
    """A screen a section in the officer's order, and one with what to conclude; none where there is nothing to say.

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
    )


def _lines(found: Sequence[Conclusion]) -> list[str]:
    return [listed.line(each.text, each.who, each.by) for each in found]


def _conclusion(sections: Sequence[Section]) -> list[Screen]:
    """The last screen: the one list of what to conclude, and everything the officer noted."""
    if not sections:
        return []
    asked, notes = _lines(concluding(sections)), [note for section in sections for note in section.notes]
    amount = len(asked) + len(notes)
    said = words.CONCLUDE.format(count=vi.prose_count(amount)) if amount else f"{words.NO_MATTERS}."
    grid = Grid(words.MATTERS, [words.ITEM], [[text] for text in [*notes, *asked]], [16.5])
    tables = [grid] if grid.rows else []
    return [Screen("conclude", words.CONCLUSION, said, [], asked, notes, [said], tables, BEHIND_CONCLUSION)]


def _figure(section: Section, shapes: pd.DataFrame, *, height: int) -> str:
    """The map where the section has one and the snapshot its shapes, else the figure; "" without either."""
    found, alt = section.figure, section.short
    if section.area_map:
        caption = found.caption if isinstance(found, Chart) else ""
        drawn = area_map.draw(shapes, section.area_map.areas, alt=alt, caption=caption, height=height)
        if drawn:
            return drawn
    return drawing.draw(found, alt=alt, height=height) if found else ""
