"""What drove a change: which areas, fields, bodies and kinds moved the figure, and which of them beyond chance."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from dashboard.drawing import charts
from dashboard.facts.contributions import contributions, steps
from dashboard.facts.side_by_side import PART
from dashboard.facts.windows import which
from dashboard.metrics import METRICS
from dashboard.screen import choice
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import choices, codes, comparison, hotspots
from dashboard.words.change import no_base_of
from queries.periods import Period

COLUMNS = [PART, "now", "base", "change", "beyond"]
METRIC_OF = {"entered": "entered_dossiers", "resolved": "resolved_dossiers", "open_count": "open_dossiers"}
COLOURS = {"entered": ("volume", "quiet"), "resolved": ("good", "bad"), "open_count": ("bad", "good")}
SUMS = {"agency": ("balance_by_agency", "agency_code"), "kind": ("balance_by_area", "kind")}
SHOWN = 10


def show(page: Page, chosen: Filters) -> None:
    """One sentence, then rises and falls by one part."""
    with st.container(horizontal=True, gap="small"):
        measure = choice.segments("so", comparison.DRIVEN_MEASURES, label=choices.MEASURE_LABEL, known=("closing",))
        base = which(choice.segments("voi", hotspots.BASES, label=hotspots.BASE_LABEL))
        part = choice.segments("phan", comparison.DRIVEN_PARTS, label=choices.VIEW_LABEL)
    span = METRICS[METRIC_OF[measure]].span
    against, window = chosen.versus(base, span), chosen.base(base, span)
    if not page.answers.has_base("dossiers", start=window.start, end=window.end, before=chosen.window.start):
        page.note(no_base_of(comparison.DRIVEN_MEASURES[measure], against))
        return
    windows = (chosen.window, window)
    kinds = steps(*(_summed(page, chosen, "kind", measure, days) for days in windows))
    if part == "kind":
        moved = kinds
    elif part == "agency":
        moved = steps(*(_summed(page, chosen, part, measure, days) for days in windows))
    else:
        flow, stock_on = chosen.base(base), chosen.base(base, "stock").end
        answer = page.answers.ask(
            "contributions", **chosen.params(), base_start=flow.start, base_end=flow.end, stock_on=stock_on
        )
        moved = contributions(answer, part=part, measure=measure)
    table = _named(moved, _names(page, part))
    said = {"measure": comparison.DRIVEN_MEASURES[measure], "against": against}
    page.note(comparison.driven(table, net=int(kinds["change"].sum()), metric=METRIC_OF[measure], **said))
    rise, fall = COLOURS[measure]
    page.chart(
        charts.signed(
            table.head(SHOWN), name=PART, value="change", colours=page.colours, rise=rise, fall=fall, sure="beyond"
        ),
        data=table,
        metric=METRIC_OF[measure],
        title=comparison.DRIVEN_TITLE.format(part=comparison.DRIVEN_PARTS[part].lower(), **said),
        columns=COLUMNS,
    )
    page.table(table, title=comparison.DRIVEN_TABLE.format(**said), metric=METRIC_OF[measure], columns=COLUMNS)


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
