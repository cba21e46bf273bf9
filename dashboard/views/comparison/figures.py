"""The figures of three windows in tables, and what was locked of this one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import pandas as pd

from dashboard.answers import locked
from dashboard.answers.standing import Standing, standing
from dashboard.drawing import charts
from dashboard.facts.windows import window
from dashboard.metrics import METRICS, WITHOUT_KIND
from dashboard.screen import tables
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.comparison import lead
from dashboard.words import canvas, change, comparison, findings, windows
from dashboard.words import numbers as vi
from dashboard.words.figures import value

FIGURES = (
    "petitions_received", "entered_dossiers", "resolved_dossiers", "resolution_rate", "on_time_rate", "visits",
    "people", "mass_groups", "open_dossiers", "overdue_dossiers", "overdue_share", "duty_compliance", "delegated_share",
)  # fmt: skip
PETITIONS = (
    "petitions_carried_over", "petitions_processed", "petitions_eligible",
    "petitions_not_eligible", "complaints_eligible", "denunciations_eligible", "proposals_eligible",
    "petitions_within_authority", "complaints_within_authority",
    "denunciations_within_authority", "proposals_within_authority", "petitions_not_within_authority",
    "petitions_transferred", "petitions_guided", "petitions_urged", "petitions_unsorted", "petitions_escalated",
)  # fmt: skip
RECEPTION = (
    "visits_leaders", "people_leaders", "visits_regular", "people_regular", "repeat_visits",
    "mass_group_people", "mass_group_matters",
)  # fmt: skip
TABLE = {"figures": FIGURES, "petitions": PETITIONS, "receptions": RECEPTION}
"""The parts of the table; the first stands on the page, the others open with it."""
BARS = ("entered_dossiers", "resolved_dossiers", "open_dossiers", "overdue_dossiers")
COLOURS = {"now": "volume", "previous": "volume_quiet", "last_year": "quiet"}


headline = lead.headline


def show(page: Page, chosen: Filters) -> None:
    """Bars of the main counts, then every figure with both changes."""
    state = standing(page.answers, chosen)
    bars = count_table(state, BARS)
    page.chart(
        charts.compared(bars, name="label", columns=COLOURS, colours=page.colours),
        data=bars,
        metric=BARS,
        title=comparison.TITLES["compared"],
        finding=findings.compared(state.previous[name] for name in BARS),
    )
    page.said(lead.dates(page, chosen))
    _locked(page, chosen, state)
    page.table(
        tables.grouped(_every(state, kind=chosen.kind), "over"), title=comparison.TITLES["figures"],
        metric=list(dict.fromkeys(chain(*TABLE.values()))), rows=len(FIGURES), scope="",
    )  # fmt: skip


def _every(state: Standing, *, kind: str | None) -> pd.DataFrame:
    """All figures, those of one window together; after the main ones each part under its name."""
    parts = {name: figure_table(state, names, kind=kind) for name, names in TABLE.items()}
    return pd.concat(
        [
            rows if name == "figures" else rows.assign(over=comparison.TITLES[name] + canvas.BESIDE + rows["over"])
            for name, rows in parts.items()
        ],
        ignore_index=True,
    )


def _locked(page: Page, chosen: Filters, state: Standing) -> None:
    """That this period is locked, and which of the main counts differ from what was locked."""
    found = locked.of(page.answers, chosen.period, kind=chosen.kind, area=chosen.area)
    if found is None:
        return
    then, now = ({name: figures.get(name) for name in BARS} for figures in (found.figures, state.now))
    said = comparison.locked_beside(found.lock.locked_at, then=then, now=now, problem=found.problem)
    page.note(said, warning=bool(found.problem))
    page.link("locked", label=comparison.LOCK_TO)


def count_table(state: Standing, names: Sequence[str]) -> pd.DataFrame:
    """The same figures as counts: label, now, previous, last_year."""
    return pd.DataFrame(
        {
            "label": METRICS[name].label,
            "now": state.now[name].numerator,
            "previous": state.previous[name].base.numerator,
            "last_year": state.last_year[name].base.numerator,
        }
        for name in names
    )


def figure_table(state: Standing, names: Sequence[str], *, kind: str | None = None) -> pd.DataFrame:
    """One row a figure, in words: label, over (its days), now, previous, change_previous, last_year, change_last_year.

    Where a kind is chosen, a figure that knows no kinds says so.
    """
    rows = []
    for name in names:
        before, year_before = state.previous[name], state.last_year[name]
        metric = METRICS[name]
        rows.append(
            {
                "label": _label(name, kind),
                "over": vi.sentence_case(windows.said(window(metric.span, state.window))),
                "now": value(metric, state.now[name]),
                "previous": value(metric, before.base),
                "change_previous": vi.sentence_case(change.brief(before)) or vi.MISSING,
                "last_year": value(metric, year_before.base),
                "change_last_year": vi.sentence_case(change.brief(year_before)) or vi.MISSING,
            }
        )
    return pd.DataFrame(rows)


def _label(name: str, kind: str | None) -> str:
    label = METRICS[name].label
    return canvas.ALL_KINDS_OF.format(label=label) if kind and name in WITHOUT_KIND else label
