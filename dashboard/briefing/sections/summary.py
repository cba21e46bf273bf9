"""The first section: visits, petitions, complaints and denunciations in one sentence, and the figures that lead."""

from __future__ import annotations

from dashboard.briefing.material import Material
from dashboard.briefing.topic import Grid, Said, Topic
from dashboard.drawing.figure import Board
from dashboard.facts.change import Change, Figure
from dashboard.metrics import METRICS
from dashboard.words import change
from dashboard.words import numbers as vi
from dashboard.words import phrases as say
from dashboard.words.figures import stated
from dashboard.words.sections import summary as words

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
        step=change.short(material.steps_last_year["visits"]) if now["visits"].kept else "",
        received=_counted(now["petitions_received"], words.RECEIVED, words.NONE_RECEIVED, words.NO_PETITIONS),
        within=_within(material) if papers else "",
    )


def _counted(figure: Figure, some: str, none: str, unknown: str) -> str:
    """The figure, that it is none, or that there are no records of it."""
    if not figure.kept:
        return unknown
    return some.format(count=vi.prose_count(say.number(figure))) if figure.numerator else none


def _within(material: Material) -> str:
    """Complaints and denunciations within authority; nothing where one of them is withheld."""
    names = ("complaints_within_authority", "denunciations_within_authority")
    accused = [material.now[name].numerator for name in names]
    if None in accused:
        return ""
    count = sum(filter(None, accused))
    return words.WITHIN.format(count=vi.prose_count(count)) if count else words.NONE_WITHIN


def board(material: Material) -> Board:
    """Six figures against the same window last year."""
    steps = material.steps_last_year
    rows = [
        (label, stated(METRICS[name], material.now[name]), *moved(steps[name])) for name, label in words.LABELS.items()
    ]
    return Board(rows, words.VERSUS_YEAR)


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
    return (f"{ARROWS[step.absolute > 0]} {amount}", tint) if amount else (change.UNCHANGED, "quiet")


def figures(material: Material) -> list[Grid]:
    """The headline figures now, before, a year ago, and how they moved."""
    previous, last_year = material.steps_previous, material.steps_last_year
    rows = []
    for name in HEADLINE:
        metric = METRICS[name]
        now, before, year = (
            stated(metric, source[name]) for source in (material.now, material.previous, material.last_year)
        )
        rows.append([metric.label, now, before, say.step(previous[name]), year, say.step(last_year[name])])
    every = len(rows)
    return [Grid(words.TABLE, words.HEADINGS, rows, [4.7, 1.8, 1.8, 3.2, 1.8, 3.2], report=every, slide=every)]


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
