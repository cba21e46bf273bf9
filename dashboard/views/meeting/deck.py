"""The screens of a meeting, from a briefing's answers and its sentences as the officer arranged them: plain data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.briefing import SECTIONS, Material, Sentence
from dashboard.briefing.charts import chart
from dashboard.drawing import hall as drawing
from dashboard.drawing import hall_map as area_map
from dashboard.drawing.figure import Chart
from dashboard.exports.summary_tables import Grid
from dashboard.facts.change import Change
from dashboard.metrics import METRICS
from dashboard.views.meeting import numbers
from dashboard.views.meeting.matters import Matter, matters
from dashboard.views.meeting.shorten import shorten
from dashboard.words import choices, shell
from dashboard.words import files as exported
from dashboard.words import hall as words
from dashboard.words import numbers as vi

PAGES = {
    "summary": "overview",
    "reception": "reception",
    "petitions": "comparison",
    "resolution": "comparison",
    "backlog": "backlog",
    "watch": "hotspots",
    "duty": "ledger",
    "complex": "hotspots",
    "directives": "briefing",
    "conclude": "briefing",
}
NO_DATA = "summary.empty"
YEAR = 365
CASE_BANDS = (YEAR, 2 * YEAR, 3 * YEAR)
DIRECTIVE_BANDS = (0, 30, 90, YEAR)
ARROWS = {True: "▲", False: "▼"}
MOST_CONCLUSIONS = 8


@dataclass(frozen=True)
class Screen:
    """One screen: a sentence, a figure, what to conclude; behind it the whole section and its numbers.

    Attributes:
        figures: the same figure as inline SVG on a low and on a tall sheet; none where the list is all there is.
        matters: questions to conclude on, the weightiest first; empty: nothing to conclude.
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


def build(material: Material, sentences: Sequence[Sentence], *, shapes: pd.DataFrame, lock: str = "") -> Deck:
    """Five to ten screens in the officer's order; sections without a sentence or without numbers are left out.

    Args:
        sentences: as `arrange` gives them.
        shapes: an answer of `boundaries`, by former district.
        lock: as `stamp.lock_line` gives it.
    """
    if [sentence.id for sentence in sentences] == [NO_DATA]:
        return Deck(vi.sentence_case(vi.period(material.windows.now)), "", [], [])
    kept = {sentence.id for sentence in sentences}
    sections = dict.fromkeys(sentence.section for sentence in sentences)
    asked = {name: [one for one in matters(name, material) if one.about in kept] for name in sections}
    screens = [
        _screen(name, material, [s for s in sentences if s.section == name], asked[name], shapes) for name in sections
    ]
    screens = [screen for screen in screens if screen.figures]
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
    return Deck(vi.sentence_case(vi.period(now)), source, marks, [*screens, *_conclusion(screens)])


def _screen(
    section: str, material: Material, said: list[Sentence], asked: list[Matter], shapes: pd.DataFrame
) -> Screen:
    title = words.TITLES.get(section, SECTIONS[section])
    return Screen(
        id=section,
        title=title,
        sentence=shorten(said[0].text),
        figures=_figures(section, material, shapes),
        matters=[one.text for one in asked],
        notes=[sentence.note for sentence in said if sentence.note],
        said=[sentence.text for sentence in said],
        tables=[grid for grid in numbers.grids(section, material) if grid.rows],
        page=PAGES.get(section, ""),
    )


def _conclusion(screens: list[Screen]) -> list[Screen]:
    """The last screen: the weightiest matter of every screen, and everything the officer noted."""
    asked = [screen.matters[0] for screen in screens if screen.matters][:MOST_CONCLUSIONS]
    notes = [note for screen in screens for note in screen.notes]
    if not screens:
        return []
    amount = len(asked) + len(notes)
    said = words.CONCLUDE.format(count=vi.prose_count(amount)) if amount else f"{words.NO_MATTERS}."
    every = [matter for screen in screens for matter in screen.matters]
    grid = Grid(words.MATTERS, [words.ITEM], [[text] for text in [*notes, *every]], [16.5])
    tables = [grid] if grid.rows else []
    return [Screen("conclude", words.TITLES["conclude"], said, [], asked, notes, [said], tables, PAGES["conclude"])]


def _figures(section: str, material: Material, shapes: pd.DataFrame) -> list[str]:
    drawn = [_figure(section, material, shapes, height=height) for height in (drawing.LOW, drawing.TALL)]
    return drawn if all(drawn) else []


def _figure(section: str, material: Material, shapes: pd.DataFrame, *, height: int) -> str:
    alt, caption = words.TITLES.get(section, SECTIONS[section]), words.CAPTIONS.get(section, "")
    if section == "summary":
        return drawing.table(_headline(material), heading=words.VERSUS_YEAR, alt=alt, height=height)
    if section == "watch":
        found = area_map.draw(shapes, material.tables["areas"], alt=alt, caption=caption, height=height)
        if found:
            return found
    drawn = OWN[section](material) if section in OWN else chart(section, material)
    return drawing.draw(drawn, alt=alt, caption=caption, height=height) if drawn else ""


def _headline(material: Material) -> list[tuple[str, str, str, str]]:
    steps = material.steps_last_year
    return [
        (label, vi.value(material.now[name].value, METRICS[name].unit), *_moved(steps[name]))
        for name, label in words.ROWS.items()
    ]


def _moved(step: Change) -> tuple[str, str]:
    """▲ 11,5% and its colour: red for worse, green for better, quiet where chance or no direction would explain it."""
    tint = {"good": "good", "bad": "bad"}.get(step.verdict, "quiet")
    if step.absolute is None or step.wording in ("new", "both_zero"):
        return vi.MISSING, "quiet"
    if not step.absolute:
        return words.SAME, "quiet"
    size = abs(step.absolute)
    if step.wording == "points":
        amount = f"{vi.number(round(size * 100, 6))} {words.POINTS}"
    elif step.wording == "relative" and step.relative is not None:
        amount = vi.percent(abs(step.relative))
    else:
        amount = vi.prose_count(size)
    return f"{ARROWS[step.absolute > 0]} {amount}", tint


def _cases(material: Material) -> Chart | None:
    """Listed cases that go on, by the years since they were accepted; those not accepted yet stand last."""
    rows = material.tables["complex_cases"]
    ages = rows.loc[~rows["is_closed"].astype(bool), "age_days"]
    counts = [*numbers.banded(ages.dropna(), CASE_BANDS), int(ages.isna().sum())]
    return _banded(counts, words.COMPLEX_BANDS, tints=["volume"] * len(counts))


def _directives(material: Material) -> Chart | None:
    """Directives not carried out, by the days past their day."""
    rows = material.tables.get("directives_open", pd.DataFrame({"days_over": []}))
    counts = numbers.banded(rows["days_over"].fillna(0), DIRECTIVE_BANDS)
    return _banded(counts, words.DIRECTIVE_BANDS, tints=["volume", *["bad"] * (len(counts) - 1)])


def _banded(counts: Sequence[int], names: Sequence[str], *, tints: Sequence[str]) -> Chart | None:
    return Chart("bars", names, {"": [float(count) for count in counts]}, tints=tints) if any(counts) else None


OWN: dict[str, Callable[[Material], Chart | None]] = {"complex": _cases, "directives": _directives}
