"""The first section: visits, petitions, complaints and denunciations in one sentence, and the figures that lead."""

from __future__ import annotations

from dashboard.briefing.material import Material
from dashboard.briefing.topic import Grid, Said, Topic
from dashboard.drawing.figure import Board
from dashboard.facts import windows as bases
from dashboard.facts.change import Change, Figure
from dashboard.facts.windows import Base
from dashboard.metrics import METRICS, Span
from dashboard.words import change, windows
from dashboard.words import numbers as vi
from dashboard.words import phrases as say
from dashboard.words.figures import LEGEND, in_cell, stated, step
from dashboard.words.sections import summary as words
from queries.periods import Period

ARROWS = {True: "▲", False: "▼"}
HEADLINE = (
    "visits",
    "people",
    "mass_groups",
    "petitions_received",
    "entered_dossiers",
    "resolved_dossiers",
    "resolution_rate",
    "on_time_rate",
    "open_dossiers",
    "overdue_dossiers",
    "overdue_share",
    "duty_compliance",
    "delegated_share",
)


def sentences(material: Material) -> list[Said]:
    """Visits with their change, petitions, complaints and denunciations within authority."""
    return [("headline", _headline(material))]


def _headline(material: Material) -> str:
    now = material.now
    papers = say.number(now["petitions_received"])
    return words.HEADLINE.format(
        opening=say.opening(material.windows.now),
        came=_counted(now["visits"], words.CAME, words.NOBODY_CAME, words.NO_RECEPTION),
        step=_step(material) if now["visits"].kept else "",
        received=_counted(now["petitions_received"], words.RECEIVED, words.NONE_RECEIVED, words.NO_PETITIONS),
        within=_within(material) if papers else "",
    )


def _step(material: Material) -> str:
    since, year = material.both("visits")
    before = windows.base_name(material.windows.now, "previous", "flow")
    if year is not None and since.wording == year.wording == "no_base":
        return f", {change.no_base(before, words.SHORT_YEAR)}"
    told, _ = change.nearer(since, year, period=material.windows.now)
    first = "" if told is year else change.short(since, against=before)
    return first + ("" if year is None else change.short(year, against=words.SHORT_YEAR))


def _counted(figure: Figure, some: str, none: str, unknown: str) -> str:
    """The figure, that it is none, or that there are no records of it."""
    if not figure.kept:
        return unknown
    return some.format(count=vi.prose_count(say.number(figure))) if figure.numerator else none


def _within(material: Material) -> str:
    """Complaints and denunciations within authority; nothing where one of them is withheld.

    With papers carried over they are no part of those received, and it is said.
    """
    names = ("complaints_within_authority", "denunciations_within_authority")
    accused = [material.now[name].numerator for name in names]
    if None in accused:
        return ""
    count = sum(filter(None, accused))
    told = words.WITHIN_CARRIED if say.number(material.now["petitions_carried_over"]) else words.WITHIN
    return told.format(count=vi.prose_count(count)) if count else words.NONE_WITHIN


def board(material: Material) -> Board:
    """Six figures against the same days before; below them the days of those that are compared with others."""
    now, steps = material.windows.now, material.steps_previous
    rows = [
        (label, stated(METRICS[name], material.now[name]), *moved(steps[name])) for name, label in words.LABELS.items()
    ]
    heading = windows.against(now, "previous")
    notes = [
        words.NOTE.format(labels=_labels(span), base=base)
        for span, base in _other_bases(now)
        if base and windows.AGAINST.format(base=base) != heading
    ]
    return Board(rows, heading, notes)


def _other_bases(now: Period) -> list[tuple[Span, str]]:
    """What stocks and what heads owe are compared with: short enough for a hall."""
    months = windows.short_months(bases.base(now, "previous", "duty").months())
    return [("stock", vi.date(bases.base(now, "previous", "stock").end)), ("duty", months)]


def _labels(span: Span) -> str:
    labels = [label for name, label in words.LABELS.items() if METRICS[name].span == span]
    return ", ".join([labels[0], *map(vi.small, labels[1:])])


def moved(step: Change) -> tuple[str, str]:
    """▲ 11,5% and its colour: red for worse, green for better, quiet where chance or no direction would explain it."""
    tint = {"good": "good", "bad": "bad"}.get(step.verdict, "quiet")
    if step.wording == "no_base":
        return change.NO_BASE, "quiet"
    if step.absolute is None or step.wording in ("new", "both_zero"):
        return vi.MISSING, "quiet"
    if not step.absolute:
        return change.UNCHANGED, "quiet"
    amount = change.amount(step)
    return (f"{ARROWS[step.absolute > 0]} {change.on_card(amount)}", tint) if amount else (change.UNCHANGED, "quiet")


def figures(material: Material) -> list[Grid]:
    """The headline figures now, before, a year ago, and how they moved."""
    previous, last_year = material.steps_previous, material.steps_last_year
    rows = []
    for name in HEADLINE:
        metric = METRICS[name]
        now, before, year = (
            in_cell(metric, source[name]) for source in (material.now, material.previous, material.last_year)
        )
        before = _of_days(material.windows.now, "previous", metric.span, before)
        year = _of_days(material.windows.now, "last_year", metric.span, year)
        rows.append([metric.label, now, before, step(previous[name]), year, step(last_year[name])])
    note = LEGEND if any(vi.MISSING in row for row in rows) else ""
    every, widths = len(rows), [3.9, 1.5, 2.7, 2.9, 2.7, 2.9]
    return [Grid(words.TABLE, _headings(material.windows.now), rows, widths, report=every, slide=every, note=note)]


def _headings(now: Period) -> list[str]:
    """The columns, each base with the days of what ran."""
    bases = [vi.sentence_case(windows.base_name(now, which, "flow")) for which in ("previous", "last_year")]
    label, figure, moved = words.HEADINGS
    return [label, figure, bases[0], moved, bases[1], moved]


def _of_days(now: Period, which: Base, span: Span, said: str) -> str:
    """'14/09/2026: 2.218', the base of a stock; 'tháng 6, 7: 67,7%', that of what heads owe; what ran needs no days."""
    base = bases.base(now, which, span)
    days = {"stock": vi.date(base.end), "duty": windows.short_months(base.months()) if now.is_running else ""}
    return f"{days[span]}: {said}" if days.get(span) and said != vi.MISSING else said


TOPIC = Topic(
    "summary",
    10,
    words.TITLE,
    words.SHORT,
    "overview",
    sentences=sentences,
    figure=board,
    tables=figures,
)
