"""The map of one period: where it piles up, whether chance explains it, and what lies inside an area."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.drawing import hotspots as pictured
from dashboard.drawing.layers import Layer
from dashboard.facts import hotspots, small_cells, standing_out
from dashboard.facts.hotspots import Measure
from dashboard.facts.windows import window
from dashboard.metrics import METRICS
from dashboard.screen import labels, state
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.views.hotspots import controls, figures, files, inside, notes, where
from dashboard.views.hotspots.where import Where
from dashboard.words import canvas, windows
from dashboard.words import hotspots as words
from dashboard.words import numbers as vi

LISTED = ["overdue", "open_count"]
PARTS = [
    *("name", "attention_band", "attention", "overdue", "over_180", "mass_groups_recent", "complex_listed"),
    *("escalated_petitions", "per_10000_smoothed", "population", "population_as_of"),
]
WIDE_STYLE = (
    "<style>.st-key-map-stage{position:fixed;inset:0;z-index:1000001;padding:0.6rem 1rem;overflow:auto;"
    "background:var(--background-color,%s)}.st-key-map-stage iframe{height:calc(100vh - 12rem)!important}</style>"
)
# always sent: a style that a fragment leaves out would stay in force
NARROW_STYLE = "<style>.st-key-map-stage{position:static}</style>"


def show(page: Page, chosen: Filters, looked: Where, *, head: Any, bar: Any) -> None:
    """The map, and beside it the list or the area looked into."""
    with bar:
        measure = controls.measure(chosen)
        coloured = controls.evidence(page, chosen, measure=measure, division=looked.division)
        evidence = coloured.now if coloured else controls.ALL
        weights = controls.weights()
        if measure.code == hotspots.ATTENTION:
            controls.weight_sliders(weights)
        options = controls.options(page, looked, coloured)
    everywhere = figures.judged(page, chosen, looked, measure=measure, weights=weights)
    shapes = figures.shapes(page, looked)
    areas = hotspots.within(everywhere, figures.inside(page, looked)) if looked.frame else everywhere
    clusters = _clusters(page, measure) if evidence == controls.CLUSTERS else None
    layer = pictured.layer(
        areas,
        measure=measure,
        among=[everywhere],
        proven=_proven(areas, clusters) if evidence != controls.ALL else None,
        said=_said(everywhere, clusters),
        turn=where.turn(),
    )
    with head:
        _headline(page, chosen, looked, areas, measure, clusters)
    said = notes.of(page, chosen, looked, everywhere, measure=measure, weights=weights, evidence=evidence)
    with page.side_by_side(key="map"):
        with st.container(key="map-stage"):
            _stage(page, looked, shapes, layer, title=words.MEASURES[measure.code], said=said, options=options)
        with st.container():
            if looked.area:
                inside.figures(areas if looked.selected else everywhere, page, looked, chosen)
            _ranked(page, looked, areas, measure)
    if measure.code == hotspots.ATTENTION:
        page.table(areas, title=words.ATTENTION_TABLE, metric=measure.metric, columns=PARTS)
    if looked.area:
        inside.show(page, chosen, looked)


def _stage(
    page: Page, looked: Where, shapes: pd.DataFrame, layer: Layer, *, title: str, said: list[str], options: Any
) -> None:
    wide = controls.wide()
    st.html(WIDE_STYLE % page.colours.background if wide else NARROW_STYLE)
    with st.container(horizontal=True, gap="small", key="map-back"):  # always there: else the map is loaded anew
        _way_back(looked)
    page.map(shapes, layer, title=title, on_tap=where.go, selected=looked.selected, moves=controls.moves())
    with st.container(horizontal=True, gap="small", key="map-buttons") if wide else options:
        if len(shapes) and not wide:
            controls.moves_button()
        if len(shapes) or wide:
            controls.wide_button()
        if len(shapes):
            files.offer(page, shapes, layer, title=title, notes=said)
    for note in said:
        st.html(f'<p class="figure-scope">{note}</p>')


def _way_back(looked: Where) -> None:
    """One tap back: to the district from one of its communes, to the province from anywhere."""
    if looked.area is None:
        return
    if looked.frame and looked.selected:
        st.button(
            words.BACK_TO.format(name=labels.plain(looked.frame_name)),
            icon=":material/arrow_back:",
            key="hotspots-back-one",
            on_click=where.go,
            args=(looked.frame,),
        )
    st.button(words.BACK, icon=":material/arrow_back:", key="hotspots-back", on_click=where.go, args=(None,))


def _headline(
    page: Page,
    chosen: Filters,
    looked: Where,
    areas: pd.DataFrame,
    measure: Measure,
    clusters: pd.DataFrame | None,
) -> None:
    place, until = (page.filters or chosen).place, vi.date(chosen.as_of)
    if looked.selected:
        areas = areas[areas["area_code"] == looked.selected]
    if small_cells.few(areas):
        page.headline(canvas.FEW_NOTE)
    elif clusters is not None:
        page.headline(_clusters_said(page, clusters, measure))
    elif measure.code == hotspots.ATTENTION:
        page.headline(words.attention(areas, place=place, until=until))
    else:
        days = windows.said(window(METRICS[measure.metric].span, chosen.window))
        page.headline(words.headline(areas, measure=measure.code, place=place, days=days))


def _ranked(page: Page, looked: Where, areas: pd.DataFrame, measure: Measure) -> None:
    """The list; choosing a row there is choosing an area on the map."""
    title = words.TITLES["ranked_areas"].format(measure=words.MEASURES[measure.code].lower())
    if looked.frame:
        title = f"{words.COMMUNES.format(name=looked.frame_name)}: {title[:1].lower()}{title[1:]}"
    behind = [measure.code, measure.count, *measure.base, "evidence"] if measure.base else [measure.code, *LISTED]
    columns = ["name", *dict.fromkeys(behind)]
    if measure.code == hotspots.ATTENTION:
        columns = ["name", "attention_band", "attention"]
    marked = [
        words.PICKED.format(name=name) if code == looked.area else name
        for code, name in areas[["area_code", "name"]].itertuples(index=False)
    ]
    shown = areas.assign(name=marked)
    shown.attrs["few"] = areas.attrs.get("few", {})
    picked = page.table(
        shown, title=title, metric=measure.metric, columns=columns, select=True, rows=8 if looked.area else 12
    )
    code = None if picked is None else str(areas["area_code"].iloc[picked])
    seen = state.kept("hotspots-picked")
    state.keep("hotspots-picked", code)
    if code and code not in (seen, looked.area):
        where.go(code)
        st.rerun(scope="fragment")


def _clusters(page: Page, measure: Measure) -> pd.DataFrame:
    return page.answers.ask("clusters", measure=measure.evidence)


def _proven(areas: pd.DataFrame, clusters: pd.DataFrame | None) -> frozenset[str]:
    """Codes of the places that stand out, or of the communes in some cluster."""
    if clusters is None:
        return frozenset(areas.loc[areas["evidence"].eq(standing_out.HIGH), "area_code"])
    return frozenset(clusters.loc[clusters["verdict"].ne("none"), "area_code"])


def _said(areas: pd.DataFrame, clusters: pd.DataFrame | None) -> dict[str, str]:
    if clusters is None:
        judged = areas.dropna(subset=["evidence"])
        return dict(zip(judged["area_code"], judged["evidence"].map(words.JUDGED), strict=True))
    return dict(zip(clusters["area_code"], clusters["verdict"].map(words.VERDICTS), strict=True))


def _clusters_said(page: Page, clusters: pd.DataFrame, measure: Measure) -> str:
    names = page.answers.area_names()
    found = figures.grouped(page, clusters, measure)
    around = [(vi.place(names[centre]), len(areas)) for centre, areas in found.itertuples(index=False)]
    return words.clusters(around, measure=measure.code, until=vi.date(page.snapshot.as_of))
