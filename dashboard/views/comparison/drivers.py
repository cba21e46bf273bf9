"""What drove a change: which areas, fields, bodies and kinds moved the figure, and which of them beyond chance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from dashboard.drawing import charts
from dashboard.facts.contributions import but_silent, contributions, steps
from dashboard.facts.side_by_side import PART
from dashboard.facts.windows import which
from dashboard.metrics import METRICS
from dashboard.screen import tabs
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.comparison import lead
from dashboard.words import choices, codes, comparison, findings, hotspots
from dashboard.words.change import no_base_of
from queries.periods import Period

COLUMNS = ["now", "base", "change", "beyond"]
METRIC_OF = {"entered": "entered_dossiers", "resolved": "resolved_dossiers", "open_count": "open_dossiers"}
COLOURS = {"entered": ("volume", "quiet"), "resolved": ("good", "bad"), "open_count": ("bad", "good")}
SUMS = {"agency": ("balance_by_agency", "agency_code"), "kind": ("balance_by_area", "kind")}
SHOWN = 10


MEASURE = tabs.Choice("so", comparison.DRIVEN_MEASURES, choices.MEASURE_LABEL, ("closing",))
BASE = tabs.Choice("voi", hotspots.BASES, hotspots.BASE_LABEL)
PARTS_OF = tabs.Choice("phan", comparison.DRIVEN_PARTS, comparison.PART_LABEL)


def offers(page: Page, chosen: Filters) -> Sequence[tabs.Choice]:
    """What is counted, against what, by what."""
    return [MEASURE, BASE, PARTS_OF]


def headline(page: Page, chosen: Filters) -> str:
    """Which parts moved the figure beyond chance."""
    moved = _moved(page, chosen)
    if moved is None:
        return no_base_of(comparison.DRIVEN_MEASURES[MEASURE.now], _against(chosen))
    table, net = moved
    return comparison.driven(table, net=net, metric=METRIC_OF[MEASURE.now], **_said(chosen))


def show(page: Page, chosen: Filters) -> None:
    """Rises and falls by one part."""
    moved = _moved(page, chosen)
    if moved is None:
        return
    table, metric, said = moved[0], METRIC_OF[MEASURE.now], _said(chosen)
    rise, fall = COLOURS[MEASURE.now]
    named = table.rename(columns={PART: f"part_{PARTS_OF.now}"})
    columns = [f"part_{PARTS_OF.now}", *COLUMNS]
    page.chart(
        charts.signed(
            table.head(SHOWN), name=PART, value="change", colours=page.colours, rise=rise, fall=fall, sure="beyond"
        ),
        data=named,
        metric=metric,
        title=comparison.DRIVEN_TITLE.format(part=comparison.DRIVEN_PARTS[PARTS_OF.now].lower(), **said),
        finding=findings.ways(table, noun=comparison.DRIVEN_PARTS[PARTS_OF.now].lower()),
        columns=columns,
    )
    page.table(named, title=comparison.DRIVEN_TABLE.format(**said), metric=metric, columns=columns)


def _against(chosen: Filters) -> str:
    return chosen.versus(which(BASE.now), METRICS[METRIC_OF[MEASURE.now]].span)


def _said(chosen: Filters) -> dict[str, str]:
    return {"measure": comparison.DRIVEN_MEASURES[MEASURE.now], "against": _against(chosen)}


def _moved(page: Page, chosen: Filters) -> tuple[pd.DataFrame, int] | None:
    """Each part's step and whether it is beyond chance, and the step of the whole; None without a base."""
    measure, part, base = MEASURE.now, PARTS_OF.now, which(BASE.now)
    window = chosen.base(base, METRICS[METRIC_OF[measure]].span)
    if not page.answers.has_base("dossiers", start=window.start, end=window.end, before=chosen.window.start):
        return None
    windows = (chosen.window, window)
    kinds = steps(*(_summed(page, chosen, "kind", measure, days) for days in windows))
    if part == "kind":
        moved = kinds
    elif part == "agency":
        moved = steps(*(_summed(page, chosen, part, measure, days) for days in windows))
        moved = but_silent(moved, lead.silent(page, chosen, moved["code"], measure=measure))
    else:
        flow, stock_on = chosen.base(base), chosen.base(base, "stock").end
        answer = page.answers.ask(
            "contributions", **chosen.params(), base_start=flow.start, base_end=flow.end, stock_on=stock_on
        )
        moved = contributions(answer, part=part, measure=measure)
    return _named(moved, _names(page, part)), int(kinds["change"].sum())


def _summed(page: Page, chosen: Filters, part: str, measure: str, window: Period) -> pd.Series:
    """The count by body (what it held when a matter came in, ended, or at the end of the window) or by kind."""
    question, by = SUMS[part]
    sums = page.answers.sums(question, by=by, **chosen.params(window))
    return sums.set_index(by)[{"open_count": "closing"}.get(measure, measure)]


def _names(page: Page, part: str) -> Mapping[str, str]:
    if part == "agency":
        return page.answers.agency_names()
    return page.answers.area_names() if part == "area" else codes.CODED[{"field": "field_group"}.get(part, part)]


def _named(table: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    moved = table[table["change"] != 0]
    return moved.assign(**{PART: moved["code"].map(dict(names)).fillna(codes.NO_AREA)})
